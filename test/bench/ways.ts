import type { ApiProcess } from './api-process.js';
import type { BenchDatabase } from './database.js';
import type { Figures } from './latencies.js';
import { startLoader } from './loader.js';
import { type Pgbench, runPgbench } from './pgbench.js';
import type { PlainTransition } from './plain-transition.js';
import type { RecordedTransition } from './recorded-statements.js';
import { endedChildrenMs, processorMs, serverMs } from './process-usage.js';
import { DRAFT_VERSION, type Line } from './seed.js';
import type { EngineSqlLoad, PlainSqlLoad } from './sql-load.js';

/** The ways to get a draft submitted that are measured. */
export type WayName = 'http' | 'pgbench' | 'plain_node' | 'engine_node';

/** Processor time that a transition took, in milliseconds; null where nobody knows, or someone has no part in it. */
export interface ProcessorUse {
  senderCpuMs: number | null;
  apiCpuMs: number | null;
  databaseCpuMs: number | null;
}

export type WayFigures = Figures & ProcessorUse;

/** A round of a way: it ends after `seconds`, or when items run out. */
export interface Round {
  connections: number;
  seconds: number;
}

export type Way = (round: Round) => Promise<WayFigures>;

/** Items that still have to be submitted, and how many were. */
export interface Stock {
  drafts: string[];
  /** numbers of plain items: the next one, and the first that is not there */
  plainNext: number;
  plainUntil: number;
  submitted: Submitted;
}

/** Items that were submitted, and how many of the drafts went with others: in so many calls. */
export interface Submitted {
  drafts: number;
  plain: number;
  inBulk: { drafts: number; calls: number };
}

/** Transitions a second that a round keeps items ready for, on one connection or on many; a faster one ends early. */
const READY_FOR = { one: 1_500, many: 5_000 };

/** A way before anyone looks at the processors of the others. */
type Send = (round: Round) => Promise<Figures & Pick<ProcessorUse, 'senderCpuMs'>>;

/** Without pgbench on this machine, that way is left out. `stop` ends the processes that send. */
export function openWays(given: {
  database: BenchDatabase;
  folder: string;
  line: Line;
  api: ApiProcess;
  stock: Stock;
  plain: PlainTransition;
  recorded: RecordedTransition;
  pgbench: Pgbench | null;
}): { ways: Map<WayName, Way>; stop: () => void } {
  const { folder, line, api, stock, plain, pgbench } = given;
  const { url, serverPid } = given.database;
  const httpLoader = startLoader();
  const sqlLoader = startLoader();

  const http: Send = async (round) => {
    const itemIds = stock.drafts.slice(0, mostOf(round));
    const { port } = api;
    const load = { kind: 'http' as const, port, key: line.key, version: DRAFT_VERSION };
    const figures = await httpLoader.send({ ...load, itemIds, inBulk: null, ...round });
    stock.drafts.splice(0, figures.done);
    stock.submitted.drafts += figures.done;
    return figures;
  };
  const sql =
    (
      load: Pick<PlainSqlLoad, 'kind' | 'transition'> | Pick<EngineSqlLoad, 'kind' | 'transition'>,
    ): Send =>
    async (round) => {
      const from = stock.plainNext;
      const until = Math.min(stock.plainUntil, from + mostOf(round));
      const figures = await sqlLoader.send({ ...load, url, from, until, ...round });
      stock.plainNext += figures.done;
      stock.submitted.plain += figures.done;
      return figures;
    };
  const outside =
    (program: Pgbench): Send =>
    async (round) => {
      const from = stock.plainNext;
      const before = endedChildrenMs();
      const { figures, next } = await runPgbench(program, {
        url,
        folder,
        transition: plain,
        from,
        ...round,
      });
      stock.plainNext = next;
      stock.submitted.plain += figures.done;
      return { ...figures, senderCpuMs: each(before, endedChildrenMs(), figures.done) };
    };
  const ways: [WayName, Way][] = [
    ['http', observed(http, { apiPid: api.pid, serverPid })],
    ['plain_node', observed(sql({ kind: 'plain_sql', transition: plain }), { serverPid })],
    [
      'engine_node',
      observed(sql({ kind: 'engine_sql', transition: given.recorded }), { serverPid }),
    ],
  ];
  if (pgbench !== null) ways.splice(1, 0, ['pgbench', observed(outside(pgbench), { serverPid })]);
  return {
    ways: new Map(ways),
    stop: () => {
      httpLoader.stop();
      sqlLoader.stop();
    },
  };
}

function mostOf({ connections, seconds }: Round): number {
  return Math.ceil(seconds * (connections === 1 ? READY_FOR.one : READY_FOR.many));
}

function observed(
  send: Send,
  { apiPid = null, serverPid }: { apiPid?: number | null; serverPid: number | null },
): Way {
  const read = () => ({
    api: apiPid === null ? null : processorMs(apiPid),
    database: serverPid === null ? null : serverMs(serverPid),
  });
  return async (round) => {
    const before = read();
    const figures = await send(round);
    const after = read();
    return {
      ...figures,
      apiCpuMs: each(before.api, after.api, figures.done),
      databaseCpuMs: each(before.database, after.database, figures.done),
    };
  };
}

function each(before: number | null, after: number | null, count: number): number | null {
  return before === null || after === null ? null : (after - before) / count;
}
