import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { checkTerms, type Term } from './check-terms.js';

const term = (source: string, approved: string[], forbidden: string[] = []): Term => ({
  source,
  targets: [
    ...approved.map((text) => ({ text, status: 'approved' as const })),
    ...forbidden.map((text) => ({ text, status: 'forbidden' as const })),
  ],
});
const inGerman = (source: string, target: string, terms: Term[]) =>
  checkTerms(
    { source: [source], target: [target], sourceLocale: 'en', targetLocale: 'de' },
    terms,
  ).map(({ code }) => code);
const QUOTE = term('quote', ['Angebot'], ['Offerte']);

describe('the terms of a glossary', () => {
  it('are missing where the source uses one and the translation none of its words', () => {
    expect(inGerman('Send the quote.', 'Sende das Angebot.', [QUOTE])).toEqual([]);
    expect(inGerman('Send the quote.', 'Sende den Preis.', [QUOTE])).toEqual(['term_missing']);
    expect(inGerman('Send the price.', 'Sende den Preis.', [QUOTE])).toEqual([]);
  });

  it('say in words what is wrong', () => {
    const text = {
      sourceLocale: 'en',
      targetLocale: 'de',
      source: ['A quote.'],
      target: ['Eine Offerte.'],
    };
    expect(checkTerms(text, [QUOTE])).toEqual([
      {
        code: 'term_missing',
        severity: 'warning',
        detail: 'The source says "quote"; the glossary wants "Angebot" for it.',
        ids: [],
      },
      {
        code: 'term_forbidden',
        severity: 'warning',
        detail: 'The glossary forbids "Offerte" for "quote".',
        ids: [],
      },
    ]);
  });

  it('are found with an ending of up to three characters, and short ones as they are', () => {
    expect(inGerman('Quotes.', 'Die Angebote.', [QUOTE])).toEqual([]);
    expect(inGerman('Quotes.', 'Die Angebotsseite.', [QUOTE])).toEqual(['term_missing']);
    expect(inGerman('Ask for it.', 'Frage.', [term('as', ['wie'])])).toEqual([]);
  });

  it('are found as whole words, not in the middle of others', () => {
    expect(inGerman('Misquote.', 'Falsch.', [QUOTE])).toEqual([]);
  });

  it('are found across several words and across codes', () => {
    const terms = [term('sales deck', ['Verkaufsfolien'])];
    expect(inGerman('The sales decks.', 'Folien.', terms)).toEqual(['term_missing']);
    expect(inGerman('The sales of a deck.', 'Folien.', terms)).toEqual([]);
    const bold = { kind: 'open', id: 1, type: 'strong', original: '**' } as const;
    const source = ['The sales ', bold, 'deck', { ...bold, kind: 'close' as const }];
    const text = { source, target: ['Folien.'], sourceLocale: 'en', targetLocale: 'de' };
    expect(checkTerms(text, terms)).toHaveLength(1);
  });

  it('are not found within a longer term', () => {
    const terms = [term('deck', ['Deck']), term('sales deck', ['Verkaufsfolien'])];
    expect(inGerman('The sales deck.', 'Die Verkaufsfolien.', terms)).toEqual([]);
    const lead = term('lead', ['Lead-Liste'], ['Liste']);
    expect(inGerman('A lead.', 'Eine Lead-Liste.', [lead])).toEqual([]);
  });

  it('take a word as it is written before another with an ending', () => {
    expect(inGerman('Pilot.', 'Piloten.', [term('pilot', ['Piloten'], ['Pilot'])])).toEqual([]);
  });

  it('are matched with their case only where the glossary says so', () => {
    const polish = { ...term('Polish', ['polnisch']), caseSensitive: true };
    expect(inGerman('We polish it.', 'Wir polieren es.', [polish])).toEqual([]);
    expect(inGerman('In Polish.', 'Auf Deutsch.', [polish])).toEqual(['term_missing']);
  });

  it('are found by their characters where words have no spaces between them', () => {
    const terms = [term('price list', ['価格表'], ['値段表'])];
    const inJapanese = (target: string) =>
      checkTerms(
        { source: ['The price list.'], target: [target], sourceLocale: 'en', targetLocale: 'ja' },
        terms,
      ).map(({ code }) => code);
    expect(inJapanese('新しい価格表です。')).toEqual([]);
    expect(inJapanese('新しい値段表です。')).toEqual(['term_missing', 'term_forbidden']);
  });

  it('are never missing from a translation that has their approved words', () => {
    const words = fc.stringMatching(/^[a-z]{2,8}$/u);
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 20 }), (all) => {
        const terms = all.map((word) => term(word, [`x${word}`]));
        const text = (each: string[]) => [each.join(' ')];
        const [source, target] = [text(all), text(all.map((word) => `x${word}`))];
        const locales = { sourceLocale: 'en', targetLocale: 'fr' };
        expect(checkTerms({ source, target, ...locales }, terms)).toEqual([]);
        const none = checkTerms({ source, target: ['none here'], ...locales }, terms);
        expect(none).toHaveLength(all.length);
      }),
    );
  });

  it('may be thousands that all begin alike', () => {
    const terms = Array.from({ length: 2000 }, (_, index) =>
      term(`deal ${index} x`, [`d${index}`]),
    );
    expect(inGerman('deal '.repeat(5000), 'x', terms)).toEqual([]);
    expect(inGerman('deal 7 x '.repeat(2000), 'x', terms)).toEqual(['term_missing']);
  });
});
