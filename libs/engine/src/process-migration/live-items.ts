import type { ItemState, ProcessDefinition, TaskState } from '#domain';
import { DATABASE_NOW, ITEM_COLUMNS, type ItemRow, itemStateOf, OPEN_TASKS } from '../item-rows.js';
import type { Queryable } from '../queryable.js';

/** Items of one process version that are not finished, in the order of their ids. */
export interface LiveItems {
  workspaceId: string;
  /** digest of the version that they are pinned to */
  from: string;
  finalStages: string[];
}

/** An item as it stands, and the database's clock. */
export interface LiveItem {
  item: ItemState;
  now: string;
}

/** Before the first id that there can be. */
export const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

export function finalStages({ states }: ProcessDefinition): string[] {
  return Object.keys(states).filter((stage) => states[stage]!.type === 'final');
}

const IS_LIVE = 'i.workspace_id = $1 and i.process_digest = $2 and i.stage <> all($3::text[])';

const LIVE = {
  name: 'migration_live',
  text: `
    select ${ITEM_COLUMNS}, ${OPEN_TASKS} as "openTasks", ${DATABASE_NOW} as now
    from item i where ${IS_LIVE} and i.item_id > $4 order by i.item_id limit $5`,
};

/** Their heads with their open tasks after an id, in one round trip. */
export async function loadLiveItems(
  queryable: Queryable,
  { workspaceId, from, finalStages: finals }: LiveItems,
  page: { after: string; limit: number },
): Promise<LiveItem[]> {
  const { rows } = await queryable.query<LiveRow>({
    ...LIVE,
    values: [workspaceId, from, finals, page.after, page.limit],
  });
  return rows.map(liveItemOf);
}

/** Those of them that are called one of these names, which are ids or slugs. */
export async function liveItemsCalled(
  queryable: Queryable,
  { workspaceId, from, finalStages: finals }: LiveItems,
  names: string[],
): Promise<Pick<ItemState, 'id' | 'slug' | 'stage'>[]> {
  if (names.length === 0) return [];
  const { rows } = await queryable.query<Pick<ItemState, 'id' | 'slug' | 'stage'>>(
    `select i.item_id as id, i.slug, i.stage from item i
     where ${IS_LIVE} and (i.item_id::text = any($4::text[]) or i.slug = any($4::text[]))
     order by i.item_id`,
    [workspaceId, from, finals, names],
  );
  return rows;
}

export async function countLiveItems(
  queryable: Queryable,
  { workspaceId, from, finalStages: finals }: LiveItems,
): Promise<number> {
  const { rows } = await queryable.query<{ count: number }>(
    `select count(*)::integer as count from item i where ${IS_LIVE}`,
    [workspaceId, from, finals],
  );
  return rows[0]!.count;
}

/** Items that a run has not come to yet. */
const IS_LEFT = `${IS_LIVE} and not exists (
  select from process_migration_item m
  where m.workspace_id = i.workspace_id and m.migration_id = $4 and m.item_id = i.item_id)`;

const LOCK = {
  name: 'migration_lock',
  text: `
    select i.item_id as id from item i where ${IS_LEFT} and i.item_id > $5
    order by i.item_id limit $6 for no key update of i skip locked`,
};

const LOCKED = {
  name: 'migration_locked',
  text: `
    select ${ITEM_COLUMNS}, ${OPEN_TASKS} as "openTasks", ${DATABASE_NOW} as now
    from item i where i.workspace_id = $1 and i.item_id = any($2::uuid[]) order by i.item_id`,
};

/**
 * Takes the next items that a run has not come to, in a transaction of the caller's: nobody changes them until it ends.
 * Those that somebody is changing at this very moment are passed over, since to wait for them, with others in hand,
 * would be a deadlock in the making. The heads are read by a statement of their own, which sees what was changed
 * before the items were taken.
 */
export async function takeLiveItems(
  queryable: Queryable,
  { workspaceId, from, finalStages: finals }: LiveItems,
  page: { migrationId: string; after: string; limit: number },
): Promise<LiveItem[]> {
  const taken = await queryable.query<{ id: string }>({
    ...LOCK,
    values: [workspaceId, from, finals, page.migrationId, page.after, page.limit],
  });
  if (taken.rows.length === 0) return [];
  const { rows } = await queryable.query<LiveRow>({
    ...LOCKED,
    values: [workspaceId, taken.rows.map(({ id }) => id)],
  });
  return rows.map(liveItemOf);
}

/** Whether a run has items to come to; those in somebody else's hands count. */
export async function areItemsLeft(
  queryable: Queryable,
  { workspaceId, from, finalStages: finals }: LiveItems,
  migrationId: string,
): Promise<boolean> {
  const { rows } = await queryable.query<{ left: boolean }>(
    `select exists (select from item i where ${IS_LEFT}) as left`,
    [workspaceId, from, finals, migrationId],
  );
  return rows[0]!.left;
}

/** The names of those who hold a task of these items, by their ids. */
export async function holderNames(
  queryable: Queryable,
  workspaceId: string,
  items: LiveItem[],
): Promise<Map<string, string>> {
  const holders = items.flatMap(({ item }) =>
    item.openTasks.flatMap(({ holderId }) => (holderId === null ? [] : [holderId])),
  );
  if (holders.length === 0) return new Map();
  const { rows } = await queryable.query<{ id: string; name: string }>(
    `select person_id as id, name from person
     where workspace_id = $1 and person_id::text = any($2::text[])`,
    [workspaceId, [...new Set(holders)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type LiveRow = ItemRow & { openTasks: TaskState[]; now: string };

function liveItemOf(row: LiveRow): LiveItem {
  return { item: itemStateOf(row, row.openTasks), now: row.now };
}
