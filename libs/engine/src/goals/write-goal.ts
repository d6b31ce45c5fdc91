import { type Actor, actorId, canonicalJson, type Goal, type GoalChange } from '#domain';
import type { EntityManager } from 'typeorm';
import { announce } from '../log/announce.js';
import { GoalConflictEntity } from '../tables/goal-conflict.entity.js';
import { GoalEntryEntity } from '../tables/goal-entry.entity.js';
import { GoalEntity } from '../tables/goal.entity.js';
import { loadConflicts } from './read-goals.js';

/** Writes an accepted change; the caller holds the lock on the goals of the workspace. */
export async function writeGoal(
  manager: EntityManager,
  change: GoalChange,
  actor: Extract<Actor, { kind: 'person' }>,
): Promise<void> {
  const { before, after, at, entry, facts } = change;
  const { workspaceId, id } = after;
  if (before === null) {
    const born = { createdBy: actor.id, createdAt: new Date(at) };
    await manager.insert(GoalEntity, { workspaceId, id, ...columnsOf(change), ...born });
  } else {
    await manager.update(GoalEntity, { workspaceId, id }, columnsOf(change));
  }
  const kept = { workspaceId, at: new Date(at), actorId: actorId(actor) };
  const own = { goalId: id, seq: after.version, change: canonicalJson(entry) };
  await manager.insert(GoalEntryEntity, { ...kept, ...own });
  await writeConflicts(manager, change, kept);
  await announce(manager, workspaceId, { facts, at });
}

function columnsOf({ before, after, at }: GoalChange) {
  const { workspaceId: _workspace, id: _id, target, conflictsWith: _conflicts, ...same } = after;
  const becomes = (status: Goal['status']) => after.status === status && before?.status !== status;
  return {
    ...same,
    targetKind: target?.kind ?? null,
    targetValue: target?.value ?? null,
    ...(becomes('active') ? { activatedAt: new Date(at) } : {}),
    ...(becomes('closed') ? { closedAt: new Date(at) } : {}),
  };
}

/** A conflict is between two: naming or dropping it is a change of the other goal as well. */
async function writeConflicts(
  manager: EntityManager,
  { before, after }: GoalChange,
  kept: Pick<GoalEntryEntity, 'workspaceId' | 'at' | 'actorId'>,
): Promise<void> {
  const { workspaceId, id } = after;
  const earlier = before?.conflictsWith ?? [];
  const named = after.conflictsWith.filter((other) => !earlier.includes(other));
  const dropped = earlier.filter((other) => !after.conflictsWith.includes(other));
  const known = await loadConflicts(manager, workspaceId, [...named, ...dropped]);
  for (const other of [...named, ...dropped]) {
    const [goalId, otherId] = [id, other].toSorted() as [string, string];
    const pair = { workspaceId, goalId, otherId };
    if (named.includes(other)) await manager.insert(GoalConflictEntity, pair);
    else await manager.delete(GoalConflictEntity, pair);
    await manager.increment(GoalEntity, { workspaceId, id: other }, 'version', 1);
    const { version } = await manager.findOneByOrFail(GoalEntity, { workspaceId, id: other });
    const from = known.filter((conflict) => conflict.goalId === other).map((each) => each.id);
    const to = named.includes(other)
      ? [...from, id].toSorted()
      : from.filter((each) => each !== id);
    const change = { type: 'change', changes: { conflictsWith: { from, to } } };
    await manager.insert(GoalEntryEntity, {
      ...kept,
      goalId: other,
      seq: version,
      change: canonicalJson(change),
    });
  }
}
