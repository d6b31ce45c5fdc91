import { lookUp, type MemoryScope, type WantedUnit } from '#engine';
import type { Pool } from 'pg';
import { percentile } from './latencies.js';
import { hashOf, loadMemory, sourcesIn } from './memory-load.js';
import { bestByComparing } from './memory-recall.js';
import { randomOf, type Texts, textsOf } from './memory-texts.js';
import type { Plan } from './plan.js';

/** Units of an editor's page. */
export const PAGE = 50;

/** Scores from which on matches are wanted. */
export const LEAST_SCORES = [75, 85] as const;

export interface Took {
  p50Ms: number;
  p99Ms: number;
}

/** One round: a unit by its hash, a unit by likeness, a page of units by likeness. */
export interface MemoryRound {
  exact: Took;
  one: Took;
  page: Took;
}

export interface MemoryFindings {
  segments: number;
  loadSeconds: number;
  megabytes: number;
  rounds: MemoryRound[];
  /** of texts that have a match, those whose best match was found */
  recall: { least: number; found: number; wanted: number }[];
}

/** How fast and how completely a translation memory is looked up, in the database that it is loaded into here. */
export async function measureMemory(
  plan: Plan,
  given: {
    pool: Pool;
    workspaceId: string;
    settle: () => Promise<void>;
    say: (sentence: string) => void;
  },
): Promise<MemoryFindings> {
  const { pool, workspaceId, settle, say } = given;
  const scope: MemoryScope = { workspaceId, sourceLocale: 'en-US', targetLocale: 'de-DE' };
  const texts = textsOf(1);
  say(`Filling a translation memory with ${plan.memorySegments} segments…`);
  const loadSeconds = await loadMemory(pool, { scope, texts, segments: plan.memorySegments });
  await settle();
  const wanted = await editedTexts(pool, texts, plan.memoryLookUps + PAGE);
  say('Looking up…');
  const rounds: MemoryRound[] = [];
  await lookUpRound(pool, scope, wanted.slice(0, 2 * PAGE)); // warms up
  for (let round = 1; round <= plan.memoryRounds; round += 1) {
    rounds.push(await lookUpRound(pool, scope, wanted));
  }
  const recall = await judge(pool, scope, wanted.slice(0, plan.memoryJudged));
  const [size] = (
    await pool.query<{ bytes: string }>(
      `select sum(pg_total_relation_size(name))::text as bytes
       from unnest('{memory_source,memory_clue,memory_entry}'::regclass[]) name`,
    )
  ).rows;
  const megabytes = Math.round(Number(size!.bytes) / 1_000_000);
  return { segments: plan.memorySegments, loadSeconds, megabytes, rounds, recall };
}

/** Known texts, up to a third of whose words were edited since. */
async function editedTexts(pool: Pool, texts: Texts, count: number): Promise<string[]> {
  const { rows } = await pool.query<{ source: string }>(
    'select source from memory_source order by source_hash limit $1',
    [count],
  );
  const random = randomOf(7);
  return rows.map(({ source }) => texts.edited(source, random() / 3));
}

async function lookUpRound(pool: Pool, scope: MemoryScope, wanted: string[]): Promise<MemoryRound> {
  const units = wanted.map(unitOf);
  const time = async (some: WantedUnit[], least: number): Promise<number> => {
    const started = performance.now();
    await lookUp(pool, { ...scope, units: some, least });
    return performance.now() - started;
  };
  const exact: number[] = [];
  const one: number[] = [];
  const page: number[] = [];
  for (const [index, unit] of units.slice(PAGE).entries()) {
    exact.push(await time([unit], 100));
    one.push(await time([unit], 75));
    if (index % 10 === 0) page.push(await time(units.slice(index, index + PAGE), 75));
  }
  return { exact: tookOf(exact), one: tookOf(one), page: tookOf(page) };
}

function tookOf(ms: number[]): Took {
  const ascending = ms.toSorted((one, other) => one - other);
  return { p50Ms: percentile(ascending, 0.5), p99Ms: percentile(ascending, 0.99) };
}

async function judge(
  pool: Pool,
  scope: MemoryScope,
  wanted: string[],
): Promise<MemoryFindings['recall']> {
  const best = await bestByComparing(sourcesIn(pool), { wanted, least: LEAST_SCORES[0] });
  const recall = [];
  for (const least of LEAST_SCORES) {
    const having = wanted.filter((_, index) => best[index]! >= least);
    const matches = await lookUp(pool, { ...scope, units: having.map(unitOf), least, most: 1 });
    const expected = best.filter((score) => score >= least);
    const found = matches.filter(([match], index) => match && match.score >= expected[index]!);
    recall.push({ least, found: found.length, wanted: having.length });
  }
  return recall;
}

function unitOf(text: string): WantedUnit {
  return { hash: hashOf(text), source: [text], previousHash: null, nextHash: null };
}
