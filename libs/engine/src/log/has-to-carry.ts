import type { DataSource } from 'typeorm';
import { poolOf } from '../data-source.js';

/** The outbox by its index: its table is mostly rows that are gone already. */
const QUESTION = {
  name: 'has_to_carry',
  text: `
    select (select outbox_id from outbox order by outbox_id limit 1) is not null
      or exists (select from webhook_endpoint e join log_tip t using (workspace_id)
        where e.status <> 'disabled' and e.relayed_position < t.position) as has`,
};

/** Whether something committed has no place in the log yet, or an endpoint no deliveries of what has; one round trip. */
export async function hasToCarry(dataSource: DataSource): Promise<boolean> {
  const { rows } = await poolOf(dataSource).query<{ has: boolean }>(QUESTION);
  return rows[0]!.has;
}
