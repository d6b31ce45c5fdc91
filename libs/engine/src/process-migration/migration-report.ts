import {
  type ItemState,
  type MigrationPlan,
  planMigration,
  type Process,
  type StageMapping,
} from '#domain';
import type { Queryable } from '../queryable.js';
import { BEFORE_ALL, finalStages, holderNames, loadLiveItems } from './live-items.js';

/** What would become of one item. */
export interface PlannedItem {
  item: ItemState;
  plan: MigrationPlan;
}

export type PlanOutcome = MigrationPlan['outcome'];

/** What a migration would do: how many items of each outcome, and the first of each after a place. */
export interface MigrationReport {
  counts: Record<PlanOutcome, number>;
  listed: Record<PlanOutcome, PlannedItem[]>;
}

const ITEMS_A_READ = 1000;

/** Plans the migration of every live item and changes nothing. Lists at most `limit` of each outcome after an item. */
export async function reportMigration(
  queryable: Queryable,
  versions: { workspaceId: string; from: Process; to: Process; mapping: StageMapping },
  page: { after: string | null; limit: number },
): Promise<MigrationReport> {
  const { workspaceId, from, to, mapping } = versions;
  const live = { workspaceId, from: from.digest, finalStages: finalStages(from.definition) };
  const report: MigrationReport = {
    counts: { mapped: 0, needs_choice: 0, blocked: 0 },
    listed: { mapped: [], needs_choice: [], blocked: [] },
  };
  for (let after: string | undefined = BEFORE_ALL; after !== undefined;) {
    const items = await loadLiveItems(queryable, live, { after, limit: ITEMS_A_READ });
    const names = await holderNames(queryable, workspaceId, items);
    for (const { item } of items) {
      const plan = planMigration({
        from: from.definition,
        to: to.definition,
        mapping,
        item,
        nameOf: (id) => names.get(id) ?? id,
      });
      report.counts[plan.outcome] += 1;
      const listed = report.listed[plan.outcome];
      if (listed.length < page.limit && (page.after === null || item.id > page.after)) {
        listed.push({ item, plan });
      }
    }
    after = items.length < ITEMS_A_READ ? undefined : items.at(-1)!.item.id;
  }
  return report;
}
