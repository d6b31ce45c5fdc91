import { describe, expect, it } from '@jest/globals';
import { LINE } from './actor.js';
import { gus, mia, person, regional } from './items.fixture.js';
import {
  languageRangeCovers,
  membershipCovers,
  regionOf,
  resolveFunctions,
  whyNotRouted,
} from './routing.js';

const GERMAN = { functions: ['regional'], locale: 'de-DE' };
const SWISS = { functions: ['regional'], locale: 'de-CH' };
const ANYWHERE = { functions: ['marketing', 'regional'], locale: null };

describe('a language range', () => {
  it.each([
    ['de', 'de'],
    ['de', 'de-DE'],
    ['de-DE', 'de-DE'],
    ['DE', 'de-de'],
    ['de-de', 'de-DE'],
    ['zh-Hans', 'zh-Hans-CN'],
    ['zh', 'zh-Hant-TW'],
    ['de-DE', 'de-DE-1996'],
  ])('%s covers %s', (range, tag) => {
    expect(languageRangeCovers(range, tag)).toBe(true);
  });

  it.each([
    ['de-DE', 'de', 'a narrower range does not cover the wider tag'],
    ['de', 'den', 'a prefix has to end at a subtag'],
    ['de-D', 'de-DE', 'a prefix has to end at a subtag'],
    ['de-DE', 'de-Latn-DE', 'basic filtering skips no subtag'],
    ['de', 'en-DE', 'another language'],
    ['de-CH', 'de-DE', 'another region'],
    ['DE', 'en-DE', 'a range begins with the language'],
  ])('%s does not cover %s: %s', (range, tag) => {
    expect(languageRangeCovers(range, tag)).toBe(false);
  });
});

describe('the region of a tag', () => {
  it.each([
    ['de-DE', 'DE'],
    ['zh-Hans-CN', 'CN'],
    ['de-DE-1996', 'DE'],
    ['de', null],
    ['zh-Hans', null],
    ['es-419', null],
    ['DE', null],
  ])('%s: %s', (tag, region) => {
    expect(regionOf(tag)).toBe(region);
  });
});

describe('a membership', () => {
  const everywhere = { function: 'regional', region: null, locale: null };

  it('covers only tasks of its function', () => {
    expect(membershipCovers(everywhere, GERMAN)).toBe(true);
    expect(membershipCovers({ ...everywhere, function: 'legal' }, GERMAN)).toBe(false);
  });

  it('with a locale covers the tasks whose locale its range covers', () => {
    const german = { ...everywhere, locale: 'de' };
    expect(membershipCovers(german, GERMAN)).toBe(true);
    expect(membershipCovers(german, { ...GERMAN, locale: 'fr-FR' })).toBe(false);
  });

  it('with a region covers the tasks of that region, in any language', () => {
    const inSwitzerland = { ...everywhere, region: 'CH' };
    expect(membershipCovers(inSwitzerland, SWISS)).toBe(true);
    expect(membershipCovers(inSwitzerland, { ...SWISS, locale: 'fr-CH' })).toBe(true);
    expect(membershipCovers(inSwitzerland, GERMAN)).toBe(false);
    expect(membershipCovers(inSwitzerland, { ...GERMAN, locale: 'de' })).toBe(false);
  });

  it('with both needs both', () => {
    const swissGerman = { ...everywhere, region: 'CH', locale: 'de' };
    expect(membershipCovers(swissGerman, SWISS)).toBe(true);
    expect(membershipCovers(swissGerman, GERMAN)).toBe(false);
    expect(membershipCovers(swissGerman, { ...SWISS, locale: 'fr-CH' })).toBe(false);
  });

  it('is not narrowed where a task has no locale', () => {
    const spanish = { ...everywhere, region: 'MX', locale: 'es' };
    expect(membershipCovers(spanish, ANYWHERE)).toBe(true);
  });
});

describe('whyNotRouted', () => {
  it('has nothing against one covering membership among several', () => {
    const both = person('bo', 'legal');
    both.memberships.push({ function: 'regional', region: null, locale: 'de' });
    expect(whyNotRouted(both, GERMAN)).toBeNull();
  });

  it('keeps tasks from the line, which does no work of people', () => {
    expect(whyNotRouted(LINE, GERMAN)?.code).toBe('not_your_function');
  });

  it('tells someone of another function whose task it is, and each function of theirs once', () => {
    expect(whyNotRouted(mia, GERMAN)).toMatchObject({
      code: 'not_your_function',
      detail: 'This is for regional; you work in marketing.',
    });
    expect(
      whyNotRouted(person('lo', 'legal', 'event_management', 'legal'), ANYWHERE),
    ).toMatchObject({
      code: 'not_your_function',
      detail: 'This is for marketing or regional; you work in legal, event_management.',
    });
  });

  it('tells someone without any function so', () => {
    expect(whyNotRouted(gus, GERMAN)?.detail).toBe(
      'This is for regional; you work in no function.',
    );
  });

  it('tells someone of another locale or region what their memberships cover', () => {
    const elsewhere = regional('eva', { locale: 'fr', region: 'CA' });
    elsewhere.memberships.push(...regional('eva', { region: 'AT' }).memberships);
    // A membership of another function says nothing about this task.
    elsewhere.memberships.push({ function: 'legal', region: 'DE', locale: 'de' });
    expect(whyNotRouted(elsewhere, GERMAN)).toMatchObject({
      code: 'not_your_locale',
      detail: 'This is for the regional people of de-DE; your memberships cover fr in CA, AT.',
    });
  });
});

describe('resolveFunctions', () => {
  it('puts the owner function for owner and names each function once', () => {
    expect(resolveFunctions(['owner', 'legal'], 'marketing')).toEqual(['marketing', 'legal']);
    expect(resolveFunctions(['marketing', 'owner'], 'marketing')).toEqual(['marketing']);
  });
});
