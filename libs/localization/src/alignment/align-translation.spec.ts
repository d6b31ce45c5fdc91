import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { pseudoLocalization } from '../machine/pseudo-localization.js';
import { type SourceUnit, UNIT_KINDS } from '../text/unit.js';
import { unitOf, unitsOf } from '../units.fixture.js';
import { alignTranslation } from './align-translation.js';

const heading = (text: string) => unitOf(text, { kind: 'heading' });
const item = (text: string) => unitOf(text, { kind: 'list_item' });
const linked = (text: string, link: string) => unitOf(text, { links: { 1: link } });
const placesOf = (source: SourceUnit[], target: SourceUnit[]) =>
  alignTranslation(source, target).pairs.map((pair) => [pair.source, pair.target]);

const SOURCE = [
  heading('How we price'),
  ...unitsOf(
    'Every quote begins with the list price, and nothing is agreed before the buyer has seen it.',
    'Discounts need a reason.',
  ),
  linked('Read the <1>rules for discounts</1> first.', 'https://example.com/rules'),
  heading('How we sell'),
  item('Ask what the buyer wants to change, and what it costs them to leave it as it is today.'),
  item('Show the deck.'),
  ...unitsOf(
    'After 30 days the quote ends, unless the buyer asked for more time in writing before.',
  ),
];
const TARGET = [
  heading('Wie wir Preise machen'),
  ...unitsOf(
    'Jedes Angebot beginnt mit dem Listenpreis, und nichts ist vereinbart, bevor ihn der Käufer gesehen hat.',
    'Rabatte brauchen einen Grund.',
  ),
  linked('Lies zuerst die <1>Regeln für Rabatte</1>.', 'http://example.com/rules/'),
  heading('Wie wir verkaufen'),
  item('Frage, was der Käufer ändern will, und was es ihn kostet, alles so zu lassen, wie es ist.'),
  item('Zeige die Folien.'),
  ...unitsOf(
    'Nach 30 Tagen endet das Angebot, wenn der Käufer nicht vorher schriftlich mehr Zeit wollte.',
  ),
];
const ALL = SOURCE.map((_, place) => [place, place]);

describe('a translation', () => {
  it('is aligned with its source, unit by unit', () => {
    expect(placesOf(SOURCE, TARGET)).toEqual(ALL);
    for (const { score } of alignTranslation(SOURCE, TARGET).pairs) {
      expect(score).toBeGreaterThanOrEqual(0.8);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it('of an older version leaves open what the source has gained since, and what it has lost', () => {
    const grown = SOURCE.toSpliced(
      5,
      0,
      ...unitsOf(
        'This paragraph was added: it says who may give how much, and for how long they may.',
      ),
    );
    expect(alignTranslation(grown, TARGET)).toMatchObject({ unalignedSource: [5], leftOver: [] });
    const { pairs, unalignedSource, leftOver } = alignTranslation(SOURCE.toSpliced(5, 2), TARGET);
    expect({ unalignedSource, leftOver }).toEqual({ unalignedSource: [], leftOver: [5, 6] });
    expect(pairs.at(-1)).toMatchObject({ source: 5, target: 7 });
  });

  it('is found by the targets of its links where the lengths say nothing', () => {
    const pages = ['a', 'b', 'c', 'd', 'e'].map((page) => `https://example.com/${page}`);
    const source = pages.map((page) => linked('See <1>this page</1>.', page));
    const target = pages.slice(1).map((page) => linked('Siehe <1>diese Seite</1>.', page));
    expect(placesOf(source, target)).toEqual([0, 1, 2, 3].map((place) => [place + 1, place]));
  });

  it('that cannot be told from others is left to a person', () => {
    const source = unitsOf('The first of two.', 'The other of them.');
    const target = unitsOf('Der eine von beiden.');
    expect(alignTranslation(source, target)).toMatchObject({
      pairs: [],
      unalignedSource: [0, 1],
      leftOver: [0],
    });
  });

  it('is none where the text is the source still', () => {
    const copied = TARGET.with(1, SOURCE[1]!);
    expect(alignTranslation(SOURCE, copied)).toMatchObject({ unalignedSource: [1], leftOver: [1] });
  });

  it('of nothing is nothing', () => {
    expect(alignTranslation([], [])).toEqual({ pairs: [], unalignedSource: [], leftOver: [] });
    expect(alignTranslation([], TARGET.slice(0, 1)).leftOver).toEqual([0]);
  });

  it('has each unit once, in order, and only with its like', () => {
    const texts = fc.constantFrom('One', 'Two of them', '<1>Read</1> this now', '30 days', '');
    const units = fc.array(
      fc.record({
        text: texts,
        kind: fc.constantFrom(...UNIT_KINDS),
        link: fc.constantFrom('/a', '/b'),
      }),
      { maxLength: 15 },
    );
    const made = units.map((each) =>
      each.map(({ text, kind, link }) => unitOf(text, { kind, links: { 1: link } })),
    );
    fc.assert(
      fc.property(made, made, (source, target) => {
        const { pairs, unalignedSource, leftOver } = alignTranslation(source, target);
        for (const [index, pair] of pairs.entries()) {
          expect(source[pair.source]!.kind).toBe(target[pair.target]!.kind);
          const before = pairs[index - 1] ?? { source: -1, target: -1 };
          expect(pair.source > before.source && pair.target > before.target).toBe(true);
        }
        const sources = [...pairs.map((pair) => pair.source), ...unalignedSource];
        const targets = [...pairs.map((pair) => pair.target), ...leftOver];
        expect(sources.toSorted((one, other) => one - other)).toEqual([...source.keys()]);
        expect(targets.toSorted((one, other) => one - other)).toEqual([...target.keys()]);
      }),
    );
  });

  it('of parts of a text is never aligned with the wrong one where links tell them apart', async () => {
    const source = Array.from({ length: 30 }, (_, index) =>
      linked(`<1>Page ${'x'.repeat(index % 7)}</1> tells more.`, `https://example.com/p${index}`),
    );
    const texts = await pseudoLocalization.translate(
      source.map((unit) => unit.source),
      { source: 'en', target: 'en-XA' },
    );
    fc.assert(
      fc.property(fc.subarray([...source.keys()]), (kept) => {
        const target = kept.map((place) => ({ ...source[place]!, source: texts[place]! }));
        const { pairs } = alignTranslation(source, target);
        expect(pairs.map((pair) => pair.source)).toEqual(pairs.map((pair) => kept[pair.target]));
      }),
    );
  });

  it('may have thousands of units without a heading', () => {
    const source = Array.from({ length: 5000 }, (_, index) => item(`Point ${index} of the list.`));
    const target = Array.from({ length: 5000 }, (_, index) => item(`Punkt ${index} der Liste.`));
    expect(alignTranslation(source, target).pairs).toHaveLength(5000);
  });
});
