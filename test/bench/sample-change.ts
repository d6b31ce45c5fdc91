import type { Pool } from 'pg';
import type { Line } from './seed.js';

/** The rows that one transition over HTTP wrote: what the other ways have to write, byte for byte but for the ids. */
export interface SampleChange {
  item: {
    item_id: string;
    stage: string;
    phase: string;
    context: string;
    arrival: string;
    version: number;
    audit_hash: string;
    updated_at: string;
  };
  opened: { task_id: string; activity: string; functions: string }[];
  closed: { task_id: string };
  entry: { entry: string; hash: string };
  messages: { message_id: string; type: string; body: string }[];
  answer: { request_hash: string; status: number; etag: string; body: string };
}

/** Reads what the last change of an item wrote; it was sent under the item's id as idempotency key. */
export async function readSampleChange(
  pool: Pool,
  { workspaceId, actor }: Line,
  itemId: string,
): Promise<SampleChange> {
  const rows = async <Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> =>
    (await pool.query<Row>(sql, [workspaceId, ...values])).rows;
  const [item] = await rows<SampleChange['item']>(
    `select item_id, stage, phase, context::text, arrival::text, version, audit_hash, updated_at::text
     from item where workspace_id = $1 and item_id = $2`,
    itemId,
  );
  const opened = await rows<SampleChange['opened'][number]>(
    `select task_id, activity, functions::text from task
     where workspace_id = $1 and item_id = $2 and status = 'offered' order by task_id`,
    itemId,
  );
  const [closed] = await rows<SampleChange['closed']>(
    `select task_id from task where workspace_id = $1 and item_id = $2 and activity = 'draft'`,
    itemId,
  );
  const [entry] = await rows<SampleChange['entry']>(
    `select entry, hash from audit_entry where workspace_id = $1 and item_id = $2 and seq = $3`,
    itemId,
    item?.version,
  );
  const messages = await rows<SampleChange['messages'][number]>(
    `select message_id, type, body from message
     where workspace_id = $1 and item_id = $2 and sequence = $3 order by message_id`,
    itemId,
    item?.version,
  );
  const [answer] = await rows<SampleChange['answer']>(
    `select request_hash, status, etag, body from idempotency
     where workspace_id = $1 and actor_id = $2 and key = $3`,
    actor.id,
    itemId,
  );
  if (
    item?.stage !== 'in_review' ||
    closed === undefined ||
    entry === undefined ||
    answer === undefined
  ) {
    throw new Error(`Expected a draft that was submitted; found ${JSON.stringify(item)}.`);
  }
  return { item, opened, closed, entry, messages, answer };
}
