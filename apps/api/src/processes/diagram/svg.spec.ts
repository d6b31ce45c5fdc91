import { describe, expect, it } from '@jest/globals';
import { canonicalJson, DEFAULT_PROCESSES, type ProcessDefinition } from '#domain';
import { denseProcess, hostileProcess, sketchProcess } from './processes.fixture.js';
import { processSvg } from './svg.js';
import { xmlProblems } from './xml-problems.fixture.js';

/** What stands in the picture, one entry per line of text. */
const writtenIn = (svg: string) =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/gu)].map((match) => match[1]!);

describe('a process as SVG', () => {
  describe.each(DEFAULT_PROCESSES)('of the process $id', (definition) => {
    const drawing = processSvg(definition);

    it('shows every stage by its label', async () => {
      const written = writtenIn(await drawing);
      for (const { meta } of Object.values(definition.states)) {
        expect(written).toContain(meta.label);
      }
    });

    it('shows every event', async () => {
      const words = writtenIn(await drawing).flatMap((line) => line.split(/[ ,/]+/u));
      expect(words).toEqual(expect.arrayContaining(Object.keys(definition.meta.events)));
    });

    it('is well-formed', async () => {
      expect(xmlProblems(await drawing)).toEqual([]);
    });

    it('is the same again, even after storage has sorted the keys', async () => {
      const stored = JSON.parse(canonicalJson(definition)) as ProcessDefinition;
      expect(await Promise.all([processSvg(definition), processSvg(stored)])).toEqual([
        await drawing,
        await drawing,
      ]);
    });

    it('is an image with a title and a description that names every stage', async () => {
      const svg = await drawing;
      expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/u);
      const description = /<desc>([^<]+)<\/desc>/u.exec(svg)![1];
      for (const { meta } of Object.values(definition.states)) {
        expect(description).toContain(meta.label);
      }
    });

    it('needs nothing from elsewhere and fits a page 1200 px wide', async () => {
      const svg = await drawing;
      expect(svg).not.toMatch(
        /<(script|style|image|use|foreignObject|a) |\b(xlink|href|url|on\w+)=/iu,
      );
      expect(Number(/ width="(\d+)"/u.exec(svg)![1])).toBeLessThanOrEqual(1200);
    });
  });

  it('marks where it begins, once', async () => {
    const svg = await processSvg(DEFAULT_PROCESSES[0]!);
    expect(svg.match(/<circle /gu)).toHaveLength(1);
  });

  it('says how many approvals a team stage needs', async () => {
    const written = writtenIn(await processSvg(DEFAULT_PROCESSES[0]!));
    // Once in the legend, once on the stage.
    expect(written.filter((line) => line === '2 of 2')).toHaveLength(2);
  });

  it('dashes a return and nothing else that goes back', async () => {
    const definition = sketchProcess({
      stages: {
        a: { on: { submit: ['b'] } },
        b: { on: { submit: ['c'], request_changes: ['a'] } },
        c: { on: { revise: ['a'] } },
      },
    });
    const svg = await processSvg(definition);
    const dashesOf = (title: string) =>
      new RegExp(`<title>${title}</title><path [^>]*stroke-dasharray="([^"]+)"`, 'u').exec(
        svg,
      )?.[1];
    expect(dashesOf('b → a: request_changes')).toBe('5 4');
    expect(dashesOf('c → a: revise')).toBe('none');
  });

  it('explains in its legend only what it shows', async () => {
    const plain = await processSvg(sketchProcess({ stages: { a: {} } }));
    expect(writtenIn(plain)).toEqual(['Sketch', 'Structure', 'a']);
  });

  it('keeps a hostile label a text', async () => {
    const svg = await processSvg(hostileProcess);
    expect(xmlProblems(svg)).toEqual([]);
    expect(svg).not.toContain('<script');
    expect(svg).toContain(
      '<title>&quot;]--&gt;x&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;lt; a: b;',
    );
  });

  it('stays well-formed where there is far too much to draw', async () => {
    expect(xmlProblems(await processSvg(denseProcess))).toEqual([]);
  });
});

describe('the check for well-formed XML', () => {
  it.each([
    ['an element left open', '<a><b></a>', 'Expected </b>, found </a>.'],
    ['an element never closed', '<a>', 'Expected </a>, found the end.'],
    ['two roots', '<a/><b/>', 'Expected one root, found <b>.'],
    ['text outside the root', '<a/>x', 'Expected nothing outside the root, found "x".'],
    ['a bare ampersand', '<a>b & c</a>', 'Expected an escaped text, found "b & c".'],
    ['a bare angle bracket', '<a>b < c</a>', 'Expected a tag, found "< c</a>".'],
    ['a quote that ends an attribute', '<a b="c"d"/>', 'Expected a tag, found "<a b="c"d"/>".'],
    ['an attribute given twice', '<a b="1" b="2"/>', 'Expected b once in <a>.'],
    ['an unknown entity', '<a>&nbsp;</a>', 'Expected an escaped text, found "&nbsp;".'],
    ['a control character', '<a>\u0000</a>', 'Expected no control characters.'],
  ])('notices %s', (_, xml, problem) => {
    expect(xmlProblems(xml)).toEqual([problem]);
  });

  it('has nothing against what is well-formed', () => {
    expect(xmlProblems('<a b="&lt;">c &#39; &amp;<d/></a>')).toEqual([]);
  });
});
