import { actorId, standsInFor } from './actor.js';
import type { Description, ItemState } from './item-state.js';
import { isQuestionOf } from './open-tasks.js';
import type { Activity, Approval } from './process-definition.js';
import { membershipFor, resolveFunctions } from './routing.js';
import type { RuleFacts } from './rule-facts.js';
import type { Rule } from './rule.js';
import { SOURCE_RULES } from './source-rules.js';
import type { Surroundings } from './surroundings.js';
import { unfinishedIn } from './translation.js';
import { REASON_CODES } from './vocabulary.js';
import { presentVotes, votingFunction } from './votes.js';

const filled = (text: string | undefined) => text !== undefined && text.trim() !== '';

/** The facets that are due before creation starts and are still empty. */
export const missingFacets = (description: Description): string[] =>
  [
    description.type === null && 'type',
    description.audience.length === 0 && 'audience',
    description.purpose === null && 'purpose',
    description.journeyStage.length === 0 && 'journeyStage',
  ].filter((facet) => facet !== false);

/** The sender, and the absent person in whose place they act. */
const standingIn = ({ actor, membership }: RuleFacts): string[] =>
  [actorId(actor), standsInFor(membership)].filter((id) => id !== null);

const gaveApproval = (approval: Approval, ids: string[]): boolean =>
  ids.includes(approval.actorId) || ids.includes(approval.onBehalfOf ?? '');

/** The functions that an approval of this sender would count for, beside those that have approved. */
const approvingFunctions = ({ item, activity, membership }: RuleFacts): Set<string> => {
  const given = presentVotes(item).map((approval) => approval.function ?? approval.activity);
  const own = votingFunction(activity, membership, item);
  return new Set(own === null ? given : [...given, own]);
};

