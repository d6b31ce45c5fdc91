import type { DataSource } from 'typeorm';
import { poolOf } from '../data-source.js';
import { inTransaction } from '../queryable.js';
import { SEQUENCER_LOCK } from './sequence-outbox.js';

/**
 * The release before leaves entries and messages and knows no outbox; both may run side by side for a while. Messages have
 * no index by item, so all of them are looked for in one pass. A ping has no place in the feed.
 */
const FIND = `
  with missing as materialized (
    select e.workspace_id, e.item_id, e.seq, e.entry::json ->> 'at' as at
    from audit_entry e
    where not exists (select from audit_leaf l where l.workspace_id = e.workspace_id
        and l.item_id = e.item_id and l.seq = e.seq)
      and not exists (select from outbox o where o.workspace_id = e.workspace_id
        and o.item_id = e.item_id and o.seq = e.seq)
  ), told as (
    select m.workspace_id, m.item_id, m.sequence as seq,
      array_agg(m.message_id order by m.message_id) as message_ids
    from missing e
    join message m on m.workspace_id = e.workspace_id and m.item_id = e.item_id and m.sequence = e.seq
    group by 1, 2, 3
  )
  insert into outbox (workspace_id, item_id, seq, message_ids)
  select workspace_id, item_id, seq, message_ids from (
    select workspace_id, item_id, seq, at, coalesce(message_ids, '{}') as message_ids
    from missing left join told using (workspace_id, item_id, seq)
    union all
    select m.workspace_id, null, null, m.body::json ->> 'timestamp', array[m.message_id]
    from message m
    where m.item_id is null and m.type <> 'webhook_endpoint.pinged'
      and not exists (select from feed f
        where f.workspace_id = m.workspace_id and f.message_id = m.message_id)
      and not exists (select from outbox o
        where o.workspace_id = m.workspace_id and m.message_id = any(o.message_ids))
  ) each
  order by at, item_id, seq`;

/** Finds what was committed without a row in the outbox and gives it one; gives how many. */
export async function catchUpOutbox(dataSource: DataSource): Promise<number> {
  return inTransaction(poolOf(dataSource), async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [SEQUENCER_LOCK]);
    const { rowCount } = await client.query(FIND);
    return rowCount ?? 0;
  });
}
