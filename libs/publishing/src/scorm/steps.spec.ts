import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { renderBody } from '../body/render-body.js';
import { stepsOf } from './steps.js';

describe('the steps of a course', () => {
  it('begin at headings of level 1 and 2, and at nothing else', () => {
    const html =
      '<p>Start</p><h1 id="a">A &amp; <em>B</em></h1><p>x</p><h2>C</h2><p>y</p><h3>D</h3>';
    expect(stepsOf(html)).toEqual([
      { title: '', html: '<p>Start</p>' },
      { title: 'A &amp; B', html: '<h1 id="a">A &amp; <em>B</em></h1><p>x</p>' },
      { title: 'C', html: '<h2>C</h2><p>y</p><h3>D</h3>' },
    ]);
    const inside = '<ul><li><h2>A</h2></li></ul><blockquote><div><h1>B</h1></div></blockquote>';
    expect(stepsOf(inside)).toHaveLength(1);
  });

  it('keep a heading with nothing below it together with what follows', () => {
    expect(stepsOf('<h1>A</h1>\n<h2>B</h2><p>x</p><h2>C</h2>').map(({ html }) => html)).toEqual([
      '<h1>A</h1>\n<h2>B</h2><p>x</p>',
      '<h2>C</h2>',
    ]);
    expect(stepsOf('<h2>A</h2><p><img src="x" alt="" /></p><h2>B</h2><p>x</p>')).toHaveLength(2);
  });

  it('close what goes around them, and open it again', () => {
    const html = '<div dir="rtl" id="h-x"><p>a</p><h2>B</h2><p>b</p></div><p>c</p>';
    expect(stepsOf(html).map(({ html: each }) => each)).toEqual([
      '<div dir="rtl" id="h-x"><p>a</p></div>',
      '<div dir="rtl"><h2>B</h2><p>b</p></div><p>c</p>',
    ]);
  });

  it('are one for a text without headings, or without anything', () => {
    expect(stepsOf('<p>x</p>')).toEqual([{ title: '', html: '<p>x</p>' }]);
    expect(stepsOf('')).toEqual([{ title: '', html: '' }]);
  });

  it('are at most three hundred, with what stands before the first, and lose nothing', () => {
    const steps = stepsOf('<h2>A</h2><p>x</p>'.repeat(1000));
    expect(steps).toHaveLength(299);
    expect(steps.map(({ html }) => html).join('')).toBe('<h2>A</h2><p>x</p>'.repeat(1000));
  });

  it('are balanced and say all that the text says, whatever it is', () => {
    const lines = [
      '# A',
      '## B',
      'Text',
      '',
      '<div>',
      '</div>',
      '- ## C',
      '> # D',
      '<h2>E',
      '</h2>',
      '<section><p>',
    ];
    const bodies = fc.array(fc.constantFrom(...lines), { maxLength: 25 });
    fc.assert(
      fc.property(bodies, (each) => {
        const html = renderBody(each.join('\n'), { locale: 'en', title: '' });
        const steps = stepsOf(html);
        for (const step of steps) expect(unbalanced(step.html)).toEqual([]);
        const words = (text: string) =>
          text
            .replace(/<[^>]*>/gu, ' ')
            .split(/\s+/u)
            .filter(Boolean);
        expect(words(steps.map((step) => step.html).join(' '))).toEqual(words(html));
      }),
    );
  });
});

/** Tags that are opened and not closed, or closed and not opened. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/gu)) {
    if (['br', 'hr', 'img'].includes(name)) continue;
    if (slash !== '/') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return [...open, `/${name}`];
  }
  return open;
}
