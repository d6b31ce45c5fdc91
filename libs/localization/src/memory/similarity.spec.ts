import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { textOf } from '../units.fixture.js';
import { contextScore, matchScore } from './similarity.js';

const score = (wanted: string, known: string) => matchScore(textOf(wanted), textOf(known));

describe('the score of a known text', () => {
  it('is 100 where it is equal, with codes of the same types', () => {
    expect(score('Read <1>it</1>.', 'Read <1>it</1>.')).toBe(100);
    const types = [{ 1: 'strong' }, { 1: 'link' }] as const;
    const [strong, link] = types.map((each) => textOf('Read <1>it</1>.', { types: each }));
    expect(matchScore(strong!, link!)).toBe(98);
  });

  it('is 99 at most where only case, space or codes differ', () => {
    expect(score('Read it.', 'read  it.')).toBe(99);
    expect(score('Read it.', 'Read <1/>it.')).toBe(99);
    expect(score('<1>Read</1> it.', 'Read <1>it</1>.')).toBe(99);
    expect(score('Read it.', '<1>Read</1><2/><3/> it.')).toBe(97);
  });

  it('is the share of words that need no edit, rounded down', () => {
    expect(score('one two three', 'one two four')).toBe(66);
    expect(score('one two three', 'one two')).toBe(66);
    expect(score('one two', 'three four')).toBe(0);
    expect(score('Internationalisation pays', 'It pays')).toBe(50);
  });

  it('counts the words of languages that write without spaces', () => {
    expect(score('新しい価格表です', '新しい製品表です')).toBeGreaterThan(40);
  });

  it('is 0 between words and none', () => {
    expect(matchScore([], ['word'])).toBe(0);
    expect(matchScore([], [])).toBe(100);
  });

  it('is the same both ways, from 0 to 100, and 100 only where the texts are equal', () => {
    const parts = fc.constantFrom('one', 'two ', 'Two ', ' ', '.', '<1/>', '<2>', '</2>', '価格');
    const texts = fc.array(parts, { maxLength: 8 }).map((each) => each.join(''));
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const points = score(one, other);
        expect(points).toBe(score(other, one));
        expect(Number.isInteger(points) && points >= 0 && points <= 100).toBe(true);
        expect(points === 100).toBe(one === other);
      }),
    );
  });

  it('is told of texts of any length', () => {
    const long = 'word '.repeat(50_000);
    expect(score(long, `${long} `)).toBe(99);
    expect(score(long, 'word')).toBe(0);
    expect(score(long.slice(0, 20_000), `other ${long.slice(0, 20_000)}`)).toBe(99);
  });
});

describe('the score of a known text in its context', () => {
  it('is 101 where it is equal and so are its neighbours', () => {
    const wanted = { text: ['Yes.'], before: 'a', after: null };
    expect(contextScore(wanted, { ...wanted })).toBe(101);
    expect(contextScore(wanted, { ...wanted, after: 'b' })).toBe(100);
    expect(contextScore(wanted, { ...wanted, text: ['No.'] })).toBe(50);
  });
});
