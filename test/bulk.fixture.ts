import type { Response } from 'supertest';
import { claim, createItem, type Crew, type Item, type Reason } from './line.js';
import type { TestPerson } from './test-api.js';
import type { TestDatabase } from './test-database.js';

/** What came of one event of a list, as the API shows it. */
export interface Result {
  itemId: string;
  status: number;
  stage: string | null;
  version: number | null;
  problem: { code: string; detail: string; reasons: Reason[] } | null;
}

export interface Answer {
  results: Result[];
  accepted: number;
  refused: number;
  dryRun: boolean;
  together: boolean;
}

export const bulk = (person: Pick<TestPerson, 'post'>, events: object[], fields: object = {}) =>
  person.post('/v1/items/bulk-events', { events, ...fields });

export function answerOf({ status, body }: Response): Answer {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Answer;
}

export const statusesOf = ({ results }: { results: Result[] }) =>
  results.map(({ status }) => status);

/** Items whose triage is in the hands of enablement, in the order of their ids. */
export async function inTriage(crew: Crew, count: number, fields: object = {}): Promise<Item[]> {
  const items: Item[] = [];
  for (let index = 0; index < count; index += 1) {
    const slug = `triage-${Math.random().toString(36).slice(2)}`;
    const created = await createItem(crew.marketing, { slug, goalId: crew.goalId, ...fields });
    items.push(await claim(crew.enablement, created, 'triage'));
  }
  return items;
}

const TABLES = ['item', 'task', 'audit_entry', 'message', 'handoff', 'item_text', 'revision'];

/** Every row of these tables, of one item or of all. */
export async function rowsOf(
  { query }: TestDatabase,
  itemId: string | null = null,
): Promise<string[]> {
  const parts = TABLES.map(
    (table) => `select '${table} ' || row_to_json(t)::text as text from ${table} t
      where $1::uuid is null or item_id = $1`,
  );
  const rows = await query<{ text: string }>(parts.join(' union all '), [itemId]);
  return rows.map(({ text }) => text).toSorted();
}
