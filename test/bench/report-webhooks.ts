import {
  type HookLatencies,
  type HookLatency,
  LIGHT_LOAD,
  MANY_ENDPOINTS,
} from './hook-latency.js';
import type { HookSpeed } from './hook-speed.js';
import { type Spread, spreadOf } from './latencies.js';
import type { RelaySpeed } from './relay-speed.js';
import { row, spreadText } from './report-table.js';
import type { WebhooksFindings } from './webhooks.js';

const STORES = ['postgresql', 'redis'] as const;
const STORE_LABELS = { postgresql: 'jobs in PostgreSQL', redis: 'jobs in Redis' };
const LATENCIES = ['one', 'without', 'beside'] as const;
const LATENCY_LABELS: Record<keyof HookLatencies, string> = {
  one: '1 endpoint',
  without: `${MANY_ENDPOINTS - 1} endpoints`,
  beside: 'the same, beside one that hangs',
};

export function webhooksTable({ speed, latency, relay }: WebhooksFindings): string[] {
  return [
    row('Webhooks of one worker', [
      'deliveries/s',
      'bare POSTs/s',
      'to bare POSTs',
      'CPU ms: worker + database',
    ]),
    ...STORES.flatMap((store) => (speed[store] ?? []).map((each) => speedRow(store, each))),
    '',
    row(`${LIGHT_LOAD} facts/s, commit to arrival`, ['p50 ms', 'p99 ms', 'p99 to without']),
    ...LATENCIES.map((name) => latencyRow(name, latency)),
    '',
    ...relayRows(relay),
  ];
}

function speedRow(store: (typeof STORES)[number], speed: HookSpeed): string {
  const { endpoints, perSecond, barePerSecond, workerCpuMs, databaseCpuMs } = speed;
  const to = endpoints === 1 ? '1 endpoint' : `${endpoints} endpoints`;
  return row(`${to}, ${STORE_LABELS[store]}`, [
    spreadText(spreadOf(perSecond)),
    spreadText(spreadOf(barePerSecond)),
    spreadText(ratioOf(perSecond, barePerSecond)),
    [workerCpuMs, databaseCpuMs].map(medianText).join(' + '),
  ]);
}

function latencyRow(name: keyof HookLatencies, latency: HookLatencies): string {
  const figures = (pick: keyof HookLatency) => latency[name].map((each) => each[pick]);
  return row(LATENCY_LABELS[name], [
    spreadText(spreadOf(figures('p50Ms'))),
    spreadText(spreadOf(figures('p99Ms'))),
    name === 'beside' ? spreadText(besideRatio(latency)) : '–',
  ]);
}

function relayRows({ changes, sequencedPerSecond, relayedPerSecond, memoryMb }: RelaySpeed) {
  const [before, atMost] = [spreadOf(memoryMb.before), spreadOf(memoryMb.atMost)];
  return [
    row(`${changes} changes waiting`, ['changes/s']),
    row('in feed and tree', [spreadText(spreadOf(sequencedPerSecond))]),
    row('with their deliveries made', [spreadText(spreadOf(relayedPerSecond))]),
    `  memory of the worker: ${spreadText(before)} MB before, ${spreadText(atMost)} MB at most`,
  ];
}

export function webhooksJson({ speed, latency, relay }: WebhooksFindings): object {
  const spreads = (speeds: HookSpeed[]) =>
    speeds.map(({ endpoints, facts, perSecond, barePerSecond, workerCpuMs, databaseCpuMs }) => ({
      endpoints,
      facts,
      perSecond: spreadOf(perSecond),
      barePerSecond: spreadOf(barePerSecond),
      ratio: ratioOf(perSecond, barePerSecond),
      workerCpuMs: known(workerCpuMs),
      databaseCpuMs: known(databaseCpuMs),
    }));
  return {
    speed: {
      postgresql: spreads(speed.postgresql),
      redis: speed.redis === null ? null : spreads(speed.redis),
    },
    latency: {
      factsPerSecond: LIGHT_LOAD,
      ...Object.fromEntries(
        LATENCIES.map((name) => [
          name,
          {
            p50Ms: spreadOf(latency[name].map(({ p50Ms }) => p50Ms)),
            p99Ms: spreadOf(latency[name].map(({ p99Ms }) => p99Ms)),
          },
        ]),
      ),
      besideRatio: besideRatio(latency),
    },
    relay: {
      changes: relay.changes,
      sequencedPerSecond: spreadOf(relay.sequencedPerSecond),
      relayedPerSecond: spreadOf(relay.relayedPerSecond),
      memoryMb: {
        before: spreadOf(relay.memoryMb.before),
        atMost: spreadOf(relay.memoryMb.atMost),
      },
    },
  };
}

/** Of each round on its own. */
function ratioOf(figures: number[], peer: number[]): Spread {
  return spreadOf(figures.map((figure, index) => figure / peer[index]!));
}

function besideRatio({ without, beside }: HookLatencies): Spread {
  const p99 = (each: HookLatency) => each.p99Ms;
  return ratioOf(beside.map(p99), without.map(p99));
}

function known(values: (number | null)[]): Spread | null {
  const found = values.filter((value) => value !== null);
  return found.length === 0 ? null : spreadOf(found);
}

function medianText(values: (number | null)[]): string {
  return known(values)?.median.toFixed(2) ?? '–';
}
