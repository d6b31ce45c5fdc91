import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { description } from '../items.fixture.js';
import { CONTENT_TYPES, ITEM_KINDS } from '../vocabulary.js';
import { DEFAULT_TAXONOMIES } from './default-taxonomies.js';
import { tagWith } from './tag-with.js';
import { term, withAudiences } from './taxonomies.fixture.js';
import { snakeCase, type Taxonomies, type Term, termFor } from './taxonomy.js';

const TERMS = [
  term('rep', { synonyms: ['ae', 'seller'] }),
  term('partner', { synonyms: ['reseller', 'var'] }),
  term('reseller', { status: 'merged', successor: 'partner' }),
  term('old', { status: 'deprecated', synonyms: ['older'] }),
  term('dated', { status: 'deprecated', successor: 'reseller' }),
  term('lost', { status: 'deprecated', successor: 'old' }),
];
const CLOSED = withAudiences(TERMS);
const OPEN = withAudiences(TERMS, { open: true });

function tagAudience(taxonomies: Taxonomies, audience: string[], carried: string[] = []) {
  const { facets, problems } = tagWith(taxonomies, {
    kind: 'content',
    facets: { audience },
    carried: { audience: carried },
  });
  return [facets.audience, problems.map(({ pointer, code }) => `${code} ${pointer}`)];
}

describe('a word of a facet', () => {
  it.each<[string, Taxonomies, string[], string[], string[]]>([
    ['a key as it is', CLOSED, ['rep'], ['rep'], []],
    ['a synonym as its key', CLOSED, ['ae'], ['rep'], []],
    ['a merged term as its successor', CLOSED, ['reseller'], ['partner'], []],
    ['a synonym of what was merged', CLOSED, ['var'], ['partner'], []],
    ['doubles once', CLOSED, ['seller', 'partner', 'rep', 'ae'], ['rep', 'partner'], []],
    ['an unknown word in an open taxonomy', OPEN, ['new'], ['new'], []],
    ['an unknown word in a closed one', CLOSED, ['new'], ['new'], ['not_in_list /audience/0']],
    ['a deprecated term', OPEN, ['rep', 'old'], ['rep', 'old'], ['term_deprecated /audience/1']],
    ['a synonym of it', CLOSED, ['older'], ['old'], ['term_deprecated /audience/0']],
    ['nothing', CLOSED, [], [], []],
  ])('is taken or refused: %s', (_what, taxonomies, given, taken, problems) => {
    expect(tagAudience(taxonomies, given)).toEqual([taken, problems]);
  });

  it('stays where the item carries it already, deprecated or in no list', () => {
    expect(tagAudience(CLOSED, ['old', 'gone', 'rep'], ['old', 'gone'])).toEqual([
      ['old', 'gone', 'rep'],
      [],
    ]);
    expect(tagAudience(CLOSED, ['older'], ['old'])).toEqual([['old'], []]);
    expect(tagAudience(CLOSED, ['old'], ['rep'])[1]).toEqual(['term_deprecated /audience/0']);
  });

  it('that is deprecated is refused with what to use in its place, if that can be used', () => {
    const detailFor = (word: string) =>
      tagWith(CLOSED, { kind: 'content', facets: { audience: [word] } }).problems[0]!.detail;
    expect(detailFor('old')).toBe(
      'Expected an audience that is for new use; found "old", which is deprecated.',
    );
    expect(detailFor('dated')).toBe(
      'Expected an audience that is for new use; found "dated", which is deprecated in favour of "partner".',
    );
    expect(detailFor('lost')).not.toContain('in favour');
  });

  it('is refused by name, place and list, each of them', () => {
    const facets = { type: 'poem', purpose: 'equip', journeyStage: ['awareness', 'bliss'] };
    expect(tagWith(DEFAULT_TAXONOMIES, { kind: 'content', facets })).toEqual({
      facets,
      problems: [
        {
          pointer: '/type',
          code: 'not_in_list',
          detail: `Expected a content type, one of ${CONTENT_TYPES.join(', ')}; found "poem".`,
        },
        {
          pointer: '/journeyStage/1',
          code: 'not_in_list',
          detail:
            'Expected a journey stage, one of awareness, consideration, evaluation, purchase, implementation, adoption, all; found "bliss".',
        },
      ],
    });
  });

  it('is listed without those that are deprecated, merged or of another kind', () => {
    const { problems } = tagWith(CLOSED, { kind: 'content', facets: { audience: ['x'] } });
    expect(problems[0]!.detail).toBe('Expected an audience, one of rep, partner; found "x".');
  });

  it('of type belongs to its kind, or to both, and a variant may have either', () => {
    const either = term('either');
    const type = { ...DEFAULT_TAXONOMIES.type, open: true };
    const taxonomies = { ...DEFAULT_TAXONOMIES, type: { ...type, terms: [...type.terms, either] } };
    const refusedFor = (word: string) =>
      ITEM_KINDS.filter((kind) => {
        const { problems } = tagWith(taxonomies, { kind, facets: { type: word } });
        return problems.length > 0;
      });
    expect(refusedFor('faq')).toEqual(['training']);
    expect(refusedFor('course')).toEqual(['content']);
    expect(refusedFor('either')).toEqual([]);
    expect(refusedFor('poem')).toEqual([]);
  });

  it('that is not there leaves its facet as it is, and what is no facet too', () => {
    const facets = { title: 'ae', type: null, purpose: null, requiredLocales: ['ae'] };
    expect(tagWith(CLOSED, { kind: 'content', facets })).toEqual({ facets, problems: [] });
    expect(Object.keys(tagWith(CLOSED, { kind: 'content', facets: {} }).facets)).toEqual([]);
  });
});

