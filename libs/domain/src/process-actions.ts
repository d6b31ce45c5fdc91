import { actorId, standsInFor } from './actor.js';
import type { RuleFacts } from './rule-facts.js';
import { EMPTY_CONTEXT, type WorkContext } from './process-definition.js';
import { coveredSections, presentVotes, votingFunction } from './votes.js';

export type ContextAction = (
  context: WorkContext,
  facts: RuleFacts,
  params: Record<string, unknown>,
) => Partial<WorkContext>;

/** Actions that change what a process remembers: context in, changed part of it out. */
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
} as const satisfies Record<string, ContextAction>;

/** Actions that reach beyond the context; `decide` carries them out. */
export const EFFECTS = [
  'open_variants',
  'pin_source',
  'rebase_segments',
  'approve_segments',
] as const;
export type Effect = (typeof EFFECTS)[number];

/** Effects that change the segments of a variant: what is done to them comes with the event. */
export function touchesSegments(effect: Effect): boolean {
  return effect !== 'open_variants';
}