/** Every guard a process can name. Adding one: here, and its truth table in rules.spec.ts. */
export const RULES = {
  comment_given: {
    kind: 'input',
    asks: 'comment',
    holds: ({ input }) => filled(input.comment),
    explain: () => 'Say why: a comment is required.',
    remedy: () => 'Send a comment.',
  },
  reason_given: {
    kind: 'input',
    asks: 'reasonCode',
    holds: ({ input }) => REASON_CODES.some((code) => code === input.reasonCode),
    explain: ({ input }) =>
      `Give a reasonCode, one of ${REASON_CODES.join(', ')}; ${found(input.reasonCode)}.`,
    remedy: () => `Send a reasonCode, one of ${REASON_CODES.join(', ')}.`,
  },
  returns_to: {
    kind: 'input',
    asks: 'returnTo',
    holds: ({ input }, params) => input.returnTo === params['stage'],
    explain: ({ input }, params) =>
      `Name the stage to go back to in returnTo, one of ${String(params['stage'])}; ${found(input.returnTo)}.`,
    remedy: (_facts, params) => `Send returnTo, one of ${String(params['stage'])}.`,
  },
  publish_time_given: {
    kind: 'input',
    asks: 'publishAt',
    holds: ({ input, at }) => {
      const moment = Date.parse(input.publishAt ?? '');
      return at === null ? !Number.isNaN(moment) : moment > Date.parse(at);
    },
    explain: ({ input }) =>
      `Name a moment to come in publishAt, for instance 2027-01-15T09:00:00Z; ${found(input.publishAt)}.`,
    remedy: () => 'Send publishAt, a moment to come.',
  },
  text_was_seen: {
    kind: 'input',
    asks: 'digest',
    answerable: ({ item }) => item.revision !== null,
    holds: ({ item, input }) => item.revision !== null && input.digest === item.revision.digest,
    explain: ({ item, input }) =>
      item.revision === null
        ? 'There is no text yet that could be approved.'
        : `Name the text that was seen by its digest, ${item.revision.digest}; ${found(input.digest)}.`,
    remedy: () =>
      'Read the current revision, and send its digest or the version of the item as If-Match.',
  },
  facets_complete: {
    kind: 'state',
    holds: ({ item }) => missingFacets(item.description).length === 0,
    explain: ({ item }) =>
      `Creation cannot start before these facets are filled: ${missingFacets(item.description).join(', ')}.`,
    remedy: ({ item }) =>
      `Fill ${missingFacets(item.description).join(', ')} by PATCH on the item.`,
  },
  has_body: {
    kind: 'state',
    holds: ({ item }) => item.revision !== null && item.revision.size > 0,
    explain: () => 'There is no body yet: write a revision first.',
    remedy: () => 'Let the holder of the task write a revision.',
  },
  author_is_not_approver: {
    kind: 'actor',
    holds: (facts) => standingIn(facts).every((id) => !facts.item.context.authors.includes(id)),
    explain: ({ item, actor }) =>
      item.context.authors.includes(actorId(actor))
        ? 'You wrote part of this since it was last published, so somebody else has to approve it.'
        : 'The person in whose place you act wrote part of this since it was last published, so somebody else has to approve it.',
    remedy: () => 'Release the task and let somebody approve who wrote no part of it.',
  },
  approves_once: {
    kind: 'actor',
    holds: (facts) =>
      presentVotes(facts.item).every((given) => !gaveApproval(given, standingIn(facts))),
    explain: () => 'You approved this already; somebody else has to approve it too.',
    remedy: () => 'Release the task and let somebody else of the function approve.',
  },
  voted: {
    kind: 'actor',
    holds: (facts) =>
      presentVotes(facts.item).some((given) => gaveApproval(given, standingIn(facts))),
    explain: () => 'There is no approval of yours to take back.',
    remedy: () => 'Only whoever approved in this review can take that back.',
  },
  accountable_signed: {
    kind: 'state',
    holds: ({ item, actor, activity }) => {
      if (activity === null) return true;
      const task = item.openTasks.find((open) => open.activity === activity.key);
      const signed = task?.signature ?? null;
      if (signed !== null && signed.digest === (item.revision?.digest ?? null)) return true;
      const functions = resolveFunctions(
        [activity.raci.accountable],
        item.description.ownerFunction,
      );
      return membershipFor(actor, { functions, locale: task?.locale ?? null }) !== null;
    },
    explain: ({ item, activity }) =>
      `${accountableFor(item, activity)} is accountable for "${activity?.label}" and has not signed this text.`,
    remedy: ({ item, activity }) =>
      `Let somebody of ${accountableFor(item, activity)} sign the task, or send the event themselves.`,
  },
  consulted_heard: {
    kind: 'state',
    holds: ({ item, activity }) => openQuestions(item, activity).length === 0,
    explain: ({ item, activity }) =>
      `Still asked and not answered: ${openQuestions(item, activity).join(', ')}.`,
    remedy: ({ item, activity }) =>
      `Wait for the answer of ${openQuestions(item, activity).join(', ')}, or for the end of their time: silence is no objection.`,
  },
  not_blocked: {
    kind: 'state',
    holds: ({ item }) => item.blockers.length === 0,
    explain: ({ item }) =>
      `Blocked: ${item.blockers.map(({ category, detail }) => `${detail} (${category})`).join('; ')}.`,
    remedy: ({ item }) =>
      `Let ${[...new Set(item.blockers.map(({ owner }) => ('function' in owner ? owner.function : owner.personId)))].join(' and ')} clear it away.`,
  },
  no_open_mandatory_comments: {
    kind: 'state',
    holds: ({ item }) => item.openComments.every(({ mandatory }) => !mandatory),
    explain: ({ item }) =>
      `Open comments that have to be resolved first: ${item.openComments
        .filter(({ mandatory }) => mandatory)
        .map(({ id }) => id)
        .join(', ')}.`,
    remedy: () => 'Let whoever wrote them, or enablement, resolve them.',
  },
  goal_is_active: {
    kind: 'state',
    looksAt: 'goal',
    holds: ({ surroundings }) => surroundings.goal?.status === 'active',
    explain: ({ surroundings: { goal } }) =>
      goal === null
        ? 'No goal, no production: the item names no goal that it is made for.'
        : `The goal "${goal.title}" is ${goal.status}, not active.`,
    remedy: ({ surroundings: { goal } }) =>
      goal?.status === 'draft'
        ? 'Activate the goal, or name an active one in goalId by PATCH on the item.'
        : 'Name an active goal in goalId by PATCH on the item.',
  },
  linked_content_is_current: {
    kind: 'state',
    looksAt: 'taught',
    holds: ({ surroundings }) =>
      surroundings.taught.every(({ freshness }) => freshness === 'current'),
    explain: ({ surroundings }) =>
      `It trains on content that is not current: ${notCurrent(surroundings)
        .map(
          ({ title, stage, freshness }) =>
            `"${title}" is ${freshness === 'unpublished' ? 'not published yet' : 'out of date'} (${stage})`,
        )
        .join('; ')}.`,
    remedy: ({ surroundings }) =>
      `Publish ${notCurrent(surroundings)
        .map(({ title }) => `"${title}"`)
        .join(', ')}, or take the link away.`,
  },
  source_is_published: {
    kind: 'state',
    holds: ({ item }) => item.source !== null && item.source.digest !== null,
    explain: () => 'The source is not published yet; the work starts when it is.',
    remedy: () => 'Publish the source.',
  },
  segments_translated: {
    kind: 'state',
    holds: ({ item: { translation } }) =>
      translation === null ||
      !translation.assembled ||
      unfinishedIn(translation.counts).units === 0,
    explain: ({ item: { translation } }) =>
      `Segments without a translation that somebody answers for: ${translation === null ? 0 : unfinishedIn(translation.counts).units}.`,
    remedy: () => 'Translate them, or confirm what is proposed or was translated before.',
  },
  ...SOURCE_RULES,
  completes_quorum: {
    kind: 'choice',
    holds: ({ item, activity }, params) => {
      const approving = new Set(item.context.approvals.map((approval) => approval.activity));
      if (activity !== null) approving.add(activity.key);
      return approving.size >= Number(params['of']);
    },
    explain: () => 'More approvals are needed.',
    remedy: () => 'Let the other activities approve.',
  },
  reaches_quorum: {
    kind: 'choice',
    holds: (facts, params) => approvingFunctions(facts).size >= Number(params['of']),
    explain: () => 'More functions have to approve.',
    remedy: () => 'Let the other functions approve.',
  },
  resumes_at: {
    kind: 'choice',
    holds: ({ item }, params) => item.context.resumeAt === params['stage'],
    explain: () => 'No reviewer is waiting for this.',
    remedy: () => 'Send the work on.',
  },
} as const satisfies Record<string, Rule>;

const notCurrent = ({ taught }: Surroundings) =>
  taught.filter(({ freshness }) => freshness !== 'current');

const accountableFor = (item: ItemState, activity: Activity | null): string =>
  activity === null
    ? ''
    : resolveFunctions([activity.raci.accountable], item.description.ownerFunction).join('');

/** The functions that are asked in an activity and have not answered. */
const openQuestions = (item: ItemState, activity: Activity | null): string[] =>
  item.openTasks
    .filter((task) => activity !== null && isQuestionOf(activity.key, task))
    .flatMap(({ functions }) => functions);

export type RuleName = keyof typeof RULES;

/** The rule of that name. Throws where a process names one that does not exist. */
export function ruleNamed(name: string): Rule {
  if (!Object.hasOwn(RULES, name)) {
    throw new Error(`Expected a rule, one of ${Object.keys(RULES).join(', ')}; found "${name}".`);
  }
  return RULES[name as RuleName];
}

function found(value: string | undefined): string {
  return value === undefined ? 'none was given' : `found "${value}"`;
}
