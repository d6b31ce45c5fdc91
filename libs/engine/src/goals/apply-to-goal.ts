import {
  type Actor,
  decideGoal,
  type GoalCommand,
  type GoalFields,
  type GoalSurroundings,
  type Invalid,
  type Problem,
  type Refusal,
  refuse,
  whyNotKept,
} from '#domain';
import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';
import { GoalEntity } from '../tables/goal.entity.js';
import { completeGoals, databaseNow, loadSurroundings, type StoredGoal } from './read-goals.js';
import { writeGoal } from './write-goal.js';

/** Who sends a command to which goal; `goalId` is null for `create`, and `expectedVersion` where any will do. */
export interface GoalSender {
  workspaceId: string;
  actor: Extract<Actor, { kind: 'person' }>;
  goalId: string | null;
  expectedVersion: number | null;
}

export type GoalOutcome =
  | { outcome: 'applied'; stored: StoredGoal }
  | Refusal
  | Invalid
  | { outcome: 'missing' };

/**
 * The one door to goals: load, decide, and write the goal, its history, what it conflicts with and its facts, in the
 * caller's transaction. One change at a time in a workspace, since naming a conflict changes two goals; goals change
 * seldom enough.
 */
export async function applyToGoal(
  manager: EntityManager,
  command: GoalCommand,
  sender: GoalSender,
): Promise<GoalOutcome> {
  const { workspaceId, actor, goalId, expectedVersion } = sender;
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `goals of ${workspaceId}`,
  ]);
  const before = goalId === null ? null : await readGoal(manager, workspaceId, goalId);
  if (goalId !== null && before === null) return { outcome: 'missing' };
  const named = namedBy(command);
  const sponsorId = before === null ? (named.sponsorId ?? null) : before.goal.sponsorId;
  const stranger = whyNotKept(actor, sponsorId);
  if (stranger !== null) return stranger;
  if (before !== null && expectedVersion !== null && expectedVersion !== before.goal.version) {
    return stale(expectedVersion, before.goal.version);
  }
  const surroundings = await loadSurroundings(manager, workspaceId, {
    sponsorId: named.sponsorId ?? sponsorId,
    conflictsWith: named.conflictsWith ?? before?.goal.conflictsWith ?? [],
  });
  const problems = unknownNames(named, surroundings);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const id = before?.goal.id ?? newId();
  const at = await databaseNow(manager);
  const moment = { workspaceId, goalId: id, actor, at, surroundings };
  const decision = decideGoal(before?.goal ?? null, command, moment);
  if (decision.outcome === 'unchanged') return { outcome: 'applied', stored: before! };
  if (decision.outcome !== 'changed') return decision;
  await writeGoal(manager, decision, actor);
  return { outcome: 'applied', stored: (await readGoal(manager, workspaceId, id))! };
}

/** Null where the workspace has no such goal. */
export async function readGoal(
  manager: EntityManager,
  workspaceId: string,
  id: string,
): Promise<StoredGoal | null> {
  const row = await manager.findOneBy(GoalEntity, { workspaceId, id });
  if (row === null) return null;
  const [stored] = await completeGoals(manager, workspaceId, [row]);
  return stored!;
}

type Named = Partial<Pick<GoalFields, 'sponsorId' | 'conflictsWith'>>;

/** The people and goals that a command names. */
function namedBy(command: GoalCommand): Named {
  if (command.type === 'create') return command.goal;
  return command.type === 'change' ? command.changes : {};
}

function unknownNames(
  { sponsorId, conflictsWith = [] }: Named,
  { sponsorIsActive, conflicting }: GoalSurroundings,
): Problem[] {
  const problems: Problem[] = [];
  if (sponsorId != null && !sponsorIsActive) {
    problems.push({
      pointer: '/sponsorId',
      code: 'not_valid',
      detail: `Expected an active person of this workspace; found ${sponsorId}.`,
    });
  }
  conflictsWith.forEach((wanted, index) => {
    if (conflicting.some(({ id }) => id === wanted)) return;
    problems.push({
      pointer: `/conflictsWith/${index}`,
      code: 'not_valid',
      detail: `Expected a goal of this workspace; found ${wanted}.`,
    });
  });
  return problems;
}

function stale(expected: number, version: number): Refusal {
  return refuse('stale', {
    code: 'stale_version',
    detail: `Expected version ${expected}; the goal is at version ${version} by now. Read it again and decide anew.`,
    remedy: 'Read the goal again, and send If-Match with its present ETag.',
  });
}
