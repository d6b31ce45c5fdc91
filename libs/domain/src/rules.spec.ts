import { describe, expect, it } from '@jest/globals';
import { type Actor, LINE } from './actor.js';
import type { EventInput } from './command.js';
import { AT, CONTENT, description, itemIn, mia, pia } from './items.fixture.js';
import type { ItemState } from './item-state.js';
import { type Approval, EMPTY_CONTEXT, type WorkContext } from './process-definition.js';
import { type RuleFacts, ruleNamed, type RuleName, RULES } from './rules.js';

interface Row {
  when: string;
  given: RuleFacts;
  params?: Record<string, unknown>;
  /** null where the rule holds */
  refusal: string | null;
}

const [productReview, legalReview] = CONTENT.definition.states['in_review']!.meta.activities;

function facts(
  changes: {
    item?: Partial<ItemState>;
    context?: Partial<WorkContext>;
    actor?: Actor;
    input?: EventInput;
    activity?: RuleFacts['activity'];
  } = {},
): RuleFacts {
  const { item = {}, context = {}, actor = mia, input = {}, activity = null } = changes;
  const state = itemIn(CONTENT, 'in_review', item);
  return {
    item: { ...state, context: { ...EMPTY_CONTEXT, ...context } },
    actor,
    input,
    activity,
    at: AT,
  };
}

function approvalBy(activity: string): Approval {
  return { activity, actorId: `by-${activity}`, digest: 'text-1' };
}

const NO_COMMENT = 'Say why: a comment is required.';
const REASONS =
  'inaccurate, incomplete, unclear, off_brand, legal_risk, terminology, formatting, outdated, other';
const NO_TIME = 'Name a moment to come in publishAt, for instance 2027-01-15T09:00:00Z';
const NO_BODY = 'There is no body yet: write a revision first.';
const OWN_WORK =
  'You wrote part of this since it was last published, so somebody else has to approve it.';
const NO_SOURCE = 'The source is not published yet; the work starts when it is.';
const MORE_APPROVALS = 'More approvals are needed.';
const NOBODY_WAITS = 'No reviewer is waiting for this.';

const noFacet = { type: null, audience: [], purpose: null, journeyStage: [] };
const facetsMissing = (names: string) =>
  `Creation cannot start before these facets are filled: ${names}.`;

