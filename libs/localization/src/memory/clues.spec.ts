import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { knownClues, LEAST_SCORE, wantedClues } from './clues.js';
import { matchScore } from './similarity.js';
import { MOST_WORDS, tokensOf } from './tokens.js';

const SCOPE = 'acme en-US de-DE';

function shared(wanted: string, known: string): { count: number; of: number } {
  const looked = wantedClues(wanted, { scope: SCOPE, least: LEAST_SCORE });
  const { words, clues } = knownClues(known, SCOPE);
  if (words < looked.leastWords || words > looked.mostWords) return { count: 0, of: clues.length };
  return {
    count: clues.filter((clue) => looked.clues.includes(clue)).length,
    of: clues.length,
  };
}

describe('the words that likeness is made of', () => {
  it('are in lower case, without marks, and a character each where a script has no spaces', () => {
    expect(tokensOf('Read the GUIDE, please!')).toEqual(['read', 'the', 'guide', 'please']);
    expect(tokensOf('価格表 v2')).toEqual(['価', '格', '表', 'v2']);
    expect(tokensOf('اقرأ الدليل.')).toEqual(['اقرأ', 'الدليل']);
    expect(tokensOf('… — !')).toEqual([]);
  });
});

describe('clues', () => {
  const words = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 3, maxLength: 60 });
  const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom('replace', 'drop', 'add')), {
    maxLength: 5,
  });

  it('are shared by a text and each edited version of it that keeps four fifths of the words', () => {
    fc.assert(
      fc.property(words, edits, (numbers, changes) => {
        const known = numbers.map((number) => `w${number}`);
        const wanted = [...known];
        for (const [at, way] of changes) {
          const place = at % (wanted.length + 1);
          if (way === 'add') wanted.splice(place, 0, 'new');
          else wanted.splice(place, 1, ...(way === 'drop' ? [] : ['new']));
        }
        const score = matchScore([wanted.join(' ')], [known.join(' ')]);
        fc.pre(score >= 80 && score < 100);
        const { count, of } = shared(wanted.join(' '), known.join(' '));
        expect(count).toBeGreaterThan(0);
        expect(of - count).toBeLessThanOrEqual(changes.length);
      }),
    );
  });

  it('are the same whatever the case and the marks', () => {
    expect(knownClues('Read the guide, then sign.', SCOPE)).toEqual(
      knownClues('READ the guide then: sign', SCOPE),
    );
  });

  it('are others for every scope', () => {
    const text = 'Each launch has a tier and each tier has people who are ready on the day';
    const { clues } = knownClues(text, SCOPE);
    expect(
      knownClues(text, 'other en-US de-DE').clues.filter((each) => clues.includes(each)),
    ).toEqual([]);
  });

  it('stay about as many however long a text is, and still find it', () => {
    const text = Array.from({ length: 1_500 }, (_, index) => `w${(index * 7919) % 1_000}`);
    const { clues } = knownClues(text.join(' '), SCOPE);
    expect(clues.length).toBeGreaterThan(10);
    expect(clues.length).toBeLessThan(60);
    const edited = text.map((word, index) => (index % 10 === 3 ? 'new' : word)).join(' ');
    expect(shared(edited, text.join(' ')).count).toBeGreaterThan(5);
  });

  it('are none of a text without words, and none beyond the limit', () => {
    expect(knownClues('…', SCOPE)).toEqual({ words: 0, clues: [] });
    expect(knownClues('word '.repeat(MOST_WORDS + 1), SCOPE).clues).toEqual([]);
    expect(
      wantedClues('word '.repeat(MOST_WORDS + 1), { scope: SCOPE, least: LEAST_SCORE }).clues,
    ).toEqual([]);
  });
});