/** Terms w0 to w7 with synonyms s0 to s7; a term is merged into an active one that stands before it. */
const anyTerms = fc
  .array(fc.record({ status: fc.constantFrom('active', 'deprecated', 'merged'), pick: fc.nat() }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((drawn) => {
    const terms: Term[] = [];
    for (const [index, { status, pick }] of drawn.entries()) {
      const active = terms.filter((each) => each.status === 'active');
      const into = active[pick % active.length];
      const key = `w${index}`;
      const synonyms = [`s${index}`];
      if (status === 'deprecated') terms.push(term(key, { synonyms, status }));
      else if (status === 'active' || into === undefined) terms.push(term(key, { synonyms }));
      else terms.push(term(key, { status: 'merged', successor: into.key }));
    }
    return terms;
  });
const anyWords = fc.array(fc.constantFrom(...'w0 w1 w2 w3 w4 w5 s0 s1 s2 s3 free'.split(' ')), {
  maxLength: 6,
});

describe('tagging', () => {
  it('twice is tagging once, whatever the terms are', () => {
    fc.assert(
      fc.property(
        anyTerms,
        anyWords,
        anyWords,
        fc.boolean(),
        fc.constantFrom(...ITEM_KINDS),
        (terms, audience, carried, open, kind) => {
          const taxonomies = withAudiences(terms, { open });
          const tag = (facets: { audience: string[] }) =>
            tagWith(taxonomies, { kind, facets, carried: { audience: carried } });
          const once = tag({ audience });
          const twice = tag(once.facets);
          expect(twice.facets).toEqual(once.facets);
          expect(twice.problems.length > 0).toBe(once.problems.length > 0);
          expect(new Set(once.facets.audience).size).toBe(once.facets.audience.length);
        },
      ),
    );
  });

  it('without problems leaves terms in use, words of an open taxonomy and what was carried, and nothing else', () => {
    fc.assert(
      fc.property(anyTerms, anyWords, anyWords, fc.boolean(), (terms, audience, carried, open) => {
        const taxonomies = withAudiences(terms, { open });
        const tagging = {
          kind: 'content' as const,
          facets: { audience },
          carried: { audience: carried },
        };
        const { facets, problems } = tagWith(taxonomies, tagging);
        fc.pre(problems.length === 0);
        for (const word of facets.audience) {
          const found = termFor(taxonomies.audience, word);
          const inUse =
            found === undefined ? open : found.key === word && found.status === 'active';
          expect(inUse || carried.includes(word)).toBe(true);
        }
      }),
    );
  });

  it('changes nothing of a description in the default taxonomies', () => {
    const facets = description();
    expect(tagWith(DEFAULT_TAXONOMIES, { kind: 'content', facets })).toEqual({
      facets,
      problems: [],
    });
  });
});

describe('a word in snake_case', () => {
  it.each([
    ['Account Exec.', 'account_exec'],
    ['  Führungskraft (DACH) ', 'fuhrungskraft_dach'],
    ['already_so', 'already_so'],
    ['顧客', ''],
  ])('is made of %j', (text, word) => {
    expect(snakeCase(text)).toBe(word);
  });
});
