import type { ApiProcess } from './api-process.js';
import type { Figures } from './latencies.js';
import { type Load, startLoader } from './loader.js';
import { type Pgbench, runPgbench } from './pgbench.js';
import type { PlainTransition } from './plain-transition.js';
import type { RecordedTransition } from './recorded-statements.js';
import { DRAFT_VERSION, type Line } from './seed.js';

/** Every way to get a draft submitted that is measured, in the order of the report. */
export const WAYS = ['http', 'pgbench', 'plain_node', 'engine_node'] as const;
export type WayName = (typeof WAYS)[number];

/** `senderCpuMs`: processor time that the sender took for one transition; null where nobody knows. */
export type WayFigures = Figures & { senderCpuMs: number | null };

export type Way = (round: { connections: number; seconds: number }) => Promise<WayFigures>;

/** Items that still have to be submitted, and how many were. */
export interface Stock {
  drafts: string[];
  /** numbers of plain items: the next one, and the first that is not there */
  plainNext: number;
  plainUntil: number;
  submitted: { drafts: number; plain: number };
}

/** More transitions a second than any way does on one connection, or on many: what a round keeps ready. */
const AT_MOST = { one: 2_500, many: 10_000 };

/** Without pgbench on this machine, that way is left out. `stop` ends the processes that send. */
export function openWays(given: {
  url: string;
  folder: string;
  line: Line;
  api: ApiProcess;
  stock: Stock;
  plain: PlainTransition;
  recorded: RecordedTransition;
  pgbench: Pgbench | null;
}): { ways: Map<WayName, Way>; stop: () => void } {
  const { url, line, api, stock, pgbench } = given;
  const httpLoader = startLoader();
  const sqlLoader = startLoader();

  const http: Way = async (round) => {
    const { port } = api;
    const itemIds = stock.drafts.slice(0, mostOf(round));
    const load = { kind: 'http' as const, port, key: line.key, version: DRAFT_VERSION, itemIds };
    const figures = await httpLoader.send({ ...load, ...round });
    stock.drafts.splice(0, figures.done);
    stock.submitted.drafts += figures.done;
    return figures;
  };
  const inNode =
    (load: (slice: { from: number; until: number }) => (round: Round) => Load): Way =>
    async (round) => {
      const from = stock.plainNext;
      const until = Math.min(stock.plainUntil, from + mostOf(round));
      const figures = await sqlLoader.send(load({ from, until })(round));
      stock.plainNext += figures.done;
      stock.submitted.plain += figures.done;
      return figures;
    };
  const ways = new Map<WayName, Way>([
    ['http', http],
    [
      'plain_node',
      inNode((slice) => (round) => ({
        kind: 'plain_sql',
        url,
        transition: given.plain,
        ...slice,
        ...round,
      })),
    ],
    [
      'engine_node',
      inNode((slice) => (round) => ({
        kind: 'engine_sql',
        url,
        transition: given.recorded,
        ...slice,
        ...round,
      })),
    ],
  ]);
  if (pgbench !== null) {
    ways.set('pgbench', async (round) => {
      const { figures, next } = await runPgbench(pgbench, {
        url,
        folder: given.folder,
        transition: given.plain,
        from: stock.plainNext,
        ...round,
      });
      stock.plainNext = next;
      stock.submitted.plain += figures.done;
      return { ...figures, senderCpuMs: null };
    });
  }
  return {
    ways: new Map(WAYS.flatMap((name) => (ways.has(name) ? [[name, ways.get(name)!]] : []))),
    stop: () => {
      httpLoader.stop();
      sqlLoader.stop();
    },
  };
}

type Round = Parameters<Way>[0];

function mostOf({ connections, seconds }: Round): number {
  return Math.ceil(seconds * (connections === 1 ? AT_MOST.one : AT_MOST.many));
}
