import type { Pool } from 'pg';
import { PLAIN_ITEMS_FROM } from './plain-items.js';
import { DRAFT_VERSION, type Line } from './seed.js';

/** What a transition leaves in each table, but for ids, what an item is called and when its draft was begun. */
const ROWS = {
  item: `select to_jsonb(i) - '{item_id,slug,created_at}'::text[] as row
    from item i where i.workspace_id = $1 and i.item_id = $2 and i.version = $3`,
  task: `select to_jsonb(t) - '{item_id,task_id,opened_at,claimed_at}'::text[] as row
    from task t join item i on i.workspace_id = t.workspace_id and i.item_id = t.item_id
    where t.workspace_id = $1 and t.item_id = $2 and i.version = $3
      and (t.status = 'offered' or t.activity = 'draft')
    order by t.activity`,
  handoff: `select to_jsonb(h) - '{item_id,handoff_id}'::text[] as row
    from handoff h where h.workspace_id = $1 and h.item_id = $2 and h.sequence = $3
    order by h.activity`,
  audit_entry: `select to_jsonb(a) - '{item_id}'::text[] as row
    from audit_entry a where a.workspace_id = $1 and a.item_id = $2 and a.seq = $3`,
  message: `select to_jsonb(m) - '{item_id,message_id}'::text[] as row
    from message m where m.workspace_id = $1 and m.item_id = $2 and m.sequence = $3
    order by m.type, m.body`,
};

/**
 * Throws unless the first plain item that was submitted left the same rows as the sampled one, which went over HTTP:
 * a comparison with less work would not be a comparison.
 */
export async function verifyEqual(
  pool: Pool,
  { workspaceId }: Line,
  sampledId: string,
): Promise<void> {
  for (const [table, text] of Object.entries(ROWS)) {
    const rowsOf = async (itemId: string): Promise<string> => {
      const values = [workspaceId, itemId, DRAFT_VERSION + 1];
      const { rows } = await pool.query<{ row: object }>(text, values);
      return rows.map(({ row }) => JSON.stringify(row)).join('\n');
    };
    const [engine, plain] = [await rowsOf(sampledId), await rowsOf(PLAIN_ITEMS_FROM)];
    if (engine !== plain) {
      throw new Error(
        `Expected the plain transition to leave what the engine leaves in ${table}:\n${engine}\nfound:\n${plain}`,
      );
    }
  }
}
