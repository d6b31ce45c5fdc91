import { arch, cpus, platform } from 'node:os';
import { BULK_SIZE, type BulkRound, SINGLE_CONNECTIONS } from './bulk.js';
import type { CheckerTimes } from './checker.js';
import { type Figures, type Spread, spreadOf } from './latencies.js';
import type { MemoryFindings } from './memory.js';
import type { MigrationRound } from './migration.js';
import type { Plan } from './plan.js';
import { checkerJson, checkerTable } from './report-checker.js';
import { memoryJson, memoryTable } from './report-memory.js';
import { migrationJson, migrationTable } from './report-migration.js';
import { feedJson, feedTable } from './report-feed.js';
import { webhooksJson, webhooksTable } from './report-webhooks.js';
import { localizationJson, localizationTable } from './report-localization.js';
import { row, spreadText } from './report-table.js';
import type { FeedTimes } from './feed-speed.js';
import type { WebhooksFindings } from './webhooks.js';
import type { LocalizationFindings } from './localization.js';
import { type Measured, peerOf } from './rounds.js';
import type { Traffic } from './counting-proxy.js';
import type { SampleChange } from './sample-change.js';
import type { Submitted, WayName } from './ways.js';

/** Everything that a run has found out. */
export interface Findings {
  database: string;
  /** processes that wanted a processor in the minute before: others that take part of this one */
  loadBefore: number;
  pgbench: string | null;
  plan: Plan;
  sample: SampleChange;
  /** statements of one plain transition, `begin` and `commit` included */
  plainStatements: number;
  traffic: Traffic & { transitions: number };
  measured: Map<number, Measured>;
  memoryMb: { atRest: number; underLoad: number; afterwards: number };
  bulk: BulkRound[];
  migration: MigrationRound[];
  memory: MemoryFindings;
  checker: CheckerTimes;
  submitted: Submitted;
  localization: LocalizationFindings;
  feed: FeedTimes;
  webhooks: WebhooksFindings;
}

/** The ratio to plain SQL that is aimed at, and the round trips that an event may take. */
const TARGET = { ratio: 0.4, roundTrips: 3 };

/** For a person to read. */
export function reportText(findings: Findings): string {
  const { plan, sample, traffic, memoryMb, submitted, measured } = findings;
  const perTransition = (count: number) => (count / traffic.transitions).toFixed(2);
  const tables = [...measured].map(([connections, figures]) => tableOf(connections, figures));
  return [
    `Baton, one transition: submit a draft (drafting → in_review)`,
    `  writes      1 item, ${sample.opened.length} tasks opened, 1 closed, 1 audit entry, ${sample.messages.length} messages, 1 kept answer`,
    `  database    ${findings.database}`,
    `  plain SQL   ${findings.pgbench ?? 'no pgbench found: a loop in Node instead'}, ${findings.plainStatements} prepared statements a transition`,
    `  machine     ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${platform()} ${arch()}, Node ${process.versions.node}, load ${findings.loadBefore.toFixed(2)} before the start`,
    `  rounds      ${plan.rounds} of ${plan.seconds} s; median (least–most)`,
    '',
    ...[
      ...tables,
      localizationTable(findings.localization),
      feedTable(findings.feed),
      webhooksTable(findings.webhooks),
      bulkTable(findings.bulk),
      migrationTable(findings.migration, plan.migratedItems),
      memoryTable(findings.memory),
      checkerTable(findings.checker),
    ].flatMap((lines) => [...lines, '']),
    `Round trips to the database per transition: ${perTransition(traffic.roundTrips)} (${perTransition(traffic.statements)} statements; at most ${TARGET.roundTrips} wanted)`,
    `Memory of the API: ${memoryMb.atRest} MB at rest, ${memoryMb.underLoad} MB at most under load, ${memoryMb.afterwards} MB ${plan.calmSeconds} s later`,
    `Verified: the rows of ${submitted.drafts} transitions over HTTP and ${submitted.plain} others; ${plan.replayed} trails replayed; after the migrations every item once a run, ${2 * plan.replayed} trails replayed`,
  ].join('\n');
}

