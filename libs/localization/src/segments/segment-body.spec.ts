import { describe, expect, it } from '@jest/globals';
import { taggedText } from '../text/tagged.js';
import { segmentBody } from './segment-body.js';
import { segmentField } from './source-unit.js';

const textsOf = (body: string) =>
  segmentBody(body).units.map(({ kind, source }) => `${kind}: ${taggedText(source)}`);
const codesOf = (body: string) =>
  segmentBody(body).units.flatMap(({ source }) =>
    source.flatMap((part) =>
      typeof part === 'string' ? [] : [`${part.kind} ${part.id} ${part.type} ${part.original}`],
    ),
  );

describe('the units of a body of Markdown', () => {
  it('are its paragraphs, headings, items and cells, without the signs that make them such', () => {
    const body =
      '# Title #\n\nSetext\n===\n\nText.\n\n- one\n- [ ] two\n\n  more\n\n> quoted\n\n| A | B |\n|---|---|\n| c | |\n';
    expect(textsOf(body)).toEqual([
      'heading: Title',
      'heading: Setext',
      'paragraph: Text.',
      'list_item: one',
      'list_item: two',
      'list_item: more',
      'paragraph: quoted',
      'table_cell: A',
      'table_cell: B',
      'table_cell: c',
    ]);
  });

  it('are not code, front matter, comments, definitions, rules or formulas', () => {
    const body =
      '---\ntitle: A\n---\n\n```\ncode\n```\n\n    code\n\n<!-- note -->\n\n[a]: https://a.example "A"\n\n* * *\n\n' +
      '$$\n\nx = y\n\n$$\n\n$$ a + b $$\n\n{% include a.html %}\n\n::: note\n\n{: .lead}\n\n<script>\nlet a;\n</script>\n';
    expect(textsOf(body)).toEqual([]);
    expect(textsOf('+++\ntitle = "A"\n+++\nText.')).toEqual(['paragraph: Text.']);
  });

  it('leave out a paragraph without a letter or digit', () => {
    expect(textsOf(':tada: 🎉 …\n\n`code`\n\n![](a.png)\n\n{{ page.title }}\n\n<br>\n')).toEqual(
      [],
    );
  });

  it('hold emphasis, links and images as pairs around the words', () => {
    expect(textsOf('A *b* **c** ~~d~~ [e](f "g") ![h](i).')).toEqual([
      'paragraph: A <1>b</1> <2>c</2> <3>d</3> <4>e</4> <5>h</5>.',
    ]);
    expect(codesOf('[*a*](b "c")')).toEqual([
      'open 1 link [',
      'open 2 emphasis *',
      'close 2 emphasis *',
      'close 1 link ](b "c")',
    ]);
  });

  it('hold code, addresses, entities, variables and breaks as single codes', () => {
    const body = '`a` <https://b.c> www.d.e, f@g.h &nbsp; {{ i }} {% j %} ${k} [^1]\\\n<br> l';
    expect(codesOf(body)).toEqual([
      'placeholder 1 code `a`',
      'placeholder 2 link <https://b.c>',
      'placeholder 3 link www.d.e',
      'placeholder 4 link f@g.h',
      'placeholder 5 html &nbsp;',
      'placeholder 6 variable {{ i }}',
      'placeholder 7 variable {% j %}',
      'placeholder 8 variable ${k}',
      'placeholder 9 footnote [^1]',
      'placeholder 10 break \\\n',
      'placeholder 11 break <br>',
    ]);
  });

  it('hold tags as pairs where these lie in each other, and alone where they cross or lack one half', () => {
    expect(textsOf('a <b>c</b> <i>d')).toEqual(['paragraph: a <1>c</1> <2/>d']);
    expect(textsOf('*a <b>c* d</b>')).toEqual(['paragraph: <1>a <2/>c</1> d<3/>']);
    expect(codesOf('Run <code>npm *a*</code>.')).toEqual([
      'placeholder 1 code <code>npm *a*</code>',
    ]);
  });

  it('know a link by its label only where the body defines it', () => {
    expect(textsOf('[a] [b][c] [[RFC] d](e)')).toEqual(['paragraph: [a] [b][c] <1>[RFC] d</1>']);
    expect(textsOf('[a] [b][C]\n\n[A]: x\n[c]: y')).toEqual(['paragraph: <1>a</1> <2>b</2>']);
  });

  it('keep escapes in the words, and the end of a line too where nothing stands before the next', () => {
    expect(textsOf('1 \\* 2\nmore')).toEqual(['paragraph: 1 \\* 2\nmore']);
  });

  it('make a code that may be left out of the end of a line that needs signs before the next', () => {
    const [quoted] = segmentBody('> a *b*\n> c').units;
    expect(quoted?.source.at(-2)).toEqual({
      kind: 'placeholder',
      id: 2,
      type: 'break',
      original: '\n> ',
      optional: true,
    });
    expect(codesOf('- a\n  b')).toEqual(['placeholder 1 break \n  ']);
    expect(codesOf('a\r\nb')).toEqual(['placeholder 1 break \r\n']);
    expect(codesOf('> a  \n> b')).toEqual(['placeholder 1 break   \n> ']);
  });

  it('leave the label of a footnote and what stands at the edges of a paragraph in the template', () => {
    expect(textsOf('[^1]: A note.\n\n{% raw %}\nText.\n{: .lead}\n\n[a]: b\nMore.')).toEqual([
      'paragraph: A note.',
      'paragraph: Text.',
      'paragraph: More.',
    ]);
    expect(textsOf('> [!NOTE]\n> Mind this.')).toEqual(['paragraph: <1/><2/>Mind this.']);
  });

  it('are the same with every kind of line end', () => {
    const body = '# A\n\nb\n\n- c\n- d\n\n| e | f |\n|---|---|\n| g | h |\n\n```\ni\n```\n';
    expect(textsOf(body.replaceAll('\n', '\r\n'))).toEqual(textsOf(body));
    expect(textsOf(body.replaceAll('\n', '\r'))).toEqual(textsOf(body));
  });

  it('are words alone where a block has more signs than anybody writes', () => {
    const words = '*a_'.repeat(1000);
    expect(segmentBody(words).units.map(({ source }) => source)).toEqual([[words]]);
  });

  it('have the digest of their words and kinds of codes: not of the target of a link, but of its words', () => {
    const hashOf = (body: string) => segmentBody(body).units[0]?.hash;
    expect(hashOf('A [b](c).')).toBe(hashOf('A [b](d).'));
    expect(hashOf('A [b](c).')).not.toBe(hashOf('A [e](c).'));
    expect(hashOf('A [b](c).')).not.toBe(hashOf('A *b*.'));
    expect(hashOf('A.')).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('count the words outside of codes, in the language of the body', () => {
    expect(segmentBody('Read [the guide](a-b-c) `now or never`.').units[0]?.words).toBe(3);
    expect(segmentBody('東京都に行きます', { locale: 'ja-JP' }).units[0]?.words).toBeGreaterThan(2);
  });
});

describe('the units of HTML', () => {
  it('are the texts between block elements, with inline elements as codes', () => {
    const body =
      '<!DOCTYPE html>\n<html><head><title>T</title><style>p {}</style></head><body>\n<h1>A</h1>\n\n<p>b <b>c</b>' +
      '<br>d &amp; e</p><ul><li>f</li></ul><table><tr><td>g</td></tr></table><pre>h</pre></body></html>\n';
    expect(segmentBody(body).format).toBe('html');
    expect(textsOf(body)).toEqual([
      'paragraph: T',
      'heading: A',
      'paragraph: b <1>c</1><2/>d &amp;amp; e',
      'list_item: f',
      'table_cell: g',
    ]);
  });

  it('are found in blocks of HTML between those of Markdown', () => {
    const body = 'A *b*.\n\n<aside class="note">\n  c <i>*d*</i>\n</aside>\n\n- e\n';
    expect(segmentBody(body).format).toBe('markdown');
    expect(textsOf(body)).toEqual([
      'paragraph: A <1>b</1>.',
      'paragraph: c <1>*d*</1>',
      'list_item: e',
    ]);
  });

  it('read Markdown inside of HTML as Markdown', () => {
    const body = '<div>\n\n# A\n\n</div>';
    expect(segmentBody(body).format).toBe('markdown');
    expect(textsOf(body)).toEqual(['heading: A']);
  });

  it('read the text of an element with the attribute `markdown` as Markdown, and that of no other', () => {
    const body =
      'A.\n\n<aside markdown="1">\n<p>*a*</p>\n  [b](c)\n  *d*\n</aside>\n<p>\n  *e*\n</p>\n';
    expect(textsOf(body)).toEqual([
      'paragraph: A.',
      'paragraph: *a*',
      'paragraph: <1>b</1><2/><3>d</3>',
      'paragraph: *e*',
    ]);
  });

  it('are alt and title where an element stands alone, and codes inside of a text', () => {
    expect(textsOf('<p><img src="a" alt="The tiers" title=x></p>')).toEqual([
      'attribute: The tiers',
    ]);
    expect(codesOf('<p>See <img alt="it"></p>')).toEqual(['placeholder 1 image <img alt="it">']);
  });

  it('have the end of a line with its indent as a code', () => {
    expect(codesOf('<p>\n  a\n  b {{ c }}\n</p>')).toEqual([
      'placeholder 1 break \n  ',
      'placeholder 2 variable {{ c }}',
    ]);
  });
});

describe('a field', () => {
  it('is one unit of plain words', () => {
    expect(segmentField(' *Pricing* & <tiers>', { locale: 'en' })).toMatchObject({
      kind: 'field',
      source: [' *Pricing* & <tiers>'],
      words: 2,
    });
    expect(segmentField('', { locale: 'en' })).toMatchObject({ source: [], words: 0 });
  });
});
