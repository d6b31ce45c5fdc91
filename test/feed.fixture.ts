import { newId } from '#engine';
import { randomInt } from 'node:crypto';
import { Pool } from 'pg';

/** Facts of one committed change of an item. */
export interface Written {
  /** drawn when the change was written, before its commit */
  drawn: number;
  ids: string[];
}

/** Writes changes as the engine does, each in a transaction that stays open for as long as the test wants it to. */
export interface Writer {
  itemId: string;
  write: (hold: (written: Written) => Promise<unknown>) => Promise<Written>;
}

const TYPES = ['item.revised', 'comment.added', 'item.described', 'task.claimed'];

/** A writer for an item of its own; all of them together have `connections`. */
export function openWriters(url: string, workspaceId: string, connections: number) {
  const pool = new Pool({ connectionString: url, max: connections, options: '-c role=baton_app' });
  const writers = Array.from({ length: connections }, (): Writer => {
    const itemId = newId();
    let sequence = 0;
    return {
      itemId,
      write: async (hold) => {
        const client = await pool.connect();
        sequence += 1;
        const facts = Array.from({ length: randomInt(1, 4) }, (_, index) => {
          const type = TYPES[(sequence + index) % TYPES.length]!;
          const data = { subject: `items/${itemId}`, sequence };
          const timestamp = new Date().toISOString();
          return { id: newId(), type, body: JSON.stringify({ data, timestamp, type }) };
        });
        const ids = facts.map(({ id }) => id);
        await client.query('begin');
        const { rows } = await client.query<{ drawn: string }>(WRITE, [
          workspaceId,
          itemId,
          sequence,
          ids,
          facts.map(({ type }) => type),
          facts.map(({ body }) => body),
        ]);
        const written = { drawn: Number(rows[0]!.drawn), ids };
        await hold(written);
        await client.query('commit');
        client.release();
        return written;
      },
    };
  });
  return { writers, close: () => pool.end() };
}

const WRITE = `
  with entry as (
    insert into audit_entry (workspace_id, item_id, seq, entry, hash)
    values ($1, $2, $3, json_build_object('seq', $3::integer)::text, 'hash')
  ), facts as (
    insert into message (workspace_id, message_id, item_id, sequence, type, body, created_at)
    select $1, id, $2, $3, type, body, clock_timestamp()
    from unnest($4::uuid[], $5::text[], $6::text[]) fact (id, type, body)
  )
  insert into outbox (workspace_id, item_id, seq, message_ids)
  values ($1, $2, $3, $4) returning outbox_id as drawn`;
