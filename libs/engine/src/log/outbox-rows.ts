import type { PoolClient } from 'pg';

/** What a change left to be sequenced. */
export interface OutboxRow {
  outboxId: string;
  workspaceId: string;
  messageIds: string[];
  traceparent: string | null;
  /** its audit entry, or null where facts belong to no item */
  entry: { itemId: string; seq: number; leaf: Buffer } | null;
}

const TAKE = {
  name: 'take_outbox',
  text: `
    select o.outbox_id as "outboxId", o.workspace_id as "workspaceId", o.message_ids as "messageIds",
      o.traceparent, o.item_id as "itemId", o.seq,
      sha256('\\x00'::bytea || convert_to(e.entry, 'UTF8')) as leaf
    from outbox o
    left join audit_entry e
      on e.workspace_id = o.workspace_id and e.item_id = o.item_id and e.seq = o.seq
    order by o.outbox_id limit $1`,
};

interface Row extends Omit<OutboxRow, 'entry'> {
  itemId: string | null;
  seq: number | null;
  leaf: Buffer | null;
}

/**
 * The oldest rows of the outbox that are committed. Numbers are drawn before a commit and the next change of an item
 * begins after it, so the changes of one item stand in their order here, and none is missing before a later one.
 */
export async function outboxRows(client: PoolClient, limit: number): Promise<OutboxRow[]> {
  const { rows } = await client.query<Row>({ ...TAKE, values: [limit] });
  return rows.map(({ itemId, seq, leaf, ...row }) => ({
    ...row,
    entry: itemId === null || seq === null || leaf === null ? null : { itemId, seq, leaf },
  }));
}
