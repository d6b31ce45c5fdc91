import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { InlineCode, InlineText } from '../text/unit.js';
import { textOf } from '../units.fixture.js';
import { checkCodes } from './check-codes.js';

const TRAITS = {
  types: { 2: 'break', 3: 'strong' },
  links: { 1: 'https://example.com/a/very/long/path/to/a/page' },
  optional: [4],
} as const;
const text = (tagged: string) => textOf(tagged, { ...TRAITS, optional: [...TRAITS.optional] });
const SOURCE = text('Read <1>the <3>guide</3></1><2/> now<4/>.');
const found = (tagged: string) => checkCodes(SOURCE, text(tagged));
const codes = (tagged: string) => found(tagged).map(({ code, ids }) => `${code} ${ids.join()}`);

describe('the codes of a translation', () => {
  it('may stand among any words', () => {
    expect(found('Lies <1>die <3>Anleitung</3></1><2/> jetzt<4/>.')).toEqual([]);
  });

  it('are named with their type and what they write when they are missing', () => {
    expect(found('<3>Anleitung</3><2/>')).toEqual([
      {
        code: 'code_missing',
        severity: 'error',
        ids: [1],
        detail:
          '<1>…</1> (link, "[…](https://example.com/a/very/long/pat…") is missing from the translation.',
      },
    ]);
    expect(found('<1>die <3>Anleitung</3></1>')[0]!.detail).toBe(
      '<2/> (break, "{placeholder 2}") is missing from the translation.',
    );
  });

  it('may be missing where they are optional, and not be doubled even then', () => {
    expect(codes('<1>die <3>Anleitung</3></1><2/>')).toEqual([]);
    expect(codes('<1>die <3>Anleitung</3></1><2/><4/><4/>')).toEqual(['code_doubled 4']);
  });

  it('are missing by half', () => {
    expect(codes('<1>die <3>Anleitung</3><2/>')).toEqual(['code_missing 1']);
    expect(found('<1>die <3>Anleitung</3><2/>')[0]!.detail).toMatch(
      /only one half: <\/1> is missing/u,
    );
  });

  it('are doubled or unknown', () => {
    expect(codes('<1>a <3>b</3></1><2/><2/>')).toEqual(['code_doubled 2']);
    expect(codes('<1>a <3>b</3></1><1>c</1><2/>')).toEqual(['code_doubled 1']);
    expect(codes('<1>a <3>b</3></1><2/><9/>')).toEqual(['code_unknown 9']);
    expect(codes('<1>a <3>b</3></1><2/><1/>')).toEqual(['code_unknown 1']);
  });

  it('are misnested when they close before they open, or cross', () => {
    expect(codes('</1>a <3>b</3><1><2/>')).toContain('codes_misnested 1');
    expect(found('<1>a <3>b</1>c</3><2/>')).toMatchObject([
      { code: 'codes_misnested', severity: 'error', ids: [3, 1] },
    ]);
  });

  it('stand in another order, which is a warning', () => {
    expect(found('<2/><1>a <3>b</3></1>')).toEqual([
      {
        code: 'codes_reordered',
        severity: 'warning',
        ids: [2, 1, 3],
        detail:
          'The codes stand in another order than in the source: <2/> <1> <3> instead of <1> <3> <2/>.',
      },
    ]);
  });

  it('are right in a text that is its own translation, and any one taken out or doubled is told', () => {
    fc.assert(
      fc.property(nestedTexts, fc.nat(), (source, at) => {
        expect(checkCodes(source, source)).toEqual([]);
        const places = source.flatMap((part, index) => (typeof part === 'string' ? [] : [index]));
        const place = places[at % places.length];
        if (place === undefined) return;
        const code = source[place] as InlineCode;
        const without = checkCodes(source, source.toSpliced(place, 1));
        expect(without).toMatchObject([{ code: 'code_missing', ids: [code.id] }]);
        const doubled = checkCodes(source, source.toSpliced(place, 0, code));
        expect(doubled).toMatchObject([{ code: 'code_doubled', ids: [code.id] }]);
        const alien = { ...code, id: 999 };
        const unknown = checkCodes(source, source.toSpliced(place, 0, alien));
        expect(unknown).toMatchObject([{ code: 'code_unknown', ids: [999] }]);
      }),
    );
  });

  it('are never right in another order of the parts, unless that is the same one', () => {
    fc.assert(
      fc.property(nestedTexts, fc.nat(), fc.nat(), (source, one, other) => {
        const codes = source.filter((part) => typeof part !== 'string');
        if (codes.length === 0) return;
        const [from, to] = [one % codes.length, other % codes.length];
        const moved = codes.toSpliced(from, 1).toSpliced(to, 0, codes[from]!);
        const opens = (each: InlineText) =>
          each.flatMap((part) =>
            typeof part === 'string' || part.kind === 'close' ? [] : [part.id],
          );
        const isReordered = opens(moved).join() !== opens(codes).join();
        const findings = checkCodes(codes, moved).map(({ code }) => code);
        expect(findings.includes('codes_reordered')).toBe(isReordered);
        expect(findings.filter((code) => code === 'code_missing')).toEqual([]);
      }),
    );
  });

  it('are checked in a text of many that are crossed', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => index + 1);
    const code =
      (kind: InlineCode['kind']) =>
      (id: number): InlineCode => ({ kind, id, type: 'strong', original: '**' });
    const nested = [...ids.map(code('open')), ...ids.toReversed().map(code('close'))];
    const crossed = [...ids.map(code('open')), ...ids.map(code('close'))];
    expect(checkCodes(nested, crossed)).not.toHaveLength(0);
    expect(checkCodes(crossed, crossed)).toEqual([]);
  });
});

/** Texts whose pairs stand within each other, numbered in the order in which they begin. */
const nestedTexts: fc.Arbitrary<InlineText> = fc
  .array(fc.constantFrom('open', 'close', 'placeholder', 'words'), { maxLength: 20 })
  .map((steps) => {
    const text: InlineText = [];
    const open: number[] = [];
    let id = 0;
    for (const step of steps) {
      if (step === 'words') text.push('words ');
      else if (step === 'close') {
        const last = open.pop();
        if (last !== undefined) text.push({ kind: step, id: last, type: 'strong', original: '**' });
      } else {
        id += 1;
        if (step === 'open') open.push(id);
        text.push({ kind: step, id, type: 'strong', original: '**' });
      }
    }
    for (const last of open.toReversed()) {
      text.push({ kind: 'close', id: last, type: 'strong', original: '**' });
    }
    return text;
  });
