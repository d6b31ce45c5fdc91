import { actorId, standsInFor } from './actor.js';
import { isSubstantive } from './change-class.js';
import type { RuleFacts } from './rule-facts.js';
import { EMPTY_CONTEXT, type OutOfDate, type WorkContext } from './process-definition.js';

import { coveredSections, presentVotes, votingFunction } from './votes.js';

export type ContextAction = (
  context: WorkContext,
  facts: RuleFacts,
  params: Record<string, unknown>,
) => Partial<WorkContext>;

/** Actions that change what a process remembers: context in, changed part of it out; what is undefined is forgotten. */
export const CONTEXT_ACTIONS = {
  record_approval: (context, { activity, actor, item }) => ({
    approvals: [
      ...context.approvals,
      {
        activity: activity?.key ?? '',
        actorId: actorId(actor),
        digest: item.revision?.digest ?? null,
      },
    ],
  }),
  record_vote: (_context, { activity, actor, item, membership }) => ({
    approvals: [
      ...presentVotes(item),
      {
        activity: activity?.key ?? '',
        stage: item.stage,
        since: item.arrival?.at ?? null,
        actorId: actorId(actor),
        onBehalfOf: standsInFor(membership),
        function: votingFunction(activity, membership, item) ?? '',
        digest: item.revision?.digest ?? null,
        sections: coveredSections(activity ?? undefined, item.revision?.sections ?? []),
      },
    ],
  }),
  withdraw_vote: (_context, { item, actor, membership }) => {
    const ids = [actorId(actor), standsInFor(membership)];
    return {
      approvals: presentVotes(item).filter(
        ({ actorId: id, onBehalfOf = null }) =>
          !ids.includes(id) && (onBehalfOf === null || !ids.includes(onBehalfOf)),
      ),
    };
  },
  attribute_rework: (context, _facts, params) => {
    const stage = String(params['stage']);
    return { rework: { ...context.rework, [stage]: (context.rework?.[stage] ?? 0) + 1 } };
  },
  clear_approvals: () => ({ approvals: [] }),
  resume_at: (context, _facts, params) => ({
    resumeAt: String(params['stage']),
    rounds: context.rounds + 1,
  }),
  restart: (context) => ({ resumeAt: null, publishAt: null, rounds: context.rounds + 1 }),
  clear_resume: () => ({ resumeAt: null }),
  note_publish_time: (_context, { input }) => ({ publishAt: input.publishAt ?? null }),
  note_source: (_context, { input }) => ({ newestSourceDigest: input.sourceDigest ?? null }),
  start_new_cycle: (context, { item }) => ({
    ...EMPTY_CONTEXT,
    publishedDigest: item.revision?.digest ?? null,
    newestSourceDigest: context.newestSourceDigest,
  }),
  mark_out_of_date: (context, { input, at }) => ({
    outOfDate: outOfDate(context, { digest: input.sourceDigest, because: 'source', at }),
    lighterChange: undefined,
  }),
  mark_content_outdated: (context, { input, at }) => ({
    outOfDate:
      context.outOfDate ??
      outOfDate(context, { digest: input.contentDigest, because: 'content', at }),
  }),
  mark_requested: (context, { item, at }) => ({
    outOfDate:
      context.outOfDate ??
      outOfDate(context, { digest: item.source?.digest, because: 'request', at }),
  }),
  begin_update: (context, { item, at }) => {
    const { publishedDigest, newestSourceDigest: digest } = context;
    // One that came here by an older process has only its stage to say that it is out of date.
    const since = item.arrival?.at ?? at;
    const known = context.outOfDate ?? outOfDate(context, { digest, because: 'source', at: since });
    return {
      ...(context.outOfDate === undefined && publishedDigest === null
        ? {}
        : { outOfDate: { ...known, updating: true } }),
      lighterChange: undefined,
    };
  },
  forget_out_of_date: () => ({ outOfDate: undefined }),
  come_up_to_date: () => ({ outOfDate: undefined, exception: undefined }),
  note_lighter_change: (_context, { input }) =>
    input.change === 'minor'
      ? { lighterChange: { class: 'minor', digest: input.sourceDigest ?? null } }
      : {},
  note_exception: ({ outOfDate }, { actor, at, input }) => ({
    exception: {
      by: actorId(actor),
      at,
      ...(input.reasonCode === undefined ? {} : { reasonCode: input.reasonCode }),
    },
    ...(outOfDate === undefined ? {} : { outOfDate: untouched(outOfDate) }),
  }),
  await_source: () => ({ awaitsSource: true }),
  stop_awaiting: () => ({ awaitsSource: undefined }),
  source_came_out: (context, { input, at }) => {
    if (context.awaitsSource !== true) return {};
    const outdates = context.publishedDigest !== null && isSubstantive(input);
    const found = { digest: input.sourceDigest, because: 'source' as const, at };
    return {
      awaitsSource: undefined,
      ...(outdates ? { outOfDate: { ...outOfDate(context, found), updating: true } } : {}),
    };
  },
} as const satisfies Record<string, ContextAction>;

/** Without the update that had begun. */
function untouched({ updating: _begun, ...outOfDate }: OutOfDate): OutOfDate {
  return outOfDate;
}

/** The first time counts, where it was out of date already; work that had begun on an update has to begin anew. */
function outOfDate(
  context: WorkContext,
  found: { digest: string | null | undefined; because: OutOfDate['because']; at: string | null },
): OutOfDate {
  const { digest = null, because, at } = found;
  return { since: context.outOfDate?.since ?? at ?? '', digest, because };
}

/** Actions that reach beyond the context; `decide` carries them out. */
export const EFFECTS = [
  'open_variants',
  'pin_source',
  'rebase_segments',
  'approve_segments',
  'prepare_variants',
  'outdate_variants',
  'confirm_variants',
] as const;
export type Effect = (typeof EFFECTS)[number];

/** Effects that change the segments of a variant: what is done to them comes with the event. */
export const SEGMENT_EFFECTS: readonly Effect[] = [
  'pin_source',
  'rebase_segments',
  'approve_segments',
];

export function touchesSegments(effect: Effect): boolean {
  return SEGMENT_EFFECTS.includes(effect);
}
