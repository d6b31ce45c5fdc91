import { describe, expect, it } from '@jest/globals';
import { type Actor, LINE, type Membership } from './actor.js';
import type { EventInput } from './command.js';
import { AT, CONTENT, description, FAVOURABLE, itemIn, leo, mia, pia } from './items.fixture.js';
import type { ItemState, TaskState } from './item-state.js';
import { type Approval, EMPTY_CONTEXT, type WorkContext } from './process-definition.js';
import type { RuleFacts } from './rule-facts.js';
import { ruleNamed, type RuleName, RULES } from './rules.js';
import { noSegments } from './translation.js';
import type { TaughtContent } from './surroundings.js';

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
    membership?: Membership | null;
    surroundings?: Partial<RuleFacts['surroundings']>;
  } = {},
): RuleFacts {
  const { item = {}, context = {}, actor = mia, input = {}, activity = null } = changes;
  const { membership = null, surroundings = {} } = changes;
  const state = itemIn(CONTENT, 'in_review', item);
  return {
    item: { ...state, context: { ...EMPTY_CONTEXT, ...context } },
    actor,
    input,
    activity,
    membership,
    surroundings: { ...FAVOURABLE, ...surroundings },
    at: AT,
  };
}

function approvalBy(activity: string): Approval {
  return { activity, actorId: `by-${activity}`, digest: 'text-1' };
}

/** A membership that is the sender's own, or that of the absent person in whose place they act. */
function membershipIn(name: string, onBehalfOf?: string): Membership {
  const own = { function: name, region: null, locale: null };
  return onBehalfOf === undefined ? own : { ...own, onBehalfOf };
}

/** The task of the legal review, changed. */
function legalTask(changes: Partial<TaskState>): TaskState {
  const task = itemIn(CONTENT, 'in_review').openTasks.find(
    ({ activity }) => activity === 'legal_review',
  );
  return { ...task!, ...changes };
}

function content(changes: Partial<TaughtContent>): TaughtContent {
  const stage = changes.freshness === 'outdated' ? 'review_due' : 'drafting';
  return { itemId: 'content-1', title: 'Tiers', stage, freshness: 'current', ...changes };
}

const NO_COMMENT = 'Say why: a comment is required.';
const REASONS =
  'inaccurate, incomplete, unclear, off_brand, legal_risk, terminology, formatting, outdated, other';
const NO_TIME = 'Name a moment to come in publishAt, for instance 2027-01-15T09:00:00Z';
const NO_BODY = 'There is no body yet: write a revision first.';
const OWN_WORK =
  'You wrote part of this since it was last published, so somebody else has to approve it.';
const NO_SOURCE = 'The source is not published yet; the work starts when it is.';
const NOT_SIGNED =
  'legal is accountable for "Review claims and rights" and has not signed this text.';
const MORE_FUNCTIONS = 'More functions have to approve.';
const MORE_APPROVALS = 'More approvals are needed.';
const NOBODY_WAITS = 'No reviewer is waiting for this.';

const noFacet = { type: null, audience: [], purpose: null, journeyStage: [] };
const facetsMissing = (names: string) =>
  `Creation cannot start before these facets are filled: ${names}.`;

