import type { ItemState } from '#domain';
import { segmentBody } from '#localization';
import { describe, expect, it } from '@jest/globals';
import { holdStructure } from './hold-structure.js';
import { row, rowsOf } from './units.fixture.js';

/** A desk with a source of plain paragraphs, and German words for some of them. */
function planned(paragraphs: string[], words: (index: number) => string) {
  const body = `${paragraphs.join('\n\n')}\n`;
  const segmented = segmentBody(body);
  const units = segmented.units.map((unit, index) => ({ ...unit, key: `unit-${index}` }));
  const title = { ...units[0]!, key: 'title' };
  const text = { digest: 'text', locale: 'en', segmented, units: [title, ...units] };
  const item = { locale: 'de' } as ItemState;
  const after = rowsOf(...units.map((unit, index) => row(unit, { target: words(index) })));
  const settled = units.map(({ key }) => ({ key, outcome: 'changed' as const }));
  return holdStructure(
    { item, text, rows: new Map(), stored: new Map(), assembled: true, body: null },
    { after, settled },
  );
}

const asideIn = ({ settled }: ReturnType<typeof planned>) =>
  settled.flatMap((each) => (each.outcome === 'set_aside' ? [each.key] : []));

describe('words that would be markup', () => {
  it('are set aside, and no others', () => {
    const held = planned(['One.', 'Two.', 'Three.'], (index) => (index === 1 ? '# Zwei' : 'Ja.'));
    expect(asideIn(held)).toEqual(['unit-1']);
    expect(held.body).toBe('Ja.\n\nTwo.\n\nJa.\n');
  });

  it('are set aside together where they are too many to be told apart', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => `Paragraph ${index} of a long text.`);
    const held = planned(many, () => '# Überschrift');
    expect(asideIn(held)).toHaveLength(many.length);
    expect(held.body).toBe(`${many.join('\n\n')}\n`);
  }, 300_000);
});
