import type { ApiProcess } from './api-process.js';
import type { Figures } from './latencies.js';
import { startLoader } from './loader.js';
import { CONNECTIONS, type Plan } from './plan.js';
import { DRAFT_VERSION, type Line } from './seed.js';
import type { Undo } from './undo.js';
import type { Stock } from './ways.js';

/** Drafts that one call submits. */
export const BULK_SIZE = 500;

/** Single events go over many connections, bulks over one: what it saves is to be seen without more of them at once. */
export const SINGLE_CONNECTIONS = CONNECTIONS[1];

/** A round: the same number of drafts submitted one by one, and in bulks of 500. */
export interface BulkRound {
  single: Figures;
  /** a sample is a call; `perSecond` counts drafts */
  bulk: Figures;
}

/** How many drafts the rounds of a plan submit. */
export function bulkDrafts({ bulkRounds, bulkCalls }: Plan): number {
  return bulkRounds * bulkCalls * BULK_SIZE * 2;
}

/** Both ways take turns, so that what disturbs the machine disturbs each of them alike. */
export async function compareBulk(
  { bulkRounds, bulkCalls }: Plan,
  given: { api: ApiProcess; line: Line; stock: Stock; undo: Undo },
): Promise<BulkRound[]> {
  const { api, line, stock, undo } = given;
  const loader = startLoader();
  undo.push(loader.stop);
  const submit = (connections: number, inBulk: number | null) =>
    loader.send({
      kind: 'http',
      port: api.port,
      key: line.key,
      version: DRAFT_VERSION,
      connections,
      seconds: LONGEST_SECONDS,
      itemIds: stock.drafts.splice(0, bulkCalls * BULK_SIZE),
      inBulk,
    });
  const rounds: BulkRound[] = [];
  for (let round = 1; round <= bulkRounds; round += 1) {
    const single = await submit(SINGLE_CONNECTIONS, null);
    const calls = await submit(1, BULK_SIZE);
    const drafts = calls.done * BULK_SIZE;
    stock.submitted.drafts += single.done + drafts;
    stock.submitted.inBulk.drafts += drafts;
    stock.submitted.inBulk.calls += calls.done;
    rounds.push({ single, bulk: { ...calls, perSecond: calls.perSecond * BULK_SIZE } });
  }
  loader.stop();
  return rounds;
}

/** A round ends when its drafts are submitted; one that takes longer than this is cut short. */
const LONGEST_SECONDS = 120;
