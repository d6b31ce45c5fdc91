import type { ItemState, TaskState } from '#domain';
import { DATABASE_NOW, ITEM_COLUMNS, type ItemRow, itemStateOf, OPEN_TASKS } from './item-rows.js';
import type { Queryable } from './queryable.js';

const itemsWhere = (condition: string) => `
  select ${ITEM_COLUMNS}, ${OPEN_TASKS} as "openTasks", ${DATABASE_NOW} as now
  from item i where i.workspace_id = $1 and ${condition}`;
const ITEMS = { name: 'items', text: itemsWhere('i.item_id = any($2::uuid[])') };
const IS_REACHED = '(i.source_item_id = any($2::uuid[]) or i.item_id = any($3::uuid[]))';
const REACHED = { name: 'reached', text: itemsWhere(IS_REACHED) };

/** Items as they stand, with the database's clock, in one round trip; those that the workspace does not have are left out. */
export function loadItems(
  db: Queryable,
  workspaceId: string,
  itemIds: string[],
): Promise<StandingItem[]> {
  return standingItems(db, ITEMS, [workspaceId, itemIds]);
}

/** The variants of some sources, and items by their ids. */
export interface Reached {
  sourceIds: string[];
  itemIds: string[];
}

/** All of them, in one round trip. */
export async function loadReached(
  db: Queryable,
  workspaceId: string,
  { sourceIds, itemIds }: Reached,
): Promise<ItemState[]> {
  const rows = await standingItems(db, REACHED, [workspaceId, sourceIds, itemIds]);
  return rows.map(({ item }) => item);
}

interface StandingItem {
  item: ItemState;
  now: string;
}

async function standingItems(
  db: Queryable,
  statement: { name: string; text: string },
  values: unknown[],
): Promise<StandingItem[]> {
  const { rows } = await db.query<ItemRow & { openTasks: TaskState[]; now: string }>({
    ...statement,
    values,
  });
  return rows.map((row) => ({ item: itemStateOf(row, row.openTasks), now: row.now }));
}

const lockWhere = (condition: string) => `
  select 1 from item i where i.workspace_id = $1 and ${condition}
  order by i.item_id for no key update`;
const LOCK_ITEMS = { name: 'lock_items', text: lockWhere('i.item_id = any($2::uuid[])') };
const LOCK_REACHED = { name: 'lock_reached', text: lockWhere(IS_REACHED) };

/**
 * Keeps items from being changed by others until this transaction ends; in the order of their ids, so that two of these
 * do not wait for each other. Load them afterwards: only a later statement sees what was committed while this one waited.
 */
export async function lockItems(
  db: Queryable,
  workspaceId: string,
  itemIds: string[],
): Promise<void> {
  await db.query({ ...LOCK_ITEMS, values: [workspaceId, itemIds] });
}

/** The same for all that a change may reach. */
export async function lockReached(
  db: Queryable,
  workspaceId: string,
  { sourceIds, itemIds }: Reached,
): Promise<void> {
  await db.query({ ...LOCK_REACHED, values: [workspaceId, sourceIds, itemIds] });
}
