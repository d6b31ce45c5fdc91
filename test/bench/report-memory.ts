import { type Spread, spreadOf } from './latencies.js';
import { type MemoryFindings, type MemoryRound, PAGE, type Took } from './memory.js';
import { row, spreadText } from './report-table.js';

const WAYS = ['exact', 'one', 'page'] as const;
const LABELS: Record<keyof MemoryRound, string> = {
  exact: '1 unit, by its hash',
  one: '1 unit, by likeness',
  page: `${PAGE} units, by likeness`,
};

export function memoryTable(findings: MemoryFindings): string[] {
  const { segments, rounds, recall, loadSeconds, megabytes } = findings;
  return [
    row(`Memory of ${segments} segments`, ['p50 ms', 'p99 ms', 'p50 to one by its hash']),
    ...WAYS.map((way) =>
      row(LABELS[way], [
        spreadText(spreadOf(rounds.map((round) => round[way].p50Ms))),
        spreadText(spreadOf(rounds.map((round) => round[way].p99Ms))),
        way === 'exact' ? '1' : spreadText(ratioOf(rounds, way)),
      ]),
    ),
    `  best match found, to comparing with every segment: ${recall
      .map(({ least, found, wanted }) => `${found} of ${wanted} from ${least} on`)
      .join(', ')}`,
    `  words by Zipf's law in phrases that return, 18 at the median, 4 of 10 edited versions of others; filled in ${loadSeconds.toFixed(0)} s, ${megabytes} MB`,
  ];
}

export function memoryJson({ rounds, ...rest }: MemoryFindings): object {
  const took = (way: keyof MemoryRound) =>
    Object.fromEntries(
      (['p50Ms', 'p99Ms'] satisfies (keyof Took)[]).map((figure) => [
        figure,
        spreadOf(rounds.map((round) => round[way][figure])),
      ]),
    );
  return {
    ...rest,
    ...Object.fromEntries(WAYS.map((way) => [way, took(way)])),
    ratios: { one: ratioOf(rounds, 'one'), page: ratioOf(rounds, 'page') },
  };
}

/** Of each round on its own. */
function ratioOf(rounds: MemoryRound[], way: keyof MemoryRound): Spread {
  return spreadOf(rounds.map((round) => round[way].p50Ms / round.exact.p50Ms));
}
