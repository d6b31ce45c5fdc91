import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { frontMatterOf } from '../front-matter.js';
import { readTagged } from '../text/tagged.js';
import type { InlineText } from '../text/unit.js';
import { assembleBody } from './assemble-body.js';
import { segmentBody } from './segment-body.js';
import { breaksStructure, structureOf } from './structure.js';

const again = (body: string) => assembleBody(segmentBody(body), ({ source }) => source);
/** Other words in the same codes: every letter becomes another. */
const inOtherWords = (text: InlineText): InlineText =>
  text.map((part) => (typeof part === 'string' ? part.replaceAll(/\p{L}/gu, 'ž') : part));
const translated = (body: string, tagged: string) => {
  const segmented = segmentBody(body);
  return assembleBody(segmented, ({ source }) => readTagged(tagged, source));
};
const isBrokenBy = (body: string, tagged: string) =>
  breaksStructure(segmentBody(body), ({ source }, index) =>
    index === 0 ? readTagged(tagged, source) : source,
  );

const FRAGMENTS =
  '# |## |> |- |* |1. |- [ ] |    |\t|a|b c|Ä|語|🎉|\0|\ud800|\uFEFF|\u00a0|*|**|_|~~|`|```|[|]|](|)|![|[a]|[a]: b|[^1]|[^1]: |' +
  '<|>|<b>|</b>|<br>|<div>|</div>|<p>|<!--|-->|<pre>|<script>|</script>|<img alt="a">|<a title=\'b\'>|&amp;|&|\\|{{ a }}|{% b %}|' +
  '${c}|$$|:::|{: .d}|:e:|www.f.g|h@i.j|https://k.l|---|===|+++|"|.| |  ';
const fragments = [...FRAGMENTS.split('|'), '|', '|---|', '\n', '\n', '\n\n', '\r\n', '\r', '  \n'];
const bodies = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