/** The same for a program: one line of JSON. */
export function reportJson(findings: Findings): string {
  const { database, loadBefore, pgbench, traffic, memoryMb, measured } = findings;
  return JSON.stringify({
    benchmark: 'transition',
    node: process.versions.node,
    cpus: cpus().length,
    loadBefore,
    database,
    pgbench,
    roundTripsPerTransition: traffic.roundTrips / traffic.transitions,
    statementsPerTransition: traffic.statements / traffic.transitions,
    memoryMb,
    bulk: {
      size: BULK_SIZE,
      ratio: bulkRatio(findings.bulk),
      single: figuresIn(findings.bulk.map(({ single }) => single)),
      bulk: figuresIn(findings.bulk.map(({ bulk }) => bulk)),
    },
    migration: migrationJson(findings.migration, findings.plan.migratedItems),
    memory: memoryJson(findings.memory),
    checker: checkerJson(findings.checker),
    feed: feedJson(findings.feed),
    webhooks: webhooksJson(findings.webhooks),
    localization: localizationJson(findings.localization),
    connections: Object.fromEntries(
      [...measured].map(([connections, figures]) => [
        connections,
        {
          ratio: ratioOf(figures, 'http'),
          ways: Object.fromEntries(
            [...figures].map(([name, rounds]) => [
              name,
              Object.fromEntries(
                [...FIGURES, ...PROCESSORS].map((figure) => [
                  figure,
                  spreadOrNull(rounds.map((round) => round[figure])),
                ]),
              ),
            ]),
          ),
        },
      ]),
    ),
  });
}

const FIGURES = ['perSecond', 'p50Ms', 'p99Ms'] as const;
/** Who wants a processor for a transition: what is left to compare where others take theirs. */
const PROCESSORS = ['senderCpuMs', 'apiCpuMs', 'databaseCpuMs'] as const;

function spreadOrNull(values: (number | null)[]): Spread | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : spreadOf(known);
}

function figuresIn(rounds: Figures[]): Record<string, Spread> {
  return Object.fromEntries(
    FIGURES.map((figure) => [figure, spreadOf(rounds.map((round) => round[figure]))]),
  );
}

/** How many times as many events a second bulks do, of each round on its own. */
function bulkRatio(rounds: BulkRound[]): Spread {
  return spreadOf(rounds.map(({ bulk, single }) => bulk.perSecond / single.perSecond));
}

function bulkTable(rounds: BulkRound[]): string[] {
  const cells = (figures: Figures[]) =>
    FIGURES.map((name) => spreadText(spreadOf(figures.map((each) => each[name]))));
  return [
    row('Many events', ['events/s', 'p50 ms a request', 'p99 ms a request', 'to single events']),
    row(`one a request, ${SINGLE_CONNECTIONS} connections`, [
      ...cells(rounds.map(({ single }) => single)),
      '1',
    ]),
    row(`${BULK_SIZE} a request, 1 connection`, [
      ...cells(rounds.map(({ bulk }) => bulk)),
      spreadText(bulkRatio(rounds)),
    ]),
  ];
}

const LABELS: Record<WayName, string> = {
  http: 'HTTP, the API',
  pgbench: 'plain SQL, pgbench',
  plain_node: 'plain SQL, loop in Node',
  engine_node: "engine's statements, loop in Node",
};

function tableOf(connections: number, measured: Measured): string[] {
  const heads = [
    'transitions/s',
    'p50 ms',
    'p99 ms',
    'to plain SQL',
    'CPU ms: sender + API + database',
  ];
  const title = connections === 1 ? '1 connection' : `${connections} connections`;
  const { median } = ratioOf(measured, 'http');
  return [
    row(title, heads),
    ...[...measured].map(([name, rounds]) =>
      row(LABELS[name], [
        ...FIGURES.map((figure) => spreadText(spreadOf(rounds.map((each) => each[figure])))),
        name === peerOf(measured) ? '1' : spreadText(ratioOf(measured, name)),
        PROCESSORS.map((figure) => medianText(rounds.map((each) => each[figure]))).join(' + '),
      ]),
    ),
    `  ratio ${median.toFixed(2)} of ${TARGET.ratio.toFixed(2)} wanted`,
  ];
}

/** Of each round on its own, since a machine that is slow for one way is slow for the other. */
function ratioOf(measured: Measured, name: WayName): Spread {
  const peer = measured.get(peerOf(measured))!;
  const rounds = measured.get(name)!;
  return spreadOf(rounds.map((each, index) => each.perSecond / peer[index]!.perSecond));
}

function medianText(values: (number | null)[]): string {
  const spread = spreadOrNull(values);
  return spread === null ? '–' : spread.median.toFixed(2);
}
