import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { textOf } from '../units.fixture.js';
import { checkLength } from './check-length.js';
import { checkWording } from './check-wording.js';

const found = (source: string, target: string) =>
  checkWording(textOf(source), textOf(target)).map(({ code }) => code);

describe('the wording of a translation', () => {
  it('is empty where only codes are left', () => {
    expect(found('Read <1>it</1>', '<1></1> ')).toEqual(['target_empty']);
    expect(found('<1/>', '<1/>')).toEqual([]);
  });

  it('is the source, which is fine for a name', () => {
    expect(found('Read the whole guide', 'Read the whole guide')).toEqual(['target_is_source']);
    expect(found('Baton Sales Hub', 'Baton Sales Hub')).toEqual([]);
  });

  it('begins and ends with the space of the source', () => {
    expect(checkWording(['Price: '], [' Preis:'])).toEqual([
      {
        code: 'space_differs',
        severity: 'warning',
        detail: 'The source begins with no space, the translation with a space.',
        ids: [],
      },
      {
        code: 'space_differs',
        severity: 'warning',
        detail: 'The source ends with a space, the translation with no space.',
        ids: [],
      },
    ]);
    expect(found(' Price ', ' Preis ')).toEqual([]);
  });

  it('has the numbers of the source, in digits of any script and with the marks of any language', () => {
    expect(found('From 1,250.50 to 40%', 'Von 1.250,50 bis 40 %')).toEqual([]);
    expect(found('From 1,250 on', 'À partir de 1\u202f250')).toEqual([]);
    expect(found('From 1,250 on', 'A partir de 1250')).toEqual([]);
    expect(found('From 1,250 to 40', 'من ١٬٢٥٠ إلى ٤٠')).toEqual([]);
    expect(found('From 15 on', '１５から')).toEqual([]);
  });

  it('lacks a number, which is named', () => {
    expect(checkWording(['From 30 to 45 days'], ['30 Tage'])).toMatchObject([
      { code: 'number_missing', detail: 'The translation lacks numbers of the source: 45.' },
    ]);
    expect(found('In 3 steps', 'In drei Schritten')).toEqual(['number_missing']);
  });

  it('keeps any numbers in any digits', () => {
    const zeros = fc.constantFrom('0', '٠', '०', '０', '๐');
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), zeros, (numbers, zero) => {
        const source = numbers.map((number) => `v${number}`).join(' ');
        const target = source.replaceAll(/\d/gu, (digit) =>
          String.fromCodePoint(zero.codePointAt(0)! + Number(digit)),
        );
        expect(found(source, `${target}.`)).toEqual([]);
        expect(found(source, 'none')).toEqual(['number_missing']);
      }),
    );
  });
});

describe('the length of a text', () => {
  it('is counted as a reader counts, without codes', () => {
    const family = '👩‍👩‍👧e\u0301🇩🇪';
    expect(checkLength(textOf(`<1>${family}</1>`), 3)).toEqual([]);
    expect(checkLength([family], 2)).toEqual([
      {
        code: 'too_long',
        severity: 'error',
        detail: 'The text has 3 characters; at most 2 have room.',
        ids: [],
      },
    ]);
  });

  it('is counted through a text of any length', () => {
    expect(checkLength(['e\u0301'.repeat(100_000)], 99_999)).toHaveLength(1);
    expect(checkLength(['e\u0301'.repeat(100_000)], 100_000)).toEqual([]);
  });
});
