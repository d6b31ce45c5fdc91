import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { derivedUuid, sha256 } from './identifiers.js';

const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;
/** From 1970 to the last moment that 48 bits hold. */
const moments = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('derivedUuid', () => {
  it('is a UUID version 7 that carries its moment in the first 48 bits', () => {
    fc.assert(
      fc.property(moments, fc.string(), (atMs, seed) => {
        const uuid = derivedUuid(atMs, seed);
        expect(uuid).toMatch(VERSION_7);
        expect(Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16)).toBe(atMs);
      }),
    );
  });

  it('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(moments, moments, fc.string(), fc.string(), (one, other, seed, otherSeed) => {
        fc.pre(one !== other);
        expect(derivedUuid(one, seed) < derivedUuid(other, otherSeed)).toBe(one < other);
      }),
    );
  });

  it('is the same for the same moment and seed, today and in a year', () => {
    expect(derivedUuid(Date.parse('2027-01-15T09:00:00.000Z'), 'item-1:8:task:draft')).toBe(
      '01a31893-3e80-7145-9216-cda92fd8ff09',
    );
  });

  it('differs for another seed at the same moment', () => {
    const ids = ['item-1:8:task:draft', 'item-1:8:task:edit', 'item-1:9:task:draft'].map((seed) =>
      derivedUuid(0, seed),
    );
    expect(new Set(ids).size).toBe(3);
  });
});

describe('sha256', () => {
  it('hashes the UTF-8 bytes of a text', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('Käse')).toBe('f9eeb52c9bc41ee560ba93468b92317220be4939954e8b50591b8b71accc53ae');
  });
});
