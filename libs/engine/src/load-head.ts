import type { ItemState, TaskState } from '#domain';
import { type Answer, type StoredAnswer } from './answer.js';
import { DATABASE_NOW, ITEM_COLUMNS, type ItemRow, itemStateOf, OPEN_TASKS } from './item-rows.js';
import type { Queryable } from './queryable.js';

/** An item as it stands, the database's clock, and the answer already given under an idempotency key. */
export interface Head {
  item: ItemState;
  createdAt: Date;
  updatedAt: Date;
  now: string;
  answered: StoredAnswer | null;
}

interface HeadRow extends ItemRow, AnsweredColumns {
  createdAt: Date;
  updatedAt: Date;
  openTasks: TaskState[];
  now: string;
}

interface AnsweredColumns {
  requestHash: string | null;
  answerStatus: number;
  answerEtag: string | null;
  answerLocation: string | null;
  answerBody: string;
}

const ANSWERED = `
  d.request_hash as "requestHash", d.status as "answerStatus", d.etag as "answerEtag",
  d.location as "answerLocation", d.body as "answerBody"`;

const headOf = (name: string, itemId: string) => ({
  name,
  text: `
    select ${ITEM_COLUMNS}, i.created_at as "createdAt", i.updated_at as "updatedAt",
      ${OPEN_TASKS} as "openTasks", ${DATABASE_NOW} as now, ${ANSWERED}
    from item i
    left join idempotency d
      on d.workspace_id = i.workspace_id and d.actor_id = $3 and d.key = $4
    where i.workspace_id = $1 and i.item_id = ${itemId}`,
});

const HEAD = headOf('head', '$2');
const HEAD_OF_TASK = headOf(
  'head_of_task',
  '(select k.item_id from task k where k.workspace_id = $1 and k.task_id = $2)',
);

/** An item, by its own id or by that of one of its tasks. */
export type Target = { itemId: string } | { taskId: string };

/** One round trip; null where the workspace has no such item or task. */
export async function loadHead(
  db: Queryable,
  target: Target,
  sender: { workspaceId: string; actorId: string; key: string | null },
): Promise<Head | null> {
  const [statement, id] =
    'itemId' in target ? [HEAD, target.itemId] : [HEAD_OF_TASK, target.taskId];
  const { rows } = await db.query<HeadRow>({
    ...statement,
    values: [sender.workspaceId, id, sender.actorId, sender.key],
  });
  const row = rows[0];
  if (row === undefined) return null;
  return {
    item: itemStateOf(row, row.openTasks),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    now: row.now,
    answered: answeredOf(row),
  };
}

const START = {
  name: 'start',
  text: `
    select ${DATABASE_NOW} as now, p.digest, ${ANSWERED}
    from (select 1) one
    left join process_version p
      on p.workspace_id = $1 and p.kind = $2 and p.process_id = $5 and p.active
    left join idempotency d on d.workspace_id = $1 and d.actor_id = $3 and d.key = $4`,
};

/**
 * What a creation needs to know: the clock, the active version of its process, and an answer already given. Where no
 * process is named, it is the one that is called like the kind.
 */
export async function loadStart(
  db: Queryable,
  address: {
    workspaceId: string;
    kind: string;
    processId?: string | undefined;
    actorId: string;
    key: string | null;
  },
): Promise<{ now: string; processDigest: string | null; answered: StoredAnswer | null }> {
  const { workspaceId, kind, processId = kind, actorId, key } = address;
  const { rows } = await db.query<AnsweredColumns & { now: string; digest: string | null }>({
    ...START,
    values: [workspaceId, kind, actorId, key, processId],
  });
  const row = rows[0]!;
  return { now: row.now, processDigest: row.digest, answered: answeredOf(row) };
}

function answeredOf(row: AnsweredColumns): StoredAnswer | null {
  if (row.requestHash === null) return null;
  const answer: Answer = {
    status: row.answerStatus,
    etag: row.answerEtag,
    location: row.answerLocation,
    body: row.answerBody,
  };
  return { requestHash: row.requestHash, answer };
}
