import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { checkCodes } from '../checks/check-codes.js';
import { checkWording } from '../checks/check-wording.js';
import { plainText } from '../text/segmented.js';
import type { InlineText } from '../text/unit.js';
import { textOf } from '../units.fixture.js';
import { pseudoLocalization } from './pseudo-localization.js';

const translated = (units: InlineText[], target = 'en-XA') =>
  pseudoLocalization.translate(units, { source: 'en', target });

describe('pseudo-localization', () => {
  it('shows accents, about a third more room, and where a text ends', async () => {
    expect(await translated([['Send the quote today. ']])).toEqual([
      ['⟦Šéñð ţĥéé ǫûûööţé ţööðåý.~⟧ '],
    ]);
    const [long] = await translated([
      ['A sentence of many words shows how long it will get. '.repeat(20)],
    ]);
    const growth = plainText(long!).length / (53 * 20);
    expect(growth).toBeGreaterThan(1.2);
    expect(growth).toBeLessThan(1.4);
  });

  it('turns words round for a language from right to left', async () => {
    expect(await translated([['One {two}.']], 'ar-XB')).toEqual([
      ['\u200f\u202eOne\u202c\u200f {two}.'],
    ]);
  });

  it('treats every other language as en-XA', async () => {
    expect(await translated([['One.']], 'de')).toEqual(await translated([['One.']]));
  });

  it('leaves placeholders, entities and addresses alone, and takes an open brace for a mark', async () => {
    const kept = '{a {b} c} &nbsp; https://example.com/way';
    const [text] = await translated([[`Go ${kept} on`]]);
    expect(text![0]).toContain(kept);
    expect(await translated([['}{ no']])).toEqual([['⟦}{ ñö~⟧']]);
  });

  it('gives back what has no words', async () => {
    const text = textOf('<1/> <2/>');
    expect(await translated([text, []])).toEqual([text, []]);
  });

  it('keeps codes, numbers, space and the order of the units, whatever the words', async () => {
    const parts = fc.constantFrom(
      'one ',
      ' Two',
      '{x}',
      '{',
      '}',
      '3.5',
      '<1>',
      '</1>',
      '<2/>',
      '価',
      '&amp;',
      ' ',
    );
    const texts = fc.array(fc.array(parts, { maxLength: 8 }).map((each) => textOf(each.join(''))));
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom('en-XA', 'ar-XB', 'fr'), async (units, target) => {
        const results = await translated(units, target);
        expect(results).toHaveLength(units.length);
        for (const [index, result] of results.entries()) {
          const codes = (text: InlineText) => text.filter((part) => typeof part !== 'string');
          expect(codes(result)).toEqual(codes(units[index]!));
          expect(checkCodes(units[index]!, result)).toEqual([]);
          const findings = checkWording(units[index]!, result).map(({ code }) => code);
          expect(findings.filter((code) => code !== 'target_is_source')).toEqual([]);
          const isApart = result.every(
            (part, at) => typeof part !== 'string' || typeof result[at + 1] !== 'string',
          );
          expect(isApart).toBe(true);
        }
      }),
    );
  });

  it('reads a text of open braces once', async () => {
    const [text] = await translated([['{'.repeat(100_000) + '}'.repeat(50_000)]]);
    expect(plainText(text!).length).toBeGreaterThan(150_000);
  });
});
