import { type Change, decide, migrateCommand, type MigrationPlan, planMigration } from '#domain';
import type { UnmigratedOutcome } from '../tables/process-migration-item.entity.js';
import type { LiveItem } from './live-items.js';
import type { MigrationRun } from './migration-run.js';

/** An item that stays where it is, and why. */
export interface Unmigrated {
  itemId: string;
  stage: string;
  outcome: UnmigratedOutcome;
  reason: string;
  choices: string[];
}

/** What becomes of one item of a run. Pure: nothing is written here. */
export function migrateItem(
  run: MigrationRun,
  { item, now }: LiveItem,
  nameOf: (id: string) => string,
): { change: Change } | Unmigrated {
  const { from, to, mapping, live, startedBy } = run;
  const place = { itemId: item.id, stage: item.stage };
  const plan = planMigration({
    from: from.definition,
    to: to.definition,
    mapping,
    item,
    nameOf,
  });
  if (plan.outcome !== 'mapped') return { ...place, ...unmigratedOf(plan) };
  const { cancelHeld } = mapping;
  const command = migrateCommand(plan, { processDigest: to.digest, cancelHeld });
  try {
    const moment = { workspaceId: live.workspaceId, itemId: item.id, actor: startedBy, at: now };
    const decision = decide(to, item, command, moment);
    if (decision.outcome === 'changed') return { change: decision };
    return { ...place, outcome: 'failed', reason: JSON.stringify(decision), choices: [] };
  } catch (error) {
    // An item that cannot be decided must not stop the others.
    return {
      ...place,
      outcome: 'failed',
      reason: error instanceof Error ? error.message : String(error),
      choices: [],
    };
  }
}

function unmigratedOf(plan: Exclude<MigrationPlan, { outcome: 'mapped' }>) {
  const choices = plan.outcome === 'needs_choice' ? plan.choices : [];
  return { outcome: plan.outcome, reason: plan.reason, choices };
}
