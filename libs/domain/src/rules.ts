import { type Actor, actorId } from './actor.js';
import type { EventInput } from './command.js';
import type { Description, ItemState } from './item-state.js';
import type { Activity } from './process-definition.js';
import { REASON_CODES } from './vocabulary.js';

/** What a rule may look at. */
export interface RuleFacts {
  item: ItemState;
  actor: Actor;
  input: EventInput;
  /** the moment, ISO 8601 UTC; null where an event is only considered */
  at: string | null;
  /** the activity the sender acts in, or null for an event that belongs to none */
  activity: Activity | null;
}

type Params = Record<string, unknown>;

/**
 * A guard that a process may name.
 * input: asks something of the sender. state: asks something of the item. actor: asks who sends it.
 * choice: only selects between transitions and never blocks an event by itself.
 */
interface Rule {
  kind: 'input' | 'state' | 'actor' | 'choice';
  holds: (facts: RuleFacts, params: Params) => boolean;
  /** the refusal, as a sentence a person can act on */
  explain: (facts: RuleFacts, params: Params) => string;
  /** for input rules: the field of the event that answers it */
  asks?: keyof EventInput;
}

const filled = (text: string | undefined) => text !== undefined && text.trim() !== '';

/** The facets that are due before creation starts and are still empty. */
export const missingFacets = (description: Description): string[] =>
  [
    description.type === null && 'type',
    description.audience.length === 0 && 'audience',
    description.purpose === null && 'purpose',
    description.journeyStage.length === 0 && 'journeyStage',
  ].filter((facet) => facet !== false);

/** Every guard a process can name. Adding one: here, and its truth table in rules.spec.ts. */
export const RULES = {
  comment_given: {
    kind: 'input',
    asks: 'comment',
    holds: ({ input }) => filled(input.comment),
    explain: () => 'Say why: a comment is required.',
  },
  reason_given: {
    kind: 'input',
    asks: 'reasonCode',
    holds: ({ input }) => REASON_CODES.some((code) => code === input.reasonCode),
    explain: ({ input }) =>
      `Give a reasonCode, one of ${REASON_CODES.join(', ')}; ${found(input.reasonCode)}.`,
  },
  returns_to: {
    kind: 'input',
    asks: 'returnTo',
    holds: ({ input }, params) => input.returnTo === params['stage'],
    explain: ({ input }, params) =>
      `Name the stage to go back to in returnTo, one of ${String(params['stage'])}; ${found(input.returnTo)}.`,
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
  },
  facets_complete: {
    kind: 'state',
    holds: ({ item }) => missingFacets(item.description).length === 0,
    explain: ({ item }) =>
      `Creation cannot start before these facets are filled: ${missingFacets(item.description).join(', ')}.`,
  },
  has_body: {
    kind: 'state',
    holds: ({ item }) => item.revision !== null && item.revision.size > 0,
    explain: () => 'There is no body yet: write a revision first.',
  },
  author_is_not_approver: {
    kind: 'actor',
    holds: ({ item, actor }) => !item.context.authors.includes(actorId(actor)),
    explain: () =>
      'You wrote part of this since it was last published, so somebody else has to approve it.',
  },
  approves_once: {
    kind: 'actor',
    holds: ({ item, actor }) =>
      item.context.approvals.every((approval) => approval.actorId !== actorId(actor)),
    explain: () =>
      'You approved this already for another function; somebody else has to approve it too.',
  },
  source_is_published: {
    kind: 'state',
    holds: ({ item }) => item.source !== null && item.source.digest !== null,
    explain: () => 'The source is not published yet; the work starts when it is.',
  },
  completes_quorum: {
    kind: 'choice',
    holds: ({ item, activity }, params) => {
      const approving = new Set(item.context.approvals.map((approval) => approval.activity));
      if (activity !== null) approving.add(activity.key);
      return approving.size >= Number(params['of']);
    },
    explain: () => 'More approvals are needed.',
  },
  resumes_at: {
    kind: 'choice',
    holds: ({ item }, params) => item.context.resumeAt === params['stage'],
    explain: () => 'No reviewer is waiting for this.',
  },
} as const satisfies Record<string, Rule>;

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