const DONE = { ...noSegments(), translated: { units: 3, words: 30 } };
const PROPOSED = {
  ...DONE,
  proposed: { units: 1, words: 4 },
  source_changed: { units: 1, words: 9 },
};
const IN_WORK = { sourceDigest: 'source-text-1', counts: DONE, assembled: true };
const OUT_OF_DATE = { since: AT, digest: 'source-2', because: 'source' } as const;

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
      given: facts({ item: { revision: { number: 2, digest: 'empty', size: 0, sections: [] } } }),
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
      when: 'the absent person wrote in whose place the sender acts',
      given: facts({
        context: { authors: ['leo'] },
        membership: membershipIn('legal', 'leo'),
      }),
      refusal:
        'The person in whose place you act wrote part of this since it was last published, so somebody else has to approve it.',
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
      refusal: 'You approved this already; somebody else has to approve it too.',
    },
  ],
  voted: [
    {
      when: 'an approval of the sender',
      given: facts({ context: { approvals: [{ ...approvalBy('legal_review'), actorId: 'mia' }] } }),
      refusal: null,
    },
    {
      when: 'an approval that somebody gave in the place of the sender',
      given: facts({
        context: { approvals: [{ ...approvalBy('legal_review'), onBehalfOf: 'mia' }] },
      }),
      refusal: null,
    },
    {
      when: 'only approvals of others',
      given: facts({ context: { approvals: [approvalBy('legal_review')] } }),
      refusal: 'There is no approval of yours to take back.',
    },
  ],
  text_was_seen: [
    {
      when: 'the digest of the text',
      given: facts({ input: { digest: 'text-1' } }),
      refusal: null,
    },
    {
      when: 'the digest of another text',
      given: facts({ input: { digest: 'text-0' } }),
      refusal: 'Name the text that was seen by its digest, text-1; found "text-0".',
    },
    {
      when: 'no digest',
      given: facts(),
      refusal: 'Name the text that was seen by its digest, text-1; none was given.',
    },
    {
      when: 'no text, which nobody can have seen',
      given: facts({ item: { revision: null } }),
      refusal: 'There is no text yet that could be approved.',
    },
  ],
  accountable_signed: [
    {
      when: 'a sender of the accountable function',
      given: facts({ actor: leo, activity: legalReview! }),
      refusal: null,
    },
    {
      when: 'a signature under this text',
      given: facts({
        item: { openTasks: [legalTask({ signature: { by: 'leo', digest: 'text-1' } })] },
        activity: legalReview!,
      }),
      refusal: null,
    },
    {
      when: 'a signature under another text',
      given: facts({
        item: { openTasks: [legalTask({ signature: { by: 'leo', digest: 'text-0' } })] },
        activity: legalReview!,
      }),
      refusal: NOT_SIGNED,
    },
    {
      when: 'no signature and a sender of another function',
      given: facts({ activity: legalReview! }),
      refusal: NOT_SIGNED,
    },
    { when: 'an event that belongs to no activity', given: facts(), refusal: null },
  ],
  consulted_heard: [
    { when: 'nobody asked', given: facts({ activity: legalReview! }), refusal: null },
    {
      when: 'an open question',
      given: facts({
        item: {
          openTasks: [
            legalTask({
              role: 'consulted',
              activity: 'legal_review/sales_management',
              functions: ['sales_management'],
            }),
          ],
        },
        activity: legalReview!,
      }),
      refusal: 'Still asked and not answered: sales_management.',
    },
    {
      when: 'an open question of another activity',
      given: facts({
        item: {
          openTasks: [legalTask({ role: 'consulted', activity: 'legal_review/sales_management' })],
        },
        activity: productReview!,
      }),
      refusal: null,
    },
  ],
  not_blocked: [
    { when: 'no blocker', given: facts(), refusal: null },
    {
      when: 'a blocker',
      given: facts({
        item: {
          blockers: [
            {
              id: 'blocker-1',
              category: 'budget',
              owner: { function: 'executive_management' },
              detail: 'No money for the video',
              by: 'mia',
              at: AT,
            },
          ],
        },
      }),
      refusal: 'Blocked: No money for the video (budget).',
    },
  ],
  no_open_mandatory_comments: [
    {
      when: 'an open comment that is not mandatory',
      given: facts({ item: { openComments: [{ id: 'c-1', by: 'leo', mandatory: false }] } }),
      refusal: null,
    },
    {
      when: 'an open mandatory comment',
      given: facts({
        item: {
          openComments: [
            { id: 'c-1', by: 'leo', mandatory: false },
            { id: 'c-2', by: 'leo', mandatory: true },
          ],
        },
      }),
      refusal: 'Open comments that have to be resolved first: c-2.',
    },
  ],
  goal_is_active: [
    { when: 'an active goal', given: facts(), refusal: null },
    {
      when: 'no goal',
      given: facts({ surroundings: { goal: null } }),
      refusal: 'No goal, no production: the item names no goal that it is made for.',
    },
    {
      when: 'a goal that is closed',
      given: facts({ surroundings: { goal: { id: 'g', title: 'Win rate', status: 'closed' } } }),
      refusal: 'The goal "Win rate" is closed, not active.',
    },
  ],
  linked_content_is_current: [
    { when: 'no content', given: facts(), refusal: null },
    {
      when: 'content that is current',
      given: facts({ surroundings: { taught: [content({})] } }),
      refusal: null,
    },
    {
      when: 'content that is unpublished or outdated',
      given: facts({
        surroundings: {
          taught: [
            content({}),
            content({ title: 'Pricing', freshness: 'unpublished' }),
            content({ title: 'Terms', freshness: 'outdated' }),
          ],
        },
      }),
      refusal:
        'It trains on content that is not current: "Pricing" is not published yet (drafting); "Terms" is out of date (review_due).',
    },
  ],
  reaches_quorum: [
    {
      when: 'the first of two functions',
      given: facts({ activity: legalReview!, membership: membershipIn('legal') }),
      params: { of: 2 },
      refusal: MORE_FUNCTIONS,
    },
    {
      when: 'the second of two functions',
      given: facts({
        context: {
          approvals: [{ ...approvalBy('product_review'), function: 'product_management' }],
        },
        activity: legalReview!,
        membership: membershipIn('legal'),
      }),
      params: { of: 2 },
      refusal: null,
    },
    {
      when: 'two activities of one function',
      given: facts({
        context: { approvals: [{ ...approvalBy('product_review'), function: 'legal' }] },
        activity: legalReview!,
        membership: membershipIn('legal'),
      }),
      params: { of: 2 },
      refusal: MORE_FUNCTIONS,
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
  segments_translated: [
    { when: 'no segments', given: facts(), refusal: null },
    { when: 'every segment done', given: facts({ item: { translation: IN_WORK } }), refusal: null },
    {
      when: 'two that nobody answers for',
      given: facts({ item: { translation: { ...IN_WORK, counts: PROPOSED } } }),
      refusal: 'Segments without a translation that somebody answers for: 2.',
    },
    {
      when: 'a body that was written as a whole',
      given: facts({
        item: { translation: { ...IN_WORK, counts: PROPOSED, assembled: false } },
      }),
      refusal: null,
    },
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
  change_is_substantive: [
    {
      when: 'a substantive change',
      given: facts({ input: { change: 'substantive' } }),
      refusal: null,
    },
    { when: 'a change that nobody classed', given: facts(), refusal: null },
    {
      when: 'a minor change',
      given: facts({ input: { change: 'minor' } }),
      refusal: 'The source changed only by a minor change.',
    },
    {
      when: 'a typo',
      given: facts({ input: { change: 'typo' } }),
      refusal: 'The source changed only by a typo change.',
    },
  ],
  source_text_is_awaited: [
    {
      when: 'the text that it was prepared for',
      given: facts({
        context: { awaitsSource: true, newestSourceDigest: 'source-2' },
        input: { sourceDigest: 'source-2' },
      }),
      refusal: null,
    },
    {
      when: 'another text',
      given: facts({
        context: { awaitsSource: true, newestSourceDigest: 'source-2' },
        input: { sourceDigest: 'source-3' },
      }),
      refusal: 'Another text of the source was prepared for.',
    },
    {
      when: 'nothing awaited',
      given: facts({
        context: { newestSourceDigest: 'source-2' },
        input: { sourceDigest: 'source-2' },
      }),
      refusal: 'It waits for no text of its source.',
    },
  ],
  source_is_out: [
    { when: 'a source that is out', given: facts(), refusal: null },
    {
      when: 'a source to come',
      given: facts({ context: { awaitsSource: true } }),
      refusal: 'The text of the source that it was prepared for is not out yet.',
    },
  ],
  not_out_of_date: [
    { when: 'nothing against it', given: facts(), refusal: null },
    {
      when: 'an update that has begun',
      given: facts({ context: { outOfDate: { ...OUT_OF_DATE, updating: true } } }),
      refusal: null,
    },
    {
      when: 'no update begun',
      given: facts({ context: { outOfDate: OUT_OF_DATE } }),
      refusal: `It is out of date since ${AT}, and its update has not begun.`,
    },
  ],
  text_is_as_published: [
    {
      when: 'the text that is out',
      given: facts({ context: { publishedDigest: 'text-1' } }),
      refusal: null,
    },
    {
      when: 'nothing out',
      given: facts(),
      refusal: 'Nothing was published in this locale yet.',
    },
    {
      when: 'nothing out and no text',
      given: facts({ item: { revision: null } }),
      refusal: 'Nothing was published in this locale yet.',
    },
    {
      when: 'another text',
      given: facts({ context: { publishedDigest: 'text-0' } }),
      refusal: 'Its text was changed since it was published.',
    },
  ],
  outdated_by_content: [
    {
      when: 'content that changed',
      given: facts({ context: { outOfDate: { ...OUT_OF_DATE, because: 'content' } } }),
      refusal: null,
    },
    {
      when: 'a source that changed',
      given: facts({ context: { outOfDate: OUT_OF_DATE } }),
      refusal: 'It is not out of date because of what its source trains on.',
    },
    {
      when: 'nothing that changed',
      given: facts(),
      refusal: 'It is not out of date because of what its source trains on.',
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
    expect(ruleNamed(name).remedy(row.given, row.params ?? {})).toMatch(/^[A-Z].+\.$/u);
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
      text_was_seen: 'digest',
      change_is_substantive: 'change',
      source_text_is_awaited: 'sourceDigest',
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
