import { poolOf } from '#engine';
import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { MATRIX, TOTALS } from '../../apps/api/src/matrix/matrix-reader.js';
import type { ApiProcess } from './api-process.js';
import { LOCALES } from './import-speed.js';
import type { LocalizationPlan } from './localization-plan.js';
import { type Line, prepareLine } from './seed.js';

/** Ways to read a matrix: over HTTP and by its query, all of it or its totals, and what they are held against. */
export const MATRIX_WAYS = ['http', 'query', 'totalsHttp', 'totalsQuery', 'count', 'rows'] as const;
export type MatrixWay = (typeof MATRIX_WAYS)[number];

/** How long each way takes in each round, in milliseconds. */
export interface MatrixTimes {
  items: number;
  locales: number;
  /** bytes of the answer */
  bytes: number;
  ms: Record<MatrixWay, number[]>;
}

const NO_FILTER = [null, null, null, null, null];

/** Throws where the answer is not the whole matrix. `line` has variants that those of the matrix are copies of. */
export async function measureMatrix(
  plan: LocalizationPlan,
  given: { api: ApiProcess; dataSource: DataSource; line: Line; settle: () => Promise<void> },
): Promise<MatrixTimes> {
  const { api, dataSource, settle } = given;
  const pool = poolOf(dataSource);
  const { workspaceId, key } = await prepareLine(dataSource, 'bench-matrix');
  await fillMatrix(pool, plan, { pattern: given.line.workspaceId, workspaceId });
  await settle();
  const get = async (path: string): Promise<string> => {
    const url = `http://127.0.0.1:${api.port}${path}`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
    if (response.status !== 200) throw new Error(`Expected 200; found ${response.status}.`);
    return response.text();
  };
  const ways: Record<MatrixWay, () => Promise<unknown>> = {
    http: () => get('/v1/matrix?limit=1000'),
    query: () => pool.query({ ...MATRIX, values: [workspaceId, ...NO_FILTER, null, 1001] }),
    totalsHttp: () => get('/v1/matrix/totals'),
    totalsQuery: () => pool.query({ ...TOTALS, values: [workspaceId, ...NO_FILTER] }),
    count: () => pool.query('select count(*) from item where workspace_id = $1', [workspaceId]),
    rows: () => pool.query(ROWS, [workspaceId]),
  };
  const answer = await get('/v1/matrix?limit=1000');
  verifyMatrix(answer, plan);
  const ms = Object.fromEntries(
    MATRIX_WAYS.map((way) => [way, []]),
  ) as unknown as MatrixTimes['ms'];
  for (let round = 0; round <= plan.matrixRounds; round += 1) {
    for (const way of MATRIX_WAYS) {
      const started = performance.now();
      await ways[way]();
      // The first round connects, prepares and compiles.
      if (round > 0) ms[way].push(performance.now() - started);
    }
  }
  return {
    items: plan.matrixItems,
    locales: plan.matrixLocales,
    bytes: Buffer.byteLength(answer),
    ms,
  };
}

/** What the matrix shows of each item and variant, as it stands in its table. */
const ROWS = `
  select item_id, source_item_id, slug, title, kind, locale, stage, version, freshness, out_of_date_since,
    translation -> 'counts' as counts
  from item where workspace_id = $1`;

/** All locales of each item but the last, which is missing; the others are in each state by turns. */
async function fillMatrix(
  pool: Pool,
  { matrixItems, matrixLocales }: LocalizationPlan,
  { pattern, workspaceId }: { pattern: string; workspaceId: string },
): Promise<void> {
  const locales = LOCALES.slice(0, matrixLocales);
  const numbers = [pattern, workspaceId, matrixItems, locales];
  await pool.query(
    `insert into item
     select copy.* from item s
     cross join generate_series(1, $3::integer) number
     cross join lateral jsonb_populate_record(s, jsonb_build_object(
       'workspace_id', $2::uuid, 'item_id', ${idSql('e0', 'number')}, 'slug', 'item-' || number,
       'required_locales', to_jsonb($4::text[]))) copy
     where ${patternSql('s', 'is null')}`,
    numbers,
  );
  await pool.query(
    `insert into item
     select copy.* from item v
     cross join generate_series(1, $3::integer) number
     cross join unnest(($4::text[])[:cardinality($4::text[]) - 1]) with ordinality l (locale, place)
     cross join lateral (
       select (array['in_progress', 'up_to_date', 'out_of_date'])[1 + (number + place) % 3] as freshness
     ) f
     cross join lateral jsonb_populate_record(v, jsonb_build_object(
       'workspace_id', $2::uuid, 'item_id', ${idSql('e1', '(number * 100 + place)')},
       'slug', 'item-' || number, 'source_item_id', ${idSql('e0', 'number')}, 'locale', l.locale,
       'freshness', f.freshness,
       'out_of_date_since', case when f.freshness = 'out_of_date' then now() end)) copy
     where ${patternSql('v', 'is not null')}`,
    numbers,
  );
}

/** One row of the workspace that others are copies of. */
function patternSql(row: string, source: 'is null' | 'is not null'): string {
  return `${row}.workspace_id = $1 and ${row}.item_id = (
    select item_id from item where workspace_id = $1 and source_item_id ${source} limit 1)`;
}

function idSql(begins: string, number: string): string {
  return `('${begins}000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}

function verifyMatrix(answer: string, { matrixItems, matrixLocales }: LocalizationPlan): void {
  const { items } = JSON.parse(answer) as { items: { cells: { freshness: string }[] }[] };
  const cells = items.flatMap((item) => item.cells);
  const missing = cells.filter(({ freshness }) => freshness === 'missing').length;
  if (
    items.length !== matrixItems ||
    cells.length !== matrixItems * matrixLocales ||
    missing !== matrixItems
  ) {
    throw new Error(
      `Expected ${matrixItems} items of ${matrixLocales} locales, one missing of each; found ${items.length} of ${cells.length} in all, and ${missing} missing.`,
    );
  }
}
