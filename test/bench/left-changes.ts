import { frozenBody } from '#domain';
import type { Pool } from 'pg';

/** The type of every fact that is left here. */
export const LEFT_TYPE = 'item.published';

const AT = '2027-01-15T09:00:00.000Z';
const ITEM = 'f8000000-0000-7000-8000-000000000000';

/** As large as facts are: some 600 bytes. */
export const LEFT_BODY = frozenBody(LEFT_TYPE, {
  at: AT,
  data: {
    subject: `items/${ITEM}`,
    workspaceId: ITEM,
    actor: ITEM,
    kind: 'content',
    slug: 'how-loud-a-launch-is-and-who-has-to-be-ready',
    locale: 'en-US',
    stage: 'published',
    sequence: 17,
    auditHash: '7'.repeat(64),
    digest: '3'.repeat(64),
  },
});

/** As large as entries of a trail are. */
const ENTRY = JSON.stringify({
  at: AT,
  itemId: ITEM,
  command: LEFT_BODY,
  prevHash: '5'.repeat(64),
});

/** The message that the change of a number leaves. */
export function leftId(number: number): string {
  return `f9000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

const LEAVE = {
  name: 'leave_changes',
  text: `
    with change as materialized (
      select number, ('f8000000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid as item_id,
        ('f9000000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid as message_id
      from generate_series($2::bigint, $3::bigint) number
    ), entries as (
      insert into audit_entry (workspace_id, item_id, seq, entry, hash)
      select $1::uuid, item_id, 1, $4, 'none' from change
    ), messages as (
      insert into message (workspace_id, message_id, item_id, sequence, type, body, created_at)
      select $1, message_id, item_id, 1, $5, $6, now() from change
    )
    insert into outbox (workspace_id, item_id, seq, message_ids)
    select $1, item_id, 1, array[message_id] from change order by number`,
};

/**
 * Leaves what changes of items leave to be carried on, each an entry and a fact, without the items: the numbers from
 * `from` on, in one transaction.
 */
export async function leaveChanges(
  pool: Pool,
  workspaceId: string,
  { from, count }: { from: number; count: number },
): Promise<void> {
  const values = [workspaceId, from, from + count - 1, ENTRY, LEFT_TYPE, LEFT_BODY];
  await pool.query({ ...LEAVE, values });
}
