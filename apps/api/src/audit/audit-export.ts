import { ITEM_COLUMNS, type ItemRow, itemStateOf, TASK_STATE } from '#engine';
import type { SegmentMark, TaskState } from '#domain';
import type { DataSource, EntityManager } from 'typeorm';

const ITEMS_A_BATCH = 20;

/**
 * Everything a verifier needs, one JSON value a line: a header, the process versions, then each item as it is stored
 * with all its tasks, the rows of its trail and its revisions, and a last line that counts them. Trails whose item
 * is gone are listed too. All lines show one moment of the database.
 */
export async function* auditExport(
  dataSource: DataSource,
  workspaceId: string,
): AsyncGenerator<string> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction('REPEATABLE READ');
    const { manager } = runner;
    yield line({ export: { v: 2, workspaceId } });
    for (const process of await select(manager, PROCESSES, [workspaceId])) yield line({ process });
    const ids = await select<{ itemId: string }>(manager, ITEM_IDS, [workspaceId]);
    for (let start = 0; start < ids.length; start += ITEMS_A_BATCH) {
      const batch = ids.slice(start, start + ITEMS_A_BATCH).map(({ itemId }) => itemId);
      yield* itemLines(manager, workspaceId, batch);
    }
    yield line({ end: { items: ids.length } });
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}

async function* itemLines(
  manager: EntityManager,
  workspaceId: string,
  itemIds: string[],
): AsyncGenerator<string> {
  const address = [workspaceId, itemIds];
  const items = await select<ItemRow>(manager, ITEMS, address);
  const tasks = await select<{ itemId: string; task: TaskState }>(manager, TASKS, address);
  const entries = await select<{ itemId: string }>(manager, ENTRIES, address);
  const revisions = await select<{ itemId: string }>(manager, REVISIONS, address);
  const segments = await select<MarkRow>(manager, SEGMENTS, address);
  for (const itemId of itemIds) {
    const row = items.find(({ id }) => id === itemId);
    const own = tasks.filter((row) => row.itemId === itemId).map(({ task }) => task);
    const open = own.filter(({ status }) => status === 'offered' || status === 'claimed');
    const marks = segments.filter((each) => each.itemId === itemId);
    yield line({
      item: {
        itemId,
        stored: row === undefined ? null : itemStateOf(row, open),
        tasks: own,
        ...(marks.length === 0 ? {} : { segments: marks.map(({ key, mark }) => ({ key, mark })) }),
      },
    });
    for (const entry of entries.filter((each) => each.itemId === itemId)) yield line({ entry });
    for (const revision of revisions.filter((each) => each.itemId === itemId)) {
      yield line({ revision });
    }
  }
}

interface MarkRow {
  itemId: string;
  key: string;
  mark: SegmentMark;
}

const hashed = (column: string) => `encode(sha256(convert_to(${column}, 'UTF8')), 'hex')`;

const PROCESSES = `
  select digest, definition from process_version where workspace_id = $1 order by digest`;
const ITEM_IDS = `
  select item_id as "itemId" from item where workspace_id = $1
  union select item_id from audit_entry where workspace_id = $1
  order by 1`;
const ITEMS = `
  select ${ITEM_COLUMNS} from item i where i.workspace_id = $1 and i.item_id = any($2)`;
const TASKS = `
  select t.item_id as "itemId", ${TASK_STATE} as task
  from task t where t.workspace_id = $1 and t.item_id = any($2)
  order by t.activity collate "C", t.task_id`;
const ENTRIES = `
  select item_id as "itemId", seq, entry as text, hash
  from audit_entry where workspace_id = $1 and item_id = any($2) order by seq`;
const REVISIONS = `
  select item_id as "itemId", number, digest, body
  from revision where workspace_id = $1 and item_id = any($2) order by number`;

const SEGMENTS = `
  select item_id as "itemId", key, json_build_object('state', state, 'source', source_hash,
    'target', ${hashed('target')}, 'note', ${hashed('note')}, 'words', words) as mark
  from segment where workspace_id = $1 and item_id = any($2) order by item_id, key collate "C"`;

async function select<T>(manager: EntityManager, sql: string, values: unknown[]): Promise<T[]> {
  return manager.query<T[]>(sql, values);
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
