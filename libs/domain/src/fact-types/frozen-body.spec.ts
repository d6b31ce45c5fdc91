import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { FACT_BODY_LIMIT, frozenBody } from './frozen-body.js';

const AT = '2027-01-15T09:00:00.000Z';

const dataOf = (data: Record<string, unknown>) =>
  (JSON.parse(frozenBody('item.moved', { at: AT, data })) as { data: Record<string, unknown> })
    .data;

describe('the body of a fact', () => {
  it('is the canonical JSON of what happened', () => {
    expect(frozenBody('item.moved', { at: AT, data: { to: 'brief', from: 'intake' } })).toBe(
      `{"data":{"from":"intake","to":"brief"},"timestamp":"${AT}","type":"item.moved"}`,
    );
  });

  it('keeps everything as long as it is small enough, to the byte', () => {
    const overhead = Buffer.byteLength(frozenBody('item.moved', { at: AT, data: { comment: '' } }));
    const largest = 'x'.repeat(FACT_BODY_LIMIT - 1 - overhead);
    expect(dataOf({ comment: largest })).toEqual({ comment: largest });
    const { comment, truncated } = dataOf({ comment: `${largest}x` });
    expect(truncated).toEqual(['comment']);
    expect(comment).toMatch(/^x{19800,}…$/u);
  });

  it('loses the ends of its largest texts and lists beyond that, and says which', () => {
    const sections = Array.from({ length: 3000 }, (_, index) => `chapter/section-${index}`);
    const cut = dataOf({ comment: 'Why?', subject: 'items/1', sections });
    expect(cut).toMatchObject({ comment: 'Why?', subject: 'items/1', truncated: ['sections'] });
    const kept = cut['sections'] as string[];
    expect(kept).toEqual(sections.slice(0, kept.length));
    expect(kept.length).toBeGreaterThan(800);
  });

  it('is below the limit and well-formed, whatever it has to say', () => {
    // Control characters are six bytes each as JSON, and half of a pair would not be a text.
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '漢', '🙂', '\u0001', '"') });
    const long = fc.tuple(text, fc.nat(9000)).map(([part, times]) => part.repeat(times % 900));
    const value = fc.oneof(long, fc.array(long, { maxLength: 9 }), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 9 }), value, { maxKeys: 6 }), (data) => {
        const body = frozenBody('item.moved', { at: AT, data });
        expect(Buffer.byteLength(body)).toBeLessThan(FACT_BODY_LIMIT);
        const said = (JSON.parse(body) as { data: Record<string, unknown> }).data;
        const { truncated = [], ...rest } = said as { truncated?: string[] };
        const untouched = Object.entries(rest).filter(([name]) => !truncated.includes(name));
        for (const [name, found] of untouched) expect(found).toEqual(data[name]);
        for (const name of truncated) expect(JSON.stringify(said[name])).not.toMatch(/\\ud/u);
      }),
      { numRuns: 60 },
    );
  });
});
