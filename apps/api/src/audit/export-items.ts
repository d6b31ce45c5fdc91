import { ITEM_COLUMNS, type ItemRow, itemStateOf, TASK_STATE } from '#engine';
import type { SegmentMark, TaskState } from '#domain';
import type { EntityManager } from 'typeorm';
import { exportLine, select } from './export-line.js';

/** Items as they are stored with all their tasks, and the rows of their trails with their leaves and revisions. */
export async function* itemLines(
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
    yield exportLine({
      item: {
        itemId,
        stored: row === undefined ? null : itemStateOf(row, open),
        tasks: own,
        ...(marks.length === 0 ? {} : { segments: marks.map(({ key, mark }) => ({ key, mark })) }),
      },
    });
    for (const entry of entries.filter((each) => each.itemId === itemId))
      yield exportLine({ entry });
    for (const revision of revisions.filter((each) => each.itemId === itemId)) {
      yield exportLine({ revision });
    }
  }
}

interface MarkRow {
  itemId: string;
  key: string;
  mark: SegmentMark;
}

const hashed = (column: string) => `encode(sha256(convert_to(${column}, 'UTF8')), 'hex')`;

const ITEMS = `
  select ${ITEM_COLUMNS} from item i where i.workspace_id = $1 and i.item_id = any($2)`;
const TASKS = `
  select t.item_id as "itemId", ${TASK_STATE} as task
  from task t where t.workspace_id = $1 and t.item_id = any($2)
  order by t.activity collate "C", t.task_id`;
const ENTRIES = `
  select e.item_id as "itemId", e.seq, e.entry as text, e.hash,
    case when l.leaf_index is not null then
      json_build_object('index', l.leaf_index, 'hash', encode(l.hash, 'base64')) end as leaf
  from audit_entry e
  left join audit_leaf l on l.workspace_id = $1 and l.item_id = any($2)
    and l.item_id = e.item_id and l.seq = e.seq
  where e.workspace_id = $1 and e.item_id = any($2) order by e.seq`;
const REVISIONS = `
  select item_id as "itemId", number, digest, body
  from revision where workspace_id = $1 and item_id = any($2) order by number`;

const SEGMENTS = `
  select item_id as "itemId", key, json_build_object('state', state, 'source', source_hash,
    'target', ${hashed('target')}, 'note', ${hashed('note')}, 'words', words) as mark
  from segment where workspace_id = $1 and item_id = any($2) order by item_id, key collate "C"`;
