import { type Figures, type Spread, spreadOf } from './latencies.js';
import { LOAD_CONNECTIONS, type MigrationRound } from './migration.js';
import { row, spreadText } from './report-table.js';

const FIGURES = ['perSecond', 'p50Ms', 'p99Ms'] as const;

export function migrationTable(rounds: MigrationRound[], items: number): string[] {
  const cells = (pick: (round: MigrationRound) => Figures) =>
    FIGURES.map((figure) => spreadText(spreadOf(rounds.map((round) => pick(round)[figure]))));
  const ratios = ratiosOf(rounds);
  return [
    row(`${items} items to another version`, ['items/s', 'transitions/s', 'p50 ms', 'p99 ms']),
    row('the migration alone', [
      spreadText(spreadOf(rounds.map(({ quietPerSecond }) => quietPerSecond))),
      '–',
      '–',
      '–',
    ]),
    row(`${LOAD_CONNECTIONS} connections alone`, ['–', ...cells(({ alone }) => alone)]),
    row('both at once', [
      spreadText(spreadOf(rounds.map(({ busyPerSecond }) => busyPerSecond))),
      ...cells(({ beside }) => beside),
    ]),
    row(
      'both at once, to alone',
      [ratios.itemsPerSecond, ...FIGURES.map((figure) => ratios[figure])].map(spreadText),
    ),
  ];
}

export function migrationJson(rounds: MigrationRound[], items: number): object {
  const figures = (pick: (round: MigrationRound) => Figures) =>
    Object.fromEntries(
      FIGURES.map((figure) => [figure, spreadOf(rounds.map((round) => pick(round)[figure]))]),
    );
  return {
    items,
    connections: LOAD_CONNECTIONS,
    itemsPerSecond: {
      alone: spreadOf(rounds.map(({ quietPerSecond }) => quietPerSecond)),
      underLoad: spreadOf(rounds.map(({ busyPerSecond }) => busyPerSecond)),
    },
    transitions: {
      alone: figures(({ alone }) => alone),
      duringMigration: figures(({ beside }) => beside),
    },
    ratios: ratiosOf(rounds),
  };
}

/** Of each round on its own. */
function ratiosOf(rounds: MigrationRound[]) {
  const of = (ratio: (round: MigrationRound) => number): Spread => spreadOf(rounds.map(ratio));
  return {
    itemsPerSecond: of(({ quietPerSecond, busyPerSecond }) => busyPerSecond / quietPerSecond),
    perSecond: of(({ alone, beside }) => beside.perSecond / alone.perSecond),
    p50Ms: of(({ alone, beside }) => beside.p50Ms / alone.p50Ms),
    p99Ms: of(({ alone, beside }) => beside.p99Ms / alone.p99Ms),
  };
}
