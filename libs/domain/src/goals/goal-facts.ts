import { type Actor, actorId } from '../actor.js';
import { frozenBody } from '../fact-types/frozen-body.js';
import type { Fact } from '../facts.js';
import { derivedUuid } from '../identifiers.js';
import type { Goal } from './goal.js';
import { goalResult } from './goal-target.js';

/** Other systems hear of a goal when it begins to count and when it has come to something. */
export function goalFacts(
  before: Goal | null,
  after: Goal,
  { actor, at }: { actor: Actor; at: string },
): Fact[] {
  if (after.status === 'draft' || after.status === before?.status) return [];
  const type = after.status === 'active' ? 'goal.activated' : 'goal.closed';
  const { id, workspaceId, title, status, version, metric, unit, baseline, target } = after;
  const body = frozenBody(type, {
    at,
    data: {
      subject: `goals/${id}`,
      workspaceId,
      title,
      status,
      version,
      metric,
      unit,
      baseline,
      target,
      scope: after.scope,
      deadline: after.deadline,
      sponsorId: after.sponsorId,
      result: goalResult(after),
      actor: actorId(actor),
    },
  });
  const seed = `goals/${id}:${version}:fact`;
  return [{ id: derivedUuid(Date.parse(at), seed), type, body }];
}