const TABLES: Record<RuleName, Row[]> = {
  comment_given: [
    { when: 'a comment', given: facts({ input: { comment: 'Too long.' } }), refusal: null },
    { when: 'no comment', given: facts(), refusal: NO_COMMENT },
    { when: 'only blanks', given: facts({ input: { comment: ' \n\t' } }), refusal: NO_COMMENT },
  ],
  reason_given: [
    { when: 'a known code', given: facts({ input: { reasonCode: 'legal_risk' } }), refusal: null },
    {
      when: 'no code',
      given: facts(),
      refusal: `Give a reasonCode, one of ${REASONS}; none was given.`,
    },
    {
      when: 'an unknown code',
      given: facts({ input: { reasonCode: 'ugly' } }),
      refusal: `Give a reasonCode, one of ${REASONS}; found "ugly".`,
    },
  ],
  returns_to: [
    {
      when: 'the stage it leads to',
      given: facts({ input: { returnTo: 'drafting' } }),
      params: { stage: 'drafting' },
      refusal: null,
    },
    {
      when: 'another stage',
      given: facts({ input: { returnTo: 'approved' } }),
      params: { stage: 'drafting' },
      refusal: 'Name the stage to go back to in returnTo, one of drafting; found "approved".',
    },
    {
      when: 'no stage',
      given: facts(),
      params: { stage: 'drafting' },
      refusal: 'Name the stage to go back to in returnTo, one of drafting; none was given.',
    },
  ],
  publish_time_given: [
    {
      when: 'a moment to come',
      given: facts({ input: { publishAt: '2027-01-15T09:00:01Z' } }),
      refusal: null,
    },
    { when: 'no moment', given: facts(), refusal: `${NO_TIME}; none was given.` },
    {
      when: 'the present moment',
      given: facts({ input: { publishAt: AT } }),
      refusal: `${NO_TIME}; found "${AT}".`,
    },
    {
      when: 'words',
      given: facts({ input: { publishAt: 'soon' } }),
      refusal: `${NO_TIME}; found "soon".`,
    },
  ],
  facets_complete: [
    { when: 'every facet', given: facts(), refusal: null },
    {
      when: 'no facet',
      given: facts({ item: { description: description(noFacet) } }),
      refusal: facetsMissing('type, audience, purpose, journeyStage'),
    },
    ...(['type', 'audience', 'purpose', 'journeyStage'] as const).map((facet) => ({
      when: `all but ${facet}`,
      given: facts({ item: { description: description({ [facet]: noFacet[facet] }) } }),
      refusal: facetsMissing(facet),
    })),
    {
      when: 'no locale required, which is no facet',
      given: facts({ item: { description: description({ requiredLocales: [] }) } }),
      refusal: null,
    },
  ],
  has_body: [
    { when: 'a body', given: facts(), refusal: null },
    { when: 'no revision', given: facts({ item: { revision: null } }), refusal: NO_BODY },
    {
      when: 'a revision without a byte',
      given: facts({ item: { revision: { number: 2, digest: 'empty', size: 0 } } }),
      refusal: NO_BODY,
    },
  ],
  author_is_not_approver: [
    { when: 'nobody wrote', given: facts(), refusal: null },
    { when: 'somebody else wrote', given: facts({ context: { authors: ['pia'] } }), refusal: null },
    {
      when: 'the sender wrote, among others',
      given: facts({ context: { authors: ['mia', 'pia'] }, actor: pia }),
      refusal: OWN_WORK,
    },
    {
      when: 'the line, which writes nothing',
      given: facts({ context: { authors: ['mia'] }, actor: LINE }),
      refusal: null,
    },
  ],
  approves_once: [
    { when: 'nobody approved', given: facts(), refusal: null },
    {
      when: 'somebody else approved',
      given: facts({ context: { approvals: [approvalBy('legal_review')] } }),
      refusal: null,
    },
    {
      when: 'the sender approved for another function',
      given: facts({
        context: { approvals: [{ ...approvalBy('legal_review'), actorId: 'mia' }] },
        actor: mia,
      }),
      refusal:
        'You approved this already for another function; somebody else has to approve it too.',
    },
  ],
  source_is_published: [
    {
      when: 'a source with a digest',
      given: facts({ item: { source: { itemId: 'source-1', digest: 'source-text-1' } } }),
      refusal: null,
    },
    {
      when: 'a source without one',
      given: facts({ item: { source: { itemId: 'source-1', digest: null } } }),
      refusal: NO_SOURCE,
    },
    { when: 'no source', given: facts({ item: { source: null } }), refusal: NO_SOURCE },
  ],
  completes_quorum: [
    {
      when: 'the first of two votes',
      given: facts({ activity: productReview! }),
      params: { of: 2 },
      refusal: MORE_APPROVALS,
    },
    {
      when: 'the second of two votes',
      given: facts({
        context: { approvals: [approvalBy('product_review')] },
        activity: legalReview!,
      }),
      params: { of: 2 },
      refusal: null,
    },
    {
      when: 'two votes of the same activity',
      given: facts({
        context: { approvals: [approvalBy('product_review')] },
        activity: productReview!,
      }),
      params: { of: 2 },
      refusal: MORE_APPROVALS,
    },
    {
      when: 'one vote and an event that belongs to no activity',
      given: facts({ context: { approvals: [approvalBy('product_review')] } }),
      params: { of: 2 },
      refusal: MORE_APPROVALS,
    },
    {
      when: 'a vote where one is enough',
      given: facts({ activity: legalReview! }),
      params: { of: 1 },
      refusal: null,
    },
  ],
  resumes_at: [
    {
      when: 'the stage that waits',
      given: facts({ context: { resumeAt: 'in_review' } }),
      params: { stage: 'in_review' },
      refusal: null,
    },
    {
      when: 'another stage',
      given: facts({ context: { resumeAt: 'drafting' } }),
      params: { stage: 'in_review' },
      refusal: NOBODY_WAITS,
    },
    {
      when: 'no stage',
      given: facts(),
      params: { stage: 'in_review' },
      refusal: NOBODY_WAITS,
    },
  ],
};

describe.each(Object.entries(TABLES))('%s', (name, rows) => {
  it.each(rows.filter(({ refusal }) => refusal === null))('holds with $when', (row) => {
    expect(ruleNamed(name).holds(row.given, row.params ?? {})).toBe(true);
  });

  it.each(rows.filter(({ refusal }) => refusal !== null))('fails with $when: "$refusal"', (row) => {
    expect(ruleNamed(name).holds(row.given, row.params ?? {})).toBe(false);
    expect(ruleNamed(name).explain(row.given, row.params ?? {})).toBe(row.refusal);
  });
});

describe('the rules', () => {
  it('each have a truth table with both answers', () => {
    expect(Object.keys(TABLES).toSorted()).toEqual(Object.keys(RULES).toSorted());
    for (const rows of Object.values(TABLES)) {
      expect(new Set(rows.map(({ refusal }) => refusal === null))).toEqual(new Set([true, false]));
    }
  });

  it('name the field that answers them exactly when they ask something of the sender', () => {
    const asking = Object.keys(RULES).filter((name) => ruleNamed(name).asks !== undefined);
    expect(Object.fromEntries(asking.map((name) => [name, ruleNamed(name).asks]))).toEqual({
      comment_given: 'comment',
      reason_given: 'reasonCode',
      returns_to: 'returnTo',
      publish_time_given: 'publishAt',
    });
    expect(asking).toEqual(Object.keys(RULES).filter((name) => ruleNamed(name).kind === 'input'));
  });

  it('refuse a name that is not among them, also one that every object has', () => {
    expect(() => ruleNamed('full_moon')).toThrow(
      /^Expected a rule, one of comment_given, .*; found "full_moon"\.$/u,
    );
    expect(() => ruleNamed('constructor')).toThrow('found "constructor"');
  });
});
