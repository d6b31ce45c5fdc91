import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { lookUpLocale } from './look-up-locale.js';

const found = (ranges: string[], available: string[], otherwise = 'en-US') =>
  lookUpLocale(ranges, { available: [...available, otherwise], otherwise });

describe('the locale for a reader', () => {
  it.each([
    [['de-DE'], ['de-DE', 'de'], 'de-DE', ['de-DE'], false],
    [['de-AT'], ['de-DE', 'de'], 'de', ['de-AT', 'de'], true],
    [['fr-FR', 'de'], ['de', 'fr-CA'], 'de', ['fr-FR', 'fr', 'de'], true],
    [['zh-Hant-CN-x-one-two'], ['zh-Hant-CN'], 'zh-Hant-CN', undefined, true],
    [
      ['de-AT-u-co-phonebk'],
      ['de-AT'],
      'de-AT',
      ['de-AT-u-co-phonebk', 'de-AT-u-co', 'de-AT'],
      true,
    ],
    [['*', 'fr'], ['fr'], 'fr', ['fr'], false],
    [['*'], ['fr'], 'en-US', ['en-US'], false],
    [[], ['fr'], 'en-US', ['en-US'], false],
    [['ja'], ['fr'], 'en-US', ['ja', 'ja-Jpan', 'en-US'], true],
  ])('who reads %j, and there is %j, gets %s', (ranges, available, locale, tried, fallback) => {
    const lookup = found(ranges, available);
    expect([lookup.locale, lookup.fallback]).toEqual([locale, fallback]);
    if (tried !== undefined) expect(lookup.tried).toEqual(tried);
  });

  it('cuts a single letter with what it introduces', () => {
    expect(found(['zh-Hant-CN-x-one-two'], []).tried).toEqual([
      'zh-Hant-CN-x-one-two',
      'zh-Hant-CN-x-one',
      'zh-Hant-CN',
      'zh-Hant',
      'zh',
      'en-US',
    ]);
  });

  it.each([
    ['zh-TW', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['zh-HK', ['zh-CN', 'zh-TW'], 'zh-TW'],
    ['zh', ['zh-TW', 'zh-Hans-CN'], 'zh-Hans-CN'],
    ['de', ['de-CH', 'de-DE'], 'de-DE'],
    ['de-AT', ['de-CH', 'de-LI'], 'de-CH'],
    ['sr-Latn', ['sr-RS'], 'en-US'],
  ])('takes %s among %j as %s, by the likely script and region', (range, available, locale) => {
    expect(found([range], available).locale).toBe(locale);
  });

  it('looks for what was asked for before it guesses', () => {
    expect(found(['de-AT', 'fr-FR'], ['de-DE', 'fr']).locale).toBe('fr');
  });

  it('is always one that is there, and the very one that was asked for first if that is there', () => {
    const tag = fc.constantFrom(
      'de',
      'de-AT',
      'de-DE',
      'zh-TW',
      'zh-Hant',
      'zh-Hans-CN',
      'en-US',
      'sr',
      '*',
    );
    fc.assert(
      fc.property(fc.array(tag), fc.uniqueArray(tag), (ranges, tags) => {
        const available = [...tags.filter((each) => each !== '*'), 'en-US'];
        const { locale, fallback } = lookUpLocale(ranges, { available, otherwise: 'en-US' });
        expect(available).toContain(locale);
        const [first] = ranges;
        if (first === undefined || first === '*') expect(fallback).toBe(false);
        else if (available.includes(first)) expect([locale, fallback]).toEqual([first, false]);
        else expect(fallback).toBe(true);
      }),
    );
  });
});
