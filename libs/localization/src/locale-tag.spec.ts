import { describe, expect, it } from '@jest/globals';
import { canonicalLocale } from './index.js';

describe('canonicalLocale', () => {
  it.each([
    ['zh-hans', 'zh-Hans'],
    ['en-us', 'en-US'],
    ['PT-br', 'pt-BR'],
    ['ar', 'ar'],
  ])('writes %s as %s', (tag, canonical) => {
    expect(canonicalLocale(tag)).toBe(canonical);
  });

  it.each(['zh_CN', '', 'x', 'de-', 'english'.repeat(3)])('refuses %p', (tag) => {
    expect(canonicalLocale(tag)).toBeNull();
  });
});
