import { describe, expect, it } from '@jest/globals';
import type { Reason } from '../refusal.js';
import { audiences, term } from './taxonomies.fixture.js';
import type { Term } from './taxonomy.js';
import {
  mergedInto,
  whyNotDeprecated,
  whyNotLiving,
  whyNotMerged,
  whyNotNamed,
  whyNotReactivated,
} from './term-rules.js';

const rep = term('rep', { synonyms: ['ae'] });
const partner = term('partner', { synonyms: ['reseller', 'var'] });
const reseller = term('reseller', { status: 'merged', successor: 'partner' });
const old = term('old', { status: 'deprecated' });
const faq = term('faq', { kind: 'content' });
const lesson = term('lesson', { kind: 'training' });
const TAXONOMY = audiences([rep, partner, reseller, old]);

const codes = (reasons: Reason[]) => reasons.map(({ code }) => code);

describe('the words of a term', () => {
  it.each<[string, Pick<Term, 'key' | 'synonyms'>, boolean, string[]]>([
    ['free ones', { key: 'buyer', synonyms: ['client'] }, true, []],
    ['the key of another', { key: 'rep', synonyms: [] }, true, ['key_taken']],
    ['the synonym of another as key', { key: 'ae', synonyms: [] }, true, ['key_taken']],
    ['the key of a merged one', { key: 'reseller', synonyms: [] }, true, ['key_taken']],
    ['the key of a deprecated one', { key: 'x', synonyms: ['old'] }, true, ['synonym_taken']],
    ['a merged key as synonym', { key: 'x', synonyms: ['reseller'] }, true, ['synonym_taken']],
    ['its own, kept', { key: 'rep', synonyms: ['ae', 'seller'] }, false, []],
    ['those merged into it', { key: 'partner', synonyms: ['reseller'] }, false, []],
    [
      'those of another',
      { key: 'rep', synonyms: ['var', 'partner'] },
      false,
      ['synonym_taken', 'synonym_taken'],
    ],
  ])('are %s', (_what, words, isNew, reasons) => {
    expect(codes(whyNotNamed(TAXONOMY, words, { isNew }))).toEqual(reasons);
  });

  it('are refused with who has them', () => {
    expect(
      whyNotNamed(TAXONOMY, { key: 'x', synonyms: ['var', 'old'] }, { isNew: true }),
    ).toMatchObject([
      { code: 'synonym_taken', detail: '"var" already stands for "partner" of audience.' },
      { code: 'synonym_taken', detail: '"old" is a term of audience.' },
    ]);
  });
});

describe('merging', () => {
  it.each<[string, Term, Term, string[]]>([
    ['two active terms', rep, partner, []],
    ['a deprecated one into an active one', old, rep, []],
    ['a term into itself', rep, rep, ['same_term']],
    ['into a deprecated one', rep, old, ['successor_deprecated']],
    ['into a merged one', rep, reseller, ['successor_merged']],
    ['a merged one again', reseller, rep, ['term_merged']],
    ['content into training', faq, lesson, ['other_kind']],
    ['one for both kinds into content', rep, faq, ['other_kind']],
    ['content into one for both kinds', faq, rep, []],
    ['two of one kind', faq, term('guide', { kind: 'content' }), []],
  ])('%s', (_what, from, into, reasons) => {
    expect(codes(whyNotMerged(TAXONOMY, from, into))).toEqual(reasons);
  });

  it('gives the other its words', () => {
    expect(mergedInto(partner, rep)).toEqual({
      ...rep,
      synonyms: ['ae', 'partner', 'reseller', 'var'],
    });
  });
});

describe('the life of a term', () => {
  it('is ended by deprecation, in favour of one that is in use', () => {
    expect(codes(whyNotDeprecated(TAXONOMY, rep, null))).toEqual([]);
    expect(codes(whyNotDeprecated(TAXONOMY, rep, partner))).toEqual([]);
    expect(codes(whyNotDeprecated(TAXONOMY, old, partner))).toEqual([]);
    expect(codes(whyNotDeprecated(TAXONOMY, rep, rep))).toEqual(['same_term']);
    expect(codes(whyNotDeprecated(TAXONOMY, rep, old))).toEqual(['successor_deprecated']);
    expect(codes(whyNotDeprecated(TAXONOMY, faq, lesson))).toEqual(['other_kind']);
    expect(codes(whyNotDeprecated(TAXONOMY, reseller, null))).toEqual(['term_merged']);
  });

  it('begins again for deprecated ones only', () => {
    expect(codes(whyNotReactivated(TAXONOMY, old))).toEqual([]);
    expect(codes(whyNotReactivated(TAXONOMY, rep))).toEqual(['term_active']);
    expect(codes(whyNotReactivated(TAXONOMY, reseller))).toEqual(['term_merged']);
  });

  it('points from a merged one to the last of those it was merged into', () => {
    const dealer = term('dealer', { status: 'merged', successor: 'reseller' });
    const chain = audiences([rep, partner, reseller, dealer]);
    expect(whyNotLiving(chain, dealer)).toEqual([
      {
        code: 'term_merged',
        detail: '"dealer" was merged into "reseller".',
        remedy: 'Change "partner".',
      },
    ]);
  });

  it('leaves a merged one as it is', () => {
    expect(whyNotLiving(TAXONOMY, rep)).toEqual([]);
    expect(whyNotLiving(TAXONOMY, reseller)).toMatchObject([
      { code: 'term_merged', detail: '"reseller" was merged into "partner".' },
    ]);
  });
});
