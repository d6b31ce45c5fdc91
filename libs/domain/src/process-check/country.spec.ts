import { describe, expect, it } from '@jest/globals';
import { isCountry } from './country.js';

describe('the code of a country', () => {
  it('is one of the 249 that ISO 3166-1 assigns, or that of Kosovo', () => {
    const capitals = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = capitals.flatMap((one) => capitals.map((other) => one + other));
    expect(codes.filter((code) => isCountry(code))).toHaveLength(250);
  });

  it.each(['DE', 'GB', 'CH', 'US', 'CW', 'XK'])('can be %s', (code) => {
    expect(isCountry(code)).toBe(true);
  });

  it.each(['XX', 'ZZ', 'QQ', 'EU', 'UN', 'UK', 'SU', 'DD', 'XA'])('cannot be %s', (code) => {
    expect(isCountry(code)).toBe(false);
  });
});
