import { type Finding, type Goal, type GoalSurroundings, lintGoal, type OtherGoal } from '#domain';
import type { EntityManager } from 'typeorm';
import { DATABASE_NOW } from '../item-rows.js';
import type { GoalEntity } from '../tables/goal.entity.js';

/** A goal as it stands, with what is to be said about it today. */
export interface StoredGoal {
  goal: Goal;
  findings: Finding[];
  createdBy: string;
  createdAt: Date;
  activatedAt: Date | null;
  closedAt: Date | null;
}

/** Goals as the rules know them, from their rows and in their order; three queries for any number. */
export async function completeGoals(
  manager: EntityManager,
  workspaceId: string,
  rows: GoalEntity[],
): Promise<StoredGoal[]> {
  const ids = rows.map(({ id }) => id);
  const conflicts = await loadConflicts(manager, workspaceId, ids);
  const sponsors = rows.flatMap(({ sponsorId }) => sponsorId ?? []);
  const deactivated = await loadDeactivated(manager, workspaceId, sponsors);
  const today = (await databaseNow(manager)).slice(0, 'YYYY-MM-DD'.length);
  return rows.map((row) => {
    const conflicting = conflicts.filter(({ goalId }) => goalId === row.id);
    const goal = goalOf(row, conflicting);
    const sponsorIsActive = !deactivated.includes(goal.sponsorId ?? '');
    const { createdBy, createdAt, activatedAt, closedAt } = row;
    const findings = lintGoal(goal, { today, sponsorIsActive, conflicting });
    return { goal, findings, createdBy, createdAt, activatedAt, closedAt };
  });
}

/** What surrounds a goal with this sponsor and these conflicts, and which of those ids name nobody or nothing. */
export async function loadSurroundings(
  manager: EntityManager,
  workspaceId: string,
  { sponsorId, conflictsWith }: { sponsorId: string | null; conflictsWith: string[] },
): Promise<GoalSurroundings> {
  const [sponsor] = await manager.query<unknown[]>(
    `select from person
     where workspace_id = $1 and person_id = $2 and deactivated_at is null`,
    [workspaceId, sponsorId],
  );
  const conflicting = await manager.query<OtherGoal[]>(
    `select goal_id as id, title, status from goal
     where workspace_id = $1 and goal_id = any($2::uuid[])`,
    [workspaceId, conflictsWith],
  );
  const now = await databaseNow(manager);
  return {
    today: now.slice(0, 'YYYY-MM-DD'.length),
    sponsorIsActive: sponsor !== undefined,
    conflicting,
  };
}

/** The database's clock, ISO 8601 UTC with milliseconds. */
export async function databaseNow(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ now: string }[]>(`select ${DATABASE_NOW} as now`);
  return row!.now;
}

export type Conflict = OtherGoal & { goalId: string };

/** The goals that each of these goals conflicts with, whichever of the two named the other. */
export async function loadConflicts(
  manager: EntityManager,
  workspaceId: string,
  goalIds: string[],
): Promise<Conflict[]> {
  return manager.query<Conflict[]>(
    `select pair.one as "goalId", other.goal_id as id, other.title, other.status
     from (
       select goal_id as one, other_id as two from goal_conflict
       where workspace_id = $1 and goal_id = any($2::uuid[])
       union all
       select other_id, goal_id from goal_conflict
       where workspace_id = $1 and other_id = any($2::uuid[])
     ) pair
     join goal other on other.workspace_id = $1 and other.goal_id = pair.two
     order by other.goal_id`,
    [workspaceId, goalIds],
  );
}

async function loadDeactivated(
  manager: EntityManager,
  workspaceId: string,
  personIds: string[],
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `select person_id as id from person
     where workspace_id = $1 and person_id = any($2::uuid[]) and deactivated_at is not null`,
    [workspaceId, personIds],
  );
  return rows.map(({ id }) => id);
}

function goalOf(row: GoalEntity, conflicting: OtherGoal[]): Goal {
  const { workspaceId, id, title, metric, unit, baseline, targetKind, targetValue } = row;
  const { scope, deadline, sponsorId, contributions, status, version, actual } = row;
  return {
    workspaceId,
    id,
    title,
    metric,
    unit,
    baseline,
    target: targetKind === null ? null : { kind: targetKind, value: targetValue! },
    scope,
    deadline,
    sponsorId,
    contributions,
    conflictsWith: conflicting.map((other) => other.id),
    status,
    version,
    actual,
    retrospective: row.retrospective,
  };
}
