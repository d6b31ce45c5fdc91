import { dataSourceOptions, poolOf } from '#engine';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { type ApiProcess, startApi } from './api-process.js';
import { openBenchDatabase } from './database.js';
import { startLoader } from './loader.js';
import { residentMb, watchMemory } from './memory.js';
import { findPgbench } from './pgbench.js';
import { copyDrafts } from './plain-items.js';
import { plainTransition } from './plain-transition.js';
import { type Plan, PLANS } from './plan.js';
import { recordTransition } from './recorded-statements.js';
import { type Findings, reportJson, reportText } from './report.js';
import { neededItems, runRounds } from './rounds.js';
import { startCountingProxy, type Traffic } from './round-trips.js';
import { readSampleChange } from './sample-change.js';
import { DRAFT_VERSION, type Line, prepareLine, seedDrafts } from './seed.js';
import { verifyRows, verifyTrails } from './verify.js';
import { openWays, type Stock } from './ways.js';

const USAGE = `Usage: npm run bench -- [--short] [--profile]
  --short    under 20 seconds, to see that it works; its figures say little
  --profile  the API under load leaves a processor profile in .baton/bench`;

const FOLDER = join(process.cwd(), '.baton/bench');

/** Undone in reverse order, whether the benchmark ends well, badly or by a signal. */
const undo: (() => unknown)[] = [];

async function bench(plan: Plan, { profiled }: { profiled: boolean }): Promise<Findings> {
  mkdirSync(FOLDER, { recursive: true });
  say('Preparing a database…');
  const database = await openBenchDatabase(FOLDER);
  undo.push(database.remove);
  const { url } = database;
  const options = dataSourceOptions({ url, poolSize: 4, applicationName: 'baton-bench' });
  const dataSource = await new DataSource(options).initialize();
  undo.push(() => dataSource.destroy());
  const pool = poolOf(dataSource);
  const line = await prepareLine(dataSource);
  const stock: Stock = {
    drafts: await seedDrafts(pool, line, plan.firstDrafts),
    plainNext: 0,
    plainUntil: plan.firstPlain,
    submitted: { drafts: 0, plain: 0 },
  };
  const takeDraft = (): string => stock.drafts.shift()!;
  const pattern = takeDraft();
  await copyDrafts(pool, line, pattern, { from: 0, until: plan.firstPlain });

  say('Counting round trips…');
  const sampled = stock.drafts[0]!;
  const traffic = await countRoundTrips(url, line, stock, plan.roundTripTransitions);
  const sample = await readSampleChange(pool, line, sampled);
  const { body, status, etag } = sample.answer;
  const answer = { body, status, etag, location: null };
  const recorded = await recordTransition(url, line, takeDraft(), answer);
  stock.submitted.drafts += 1;
  const plain = plainTransition(line, sample);

  const api = await startedApi(url, profiled);
  await pause(1000);
  const atRest = residentMb(api.pid);
  const watch = watchMemory(api.pid);
  undo.push(watch.stop);
  const pgbench = findPgbench();
  const given = { url, folder: FOLDER, line, api, stock, plain, recorded, pgbench };
  const { ways, stop } = openWays(given);
  undo.push(stop);
  say('Warming up…');
  const warm = await runRounds(ways, { ...plan, rounds: 1, seconds: plan.warmUpSeconds });

  const needed = neededItems(warm, plan);
  say(`Seeding ${needed.drafts} drafts…`);
  stock.drafts.push(...(await seedDrafts(pool, line, needed.drafts)));
  const plainUntil = stock.plainNext + needed.plain;
  await copyDrafts(pool, line, pattern, { from: stock.plainUntil, until: plainUntil });
  stock.plainUntil = plainUntil;
  await database.settle();

  const measured = await runRounds(ways, plan, (round) =>
    say(`Measuring, round ${round} of ${plan.rounds}…`),
  );
  const underLoad = watch.stop();
  await pause(plan.calmSeconds * 1000);
  const memoryMb = { atRest, underLoad, afterwards: residentMb(api.pid) };
  say('Verifying…');
  await verifyRows(pool, line, sample, stock.submitted);
  await verifyTrails(pool, line, plan.replayed);
  return {
    database: database.description,
    pgbench: pgbench?.version ?? null,
    plan,
    sample,
    plainStatements: plain.statements.length,
    traffic: { ...traffic, transitions: plan.roundTripTransitions },
    measured,
    memoryMb,
    submitted: stock.submitted,
  };
}

async function startedApi(databaseUrl: string, profiled: boolean): Promise<ApiProcess> {
  const api = await startApi({ databaseUrl, folder: FOLDER, profiled });
  undo.push(api.stop);
  return api;
}

/** Transitions that the API has done before any is counted, so that it is connected and has compiled the process. */
const UNCOUNTED = 20;

/** Sends transitions one after the other through an API of its own that talks to the database through a proxy. */
async function countRoundTrips(
  url: string,
  line: Line,
  stock: Stock,
  transitions: number,
): Promise<Traffic> {
  const proxy = await startCountingProxy(url);
  undo.push(proxy.close);
  const api = await startedApi(proxy.url, false);
  const loader = startLoader();
  undo.push(loader.stop);
  const send = async (count: number): Promise<void> => {
    const { done } = await loader.send({
      kind: 'http',
      port: api.port,
      key: line.key,
      version: DRAFT_VERSION,
      connections: 1,
      seconds: 60,
      itemIds: stock.drafts.splice(0, count),
    });
    stock.submitted.drafts += done;
  };
  await send(UNCOUNTED);
  const before = proxy.traffic();
  await send(transitions);
  const after = proxy.traffic();
  loader.stop();
  await api.stop();
  proxy.close();
  return {
    roundTrips: after.roundTrips - before.roundTrips,
    statements: after.statements - before.statements,
  };
}

async function undoAll(): Promise<void> {
  for (let action = undo.pop(); action !== undefined; action = undo.pop()) {
    try {
      await action();
    } catch (error) {
      say(`While cleaning up: ${messageOf(error)}`);
    }
  }
}

function readArguments(): { short: boolean; profile: boolean } {
  try {
    const { short = false, profile = false } = parseArgs({
      options: { short: { type: 'boolean' }, profile: { type: 'boolean' } },
    }).values;
    return { short, profile };
  } catch (error) {
    say(`${messageOf(error)}\n${USAGE}`);
    process.exit(2);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

const { short, profile } = readArguments();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void undoAll().then(() => process.exit(1)));
}
try {
  const findings = await bench(short ? PLANS.short : PLANS.full, { profiled: profile });
  await undoAll();
  process.stdout.write(`\n${reportText(findings)}\n\n${reportJson(findings)}\n`);
} catch (error) {
  await undoAll();
  say(messageOf(error));
  process.exitCode = 1;
}
