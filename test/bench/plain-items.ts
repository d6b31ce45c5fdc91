import type { Pool } from 'pg';
import type { Line } from './seed.js';

/**
 * Items for the ways that know no rules are copies of one seeded draft and its open task, made in the database, under
 * ids that a script can count. They stand behind all others in every index.
 */
export const PLAIN_ITEMS_FROM = 'f0000000-0000-7000-8000-000000000000';

/** The id of the plain item of a number, in SQL; `number` is an expression of type bigint. */
export function plainIdSql(number: string): string {
  return `('f0000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}

export function plainId(number: number): string {
  return `f0000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** What else gets an id in a transition takes that of the item, with another beginning: f1…, f2… */
export function siblingIdSql(id: string, ordinal: number): string {
  return `overlay(${id}::text placing 'f${ordinal}' from 1 for 2)`;
}

export function siblingId(id: string, ordinal: number): string {
  return `f${ordinal}${id.slice(2)}`;
}

/** The plain item's task of the draft. */
export const DRAFT_TASK = 1;

/** Makes the plain items of the numbers from `from` to `until`, which is left out, after the pattern of `draftId`. */
export async function copyDrafts(
  pool: Pool,
  { workspaceId }: Line,
  draftId: string,
  { from, until }: { from: number; until: number },
): Promise<void> {
  const values = [workspaceId, draftId, from, until - 1];
  await pool.query(
    `insert into item
     select copy.* from item i
     cross join generate_series($3::bigint, $4::bigint) number
     cross join lateral jsonb_populate_record(i, jsonb_build_object(
       'item_id', ${plainIdSql('number')}, 'slug', 'plain-' || number)) copy
     where i.workspace_id = $1 and i.item_id = $2`,
    values,
  );
  await pool.query(
    `insert into task
     select copy.* from task t
     cross join generate_series($3::bigint, $4::bigint) number
     cross join lateral jsonb_populate_record(t, jsonb_build_object(
       'item_id', ${plainIdSql('number')},
       'task_id', ${siblingIdSql(plainIdSql('number'), DRAFT_TASK)})) copy
     where t.workspace_id = $1 and t.item_id = $2 and t.status = 'claimed'`,
    values,
  );
}
