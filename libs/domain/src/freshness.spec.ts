import { describe, expect, it } from '@jest/globals';
import { freshnessOf, outOfDateSince } from './freshness.js';
import { arrivedFrom, AT, CONTENT, itemIn, VARIANT } from './items.fixture.js';
import { EMPTY_CONTEXT, type ProcessDefinition, type WorkContext } from './process-definition.js';
import type { Freshness } from './vocabulary.js';

/** As it was before processes remembered that a variant is out of date. */
const OLDER: ProcessDefinition = {
  ...VARIANT.definition,
  states: Object.fromEntries(
    Object.entries(VARIANT.definition.states).map(([name, stage]) => [
      name,
      { ...stage, on: { retire: [{ target: 'retired' }] } },
    ]),
  ),
};
const OUT_OF_DATE = { since: AT, digest: 'source-2', because: 'source' } as const;
const OUT: Partial<WorkContext> = { publishedDigest: 'de-1' };

const variant = (stage: string, context: Partial<WorkContext> = {}, revision?: null) =>
  itemIn(VARIANT, stage, {
    context: { ...EMPTY_CONTEXT, ...context },
    arrival: arrivedFrom('published', { at: AT }),
    ...(revision === null && { revision }),
  });

describe('the freshness of a variant', () => {
  it.each<[stage: string, context: Partial<WorkContext>, now: Freshness, older: Freshness]>([
    ['requested', {}, 'missing', 'missing'],
    ['translating', {}, 'in_progress', 'in_progress'],
    ['approved', {}, 'in_progress', 'in_progress'],
    ['out_of_date', {}, 'out_of_date', 'out_of_date'],
    ['published', OUT, 'up_to_date', 'up_to_date'],
    ['published', { ...OUT, outOfDate: OUT_OF_DATE }, 'out_of_date', 'out_of_date'],
    ['out_of_date', OUT, 'out_of_date', 'out_of_date'],
    ['queued', { ...OUT, outOfDate: OUT_OF_DATE }, 'out_of_date', 'out_of_date'],
    ['editing', OUT, 'up_to_date', 'out_of_date'],
    ['cancelled', {}, 'missing', 'missing'],
    ['cancelled', OUT, 'missing', 'missing'],
    ['retired', OUT, 'missing', 'missing'],
  ])('in %s, remembering %j, is %s; by an older process %s', (stage, context, now, older) => {
    expect(freshnessOf(VARIANT.definition, variant(stage, context))).toBe(now);
    expect(freshnessOf(OLDER, variant(stage, context))).toBe(older);
  });

  it('is missing where it is queued and nobody has written anything', () => {
    expect(freshnessOf(VARIANT.definition, variant('queued', {}, null))).toBe('missing');
    expect(freshnessOf(VARIANT.definition, variant('translating', {}, null))).toBe('in_progress');
  });

  it('is out of date since it became so, or since it came to the stage that says so', () => {
    const since = '2026-12-24T18:00:00.000Z';
    const remembered = variant('queued', { ...OUT, outOfDate: { ...OUT_OF_DATE, since } });
    expect(outOfDateSince(VARIANT.definition, remembered)).toBe(since);
    expect(outOfDateSince(OLDER, variant('out_of_date', OUT))).toBe(AT);
    expect(outOfDateSince(OLDER, variant('editing', OUT))).toBeNull();
    expect(outOfDateSince(VARIANT.definition, variant('published', OUT))).toBeNull();
  });

  it('is for variants only', () => {
    expect(freshnessOf(CONTENT.definition, itemIn(CONTENT, 'published'))).toBeNull();
  });
});
