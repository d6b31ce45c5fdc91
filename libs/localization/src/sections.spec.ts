import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createHash } from 'node:crypto';
import { sectionsOf } from './sections.js';

const keysOf = (body: string) => sectionsOf(body).map(({ key }) => key);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the sections of a body', () => {
  it('are named by the path of their headings', () => {
    const body = 'Intro.\n\n# Pricing\n\nText.\n\n## Discounts\n\nText.\n\n# Terms & Rights\n';
    expect(keysOf(body)).toEqual(['start', 'pricing', 'pricing/discounts', 'terms-rights']);
    expect(sectionsOf(body).at(-1)).toMatchObject({ title: 'Terms & Rights' });
  });

  it('tell apart equal headings by where they stand, and by their count where they stand together', () => {
    expect(keysOf('# A\n## Notes\n# B\n## Notes\n## Notes\n')).toEqual([
      'a',
      'a/notes',
      'b',
      'b/notes',
      'b/notes-2',
    ]);
  });

  it('keep their digest when another section is edited, and only that one changes', () => {
    const before = sectionsOf('# A\n\nOne.\n\n# B\n\nTwo.\n');
    const after = sectionsOf('# A\n\nOne.\n\n# B\n\nThree.\n');
    expect(after[0]).toEqual(before[0]);
    expect(after[1]!.digest).not.toBe(before[1]!.digest);
  });

  it('take front matter, code, quotes and lists for what they are', () => {
    expect(keysOf('---\ntitle: Tiers\n---\n\n# A\n')).toEqual(['start', 'a']);
    expect(keysOf('```\n# not a heading\n```\n\n> # quoted\n\n- # listed\n')).toEqual(['start']);
    expect(keysOf('Setext\n======\n\nText.\n')).toEqual(['setext']);
  });

  it('have keys in every script, and one for a heading without words', () => {
    expect(keysOf('# 価格\n## مقدمة\n# !!!\n')).toEqual(['価格', '価格/مقدمة', 'untitled']);
  });

  it('leave out the deepest headings of a text that has very many', () => {
    const body = `# A\n${'## B\n'.repeat(600)}`;
    expect(keysOf(body)).toEqual(['a']);
  });

  it('are told of a megabyte of anything, which a parser of all Markdown would take minutes for', () => {
    const hostile = ['*a_', '# a\n', '#\n', '[', '`', '> ', '- ', 'a\n-\n', '```\n', '&a;', '<'];
    for (const line of hostile) {
      const body = line.repeat(1_000_000 / line.length);
      expect(sectionsOf(body).length).toBeLessThan(501);
    }
  });

  it('reads a heading without its closing marks, and underlined text as a heading', () => {
    expect(sectionsOf('## Price ##\n').map(({ title }) => title)).toEqual(['Price']);
    expect(keysOf('C#\n==\n\n# C#\n\nText.\n---\n')).toEqual(['c', 'c-2', 'c/text']);
    expect(keysOf('- item\n---\n\n> quote\n---\n')).toEqual(['start']);
  });

  it('are one for a text without headings, and none for no text', () => {
    expect(sectionsOf('Only words.')).toEqual([
      { key: 'start', title: null, digest: sha256('Only words.') },
    ]);
    expect(sectionsOf('')).toEqual([]);
  });

  it('have different keys, and change exactly when the text does', () => {
    const lines = fc.constantFrom(
      '# A',
      '## B',
      '### B',
      'Text.',
      '',
      '- # x',
      '> y',
      '```',
      '# A b',
    );
    const bodies = fc.array(lines, { maxLength: 30 }).map((each) => each.join('\n'));
    fc.assert(
      fc.property(bodies, bodies, (one, other) => {
        const [first, second] = [sectionsOf(one), sectionsOf(other)];
        expect(new Set(first.map(({ key }) => key)).size).toBe(first.length);
        const digests = (sections: typeof first) => sections.map(({ digest }) => digest).join();
        expect(digests(first) === digests(second)).toBe(one === other);
      }),
    );
  });
});
