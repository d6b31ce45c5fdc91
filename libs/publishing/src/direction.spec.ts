import { describe, expect, it } from '@jest/globals';
import { directionOf, runsAgainst } from './direction.js';

describe('the direction of a locale', () => {
  it('is that of the script that is likely for it', () => {
    for (const locale of [
      'ar',
      'ar-EG',
      'he',
      'iw',
      'fa-IR',
      'ur',
      'yi',
      'dv',
      'ckb',
      'pa-PK',
      'uz-AF',
    ]) {
      expect([locale, directionOf(locale)]).toEqual([locale, 'rtl']);
    }
    for (const locale of [
      'en',
      'de-CH',
      'ja',
      'zh-Hant-HK',
      'az',
      'pa',
      'ku',
      'hi',
      'th',
      'xx-YY',
    ]) {
      expect([locale, directionOf(locale)]).toEqual([locale, 'ltr']);
    }
  });

  it('follows a script that the locale names, against what is likely', () => {
    expect(['az-Arab', 'ms-Arab-MY', 'tr-Arab', 'en-Hebr'].map(directionOf)).toEqual(
      Array.from({ length: 4 }, () => 'rtl'),
    );
    expect(['ar-Latn', 'sd-Deva', 'yi-Latn'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr']);
  });

  it('is refused for what is no locale', () => {
    expect(() => directionOf('pt_BR')).toThrow(
      'Expected a locale as BCP 47 writes it, such as pt-BR; found "pt_BR".',
    );
  });
});

describe('a text that runs against the direction around it', () => {
  it('has letters of the other direction only', () => {
    expect(runsAgainst('rtl', 'Win rate, 2026!')).toBe(true);
    expect(runsAgainst('rtl', 'GitHub منصة')).toBe(false);
    expect(runsAgainst('rtl', '2026 – 100 %')).toBe(false);
    expect(runsAgainst('ltr', 'שלום!')).toBe(true);
    expect(runsAgainst('ltr', 'Hello שלום')).toBe(false);
    expect(runsAgainst('rtl', '価格。')).toBe(true);
  });
});