const HARMLESS = [
  '# A b',
  'Set *ext*\n===',
  'C [d](e "f") `g` **h _i_ j**.',
  '> K\n> l <b>m</b>  \n> n',
  '- o\n\n  p\n- q\n  r ![s](t)',
  '1. [ ] u\n2. ~~v~~ w',
  '| x | y *z* |\n|---|:-:|\n| aa | |\n| bb \\| cc | dd |',
  '<aside title="ee">\n  ff <i>gg</i>\n  hh\n</aside>',
  '```\nii\n```',
  '[jj] and [kk][jj] and [ll].',
  '[jj]: https://mm.nn',
  '[^1]: Oo {{ pp }} &nbsp; www.qq.rr ss[^1].',
  '<p><img alt="tt" src="uu"></p>',
  '::: vv\n\nww\n\n:::',
];
const documents = fc
  .tuple(
    fc.array(fc.constantFrom(...HARMLESS), { maxLength: 12 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('', '---\na: b\n---\n', '\uFEFF'),
  )
  .map(([blocks, end, start]) => start + `${blocks.join('\n\n')}\n`.replaceAll('\n', end));

describe('a body that is put together again', () => {
  it('is the same to the byte, whatever it was', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(again(body)).toBe(body);
      }),
      { numRuns: 1000 },
    );
  });

  it('has the same structure in other words with the same codes', () => {
    fc.assert(
      fc.property(documents, (body) => {
        const segmented = segmentBody(body);
        expect(again(body)).toBe(body);
        const other = segmentBody(assembleBody(segmented, ({ source }) => inOtherWords(source)));
        expect(other.template).toEqual(segmented.template);
        expect(structureOf(other)).toBe(structureOf(segmented));
        expect(breaksStructure(segmented, ({ source }) => inOtherWords(source))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('takes the words of a translation and keeps all around them', () => {
    expect(translated('> - See [it](a "b").\n', 'Siehe <1>dies</1>.')).toBe(
      '> - Siehe [dies](a "b").\n',
    );
  });

  it('keeps a link that is looked up by its own words when these change', () => {
    expect(translated('[guide]\n\n[guide]: a', '<1>Anleitung</1>')).toBe(
      '[Anleitung][guide]\n\n[guide]: a',
    );
    expect(isBrokenBy('[guide][]\n\n[guide]: a', '<1>Anleitung</1>')).toBe(false);
  });

  it('takes other front matter, and a line end behind it where it has none', () => {
    const segmented = segmentBody('---\na: b\n---\n# A\n');
    const withFrontMatter = (frontMatter: string) =>
      assembleBody(segmented, ({ source }) => source, { frontMatter });
    expect(withFrontMatter('')).toBe('# A\n');
    expect(withFrontMatter('---\nc: d\n---')).toBe('---\nc: d\n---\n# A\n');
  });

  it('is segmented to the end and the same, hundreds of kilobytes of anything', () => {
    const hostile =
      '*a_|[a](|~~a|[a][b]|> |+ |1. 1. |``a|<|<a |<b>|<!--|</i>|&|{{|{%|www.|a@|[^|[a\n|[a]: b\n|a\r|$$\n|\\|\t|語|a.'.split(
        '|',
      );
    const bad = [
      ...hostile.map((each) => each.repeat(300_000 / each.length)),
      `<!doctype html>${'<b>'.repeat(100_000)}`,
      `${'- + '.repeat(2000)}a\n${'\n'.repeat(300_000)}`,
      `[a]: b "\n${'x\n'.repeat(150_000)}`,
      `|a\n${' '.repeat(150_000)}${'-'.repeat(150_000)}x`,
      `${'*a_'.repeat(160)}\n\n`.repeat(600),
    ];
    for (const body of bad) expect(again(body) === body).toBe(true);
  }, 120_000);
});

describe('a translation breaks the structure', () => {
  it('by words that begin a block', () => {
    expect(isBrokenBy('Text.', '# Text.')).toBe(true);
    expect(isBrokenBy('Text.', 'One.\n\nTwo.')).toBe(true);
    expect(isBrokenBy('- a', '')).toBe(true);
    expect(isBrokenBy('| a | b |\n|---|---|\n', 'a | c')).toBe(true);
  });

  it('by words that make codes, or unmake them', () => {
    expect(isBrokenBy('Text.', '*Text*.')).toBe(true);
    expect(isBrokenBy('**Text** more', '<1>(Text)</1>more')).toBe(true);
    expect(isBrokenBy('See www.a.b now', '<1/>jetzt')).toBe(true);
    expect(isBrokenBy('<p>a <b>c</b></p>', 'a </1>c<1>')).toBe(true);
  });

  it('not by other words, other order or a line end that is left out', () => {
    expect(isBrokenBy('> A *b*\n> `c`', '<3/> wird <1>ä</1>')).toBe(false);
    expect(isBrokenBy('A * b', 'B ** a')).toBe(false);
  });
});

describe('the structure of a body', () => {
  it('is that of its translation, whatever their front matter', () => {
    expect(structureOf(segmentBody('---\na: b\n---\n# A *b*\n'))).toBe(
      structureOf(segmentBody('# Ä *ß* ö\n')),
    );
    expect(structureOf(segmentBody('# A\n'))).not.toBe(structureOf(segmentBody('## A\n')));
    expect(structureOf(segmentBody('A *b*'))).not.toBe(structureOf(segmentBody('A **b**')));
  });
});

describe('front matter', () => {
  it('is what stands at the very start between two equal lines', () => {
    expect(frontMatterOf('---\na: b\n---\ntext')).toBe('---\na: b\n---\n');
    expect(frontMatterOf('+++\r\na\r\n+++')).toBe('+++\r\na\r\n+++');
    expect(frontMatterOf('---\na: b\n+++\n')).toBe('');
    expect(frontMatterOf('\n---\na: b\n---\n')).toBe('');
  });
});
