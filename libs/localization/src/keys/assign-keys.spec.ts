import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { unitOf, unitsOf } from '../units.fixture.js';
import { assignKeys } from './assign-keys.js';
import { compareVersions } from './compare-versions.js';

const keysOf = (units: { key: string }[]) => units.map(({ key }) => key);
const WORDS = ['price', 'deck', 'buyer', 'call', 'demo', 'quote', 'renewal', 'pilot'];
/** Paragraphs of few words, so that many are equal and many similar. */
const paragraphs = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));
const texts = fc.array(paragraphs, { maxLength: 12 });

describe('the keys of units', () => {
  it('are the beginning of their hash at first, with a number where two are equal', () => {
    const units = unitsOf('One.', 'Two.', 'One.');
    const start = units[0]!.hash.slice(0, 12);
    expect(keysOf(assignKeys(units, null))).toEqual([
      start,
      units[1]!.hash.slice(0, 12),
      `${start}-2`,
    ]);
  });

  it('stay with a unit that is edited, and with those around it', () => {
    const before = assignKeys(unitsOf('First.', 'We sell to small teams.', 'Last.'), null);
    const after = assignKeys(unitsOf('First.', 'We sell to very small teams.', 'Last.'), before);
    expect(keysOf(after)).toEqual(keysOf(before));
  });

  it('do not pass from one text to another that has little in common with it', () => {
    const before = assignKeys(unitsOf('First.', 'We sell to small teams.', 'Last.'), null);
    const after = assignKeys(unitsOf('First.', 'Ask for the budget of today.', 'Last.'), before);
    expect(compareVersions(before, after)).toMatchObject({
      same: [before[0]!.key, before[2]!.key],
      changed: [],
      added: [after[1]],
      removed: [before[1]],
    });
  });

  it('go along with a unit that is moved', () => {
    const before = assignKeys(unitsOf('One.', 'Two.', 'Three.', 'Four.'), null);
    const after = assignKeys(unitsOf('Four.', 'One.', 'Three.', 'Two.'), before);
    expect(compareVersions(before, after)).toMatchObject({ changed: [], added: [], removed: [] });
    expect(after[0]!.key).toBe(before[3]!.key);
  });

  it('tell by its place which of two equal units was taken out', () => {
    const before = assignKeys(unitsOf('A b c d.', 'Read more.', 'E f g h.', 'Read more.'), null);
    const after = assignKeys(
      unitsOf('A b c d.', 'E f g h.', 'Read more.', 'New words here now.'),
      before,
    );
    expect(keysOf(after).slice(0, 3)).toEqual([before[0]!.key, before[2]!.key, before[3]!.key]);
  });

  it('are never one that the text before gave to another unit', () => {
    const first = assignKeys(unitsOf('We sell to small teams.'), null);
    const second = assignKeys(unitsOf('We sell to large teams.'), first);
    const third = assignKeys(
      unitsOf('We sell to large teams.', 'Between.', 'We sell to small teams.'),
      second,
    );
    expect(third[0]!.key).toBe(first[0]!.key);
    expect(third[2]!.key).toBe(`${first[0]!.key}-2`);
  });

  it('leave the title of the item to the title', () => {
    const title = { ...unitOf('Pricing', { kind: 'field' }), key: 'title' };
    const [unit] = assignKeys(unitsOf('Pricing'), [title]);
    expect(unit!.key).not.toBe('title');
  });

  it('are unique, and the same for a text that is the same', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const first = assignKeys(unitsOf(...one), null);
        const second = assignKeys(unitsOf(...other), first);
        for (const units of [first, second]) {
          expect(new Set(keysOf(units)).size).toBe(units.length);
          expect(keysOf(assignKeys(units, units))).toEqual(keysOf(units));
        }
      }),
    );
  });

  it('come back when a change is taken back', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const first = assignKeys(unitsOf(...one), null);
        const between = assignKeys(unitsOf(...other), first);
        const back = assignKeys(unitsOf(...one), between);
        const { changed, added, removed } = compareVersions(first, back);
        expect({ changed, added, removed }).toEqual({ changed: [], added: [], removed: [] });
      }),
    );
  });

  it('stay with all others when one paragraph is added or taken out', () => {
    fc.assert(
      fc.property(texts, paragraphs, fc.nat(), (text, paragraph, at) => {
        const place = at % (text.length + 1);
        const fewer = unitsOf(...text);
        const more = unitsOf(...text.toSpliced(place, 0, paragraph));
        const [added, all] = [assignKeys(more, assignKeys(fewer, null)), assignKeys(more, null)];
        expect(compareVersions(assignKeys(fewer, null), added)).toMatchObject({
          same: { length: text.length },
          changed: [],
          removed: [],
        });
        expect(compareVersions(all, assignKeys(fewer, all))).toMatchObject({
          same: { length: text.length },
          changed: [],
          added: [],
        });
      }),
    );
  });

  it('are given to 20,000 units, equal, turned round or all new', () => {
    const equal = unitsOf(...Array<string>(20_000).fill('The same.'));
    const before = assignKeys(equal, null);
    expect(keysOf(assignKeys(equal.slice(7), before))).toHaveLength(19_993);
    const numbered = unitsOf(...equal.map((_, index) => `Number ${index} of many.`));
    const named = assignKeys(numbered, null);
    const turned = assignKeys(numbered.toReversed(), named);
    expect(keysOf(turned.toReversed())).toEqual(keysOf(named));
    const replaced = unitsOf(...equal.map((_, index) => `Number ${index} of others.`));
    expect(new Set(keysOf(assignKeys(replaced, named))).size).toBe(20_000);
  });
});

describe('two versions of a body', () => {
  it('are compared by their keys, in the order of the text', () => {
    const before = assignKeys(unitsOf('Gone now.', 'Stays.', 'One two three four.'), null);
    const after = assignKeys(unitsOf('Stays.', 'One two three five.', 'New here.'), before);
    expect(compareVersions(before, after)).toEqual({
      same: [before[1]!.key],
      changed: [{ key: before[2]!.key, before: before[2], after: after[1] }],
      added: [after[2]],
      removed: [before[0]],
    });
  });

  it('are the same where only the target of a link differs', () => {
    const [one, other] = ['https://a.example', 'https://b.example'].map((link) =>
      unitOf('<1>Read</1>', { links: { 1: link } }),
    );
    const before = assignKeys([one!], null);
    expect(compareVersions(before, assignKeys([other!], before)).same).toEqual([before[0]!.key]);
  });
});
