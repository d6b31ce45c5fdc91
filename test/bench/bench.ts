import { dataSourceOptions, poolOf } from '#engine';
import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { startApi } from './api-process.js';
import { bulkDrafts, compareBulk } from './bulk.js';
import { measureFeed } from './feed-speed.js';
import { measureWebhooks } from './webhooks.js';
import { measureLocalization } from './localization.js';
import { timeChecker } from './checker.js';
import { openBenchDatabase } from './database.js';
import { measureMemory } from './memory.js';
import { measureMigration } from './migration.js';
import { findPgbench } from './pgbench.js';
import { copyDrafts } from './plain-items.js';
import { plainTransition } from './plain-transition.js';
import { CONNECTIONS, type Plan } from './plan.js';
import { residentMb, watchMemory } from './process-usage.js';
import { recordTransition } from './recorded-statements.js';
import type { Findings } from './report.js';
import { countRoundTrips, UNCOUNTED } from './round-trips.js';
import { neededItems, runRounds } from './rounds.js';
import { readSampleChange } from './sample-change.js';
import { type Line, prepareLine, seedDrafts } from './seed.js';
import type { Undo } from './undo.js';
import { verifyEqual } from './verify-equal.js';
import { verifyRows, verifyTrails } from './verify.js';
import { openWays, type Stock } from './ways.js';

/** A run from the empty database to what it has found; throws where the database does not show what was counted. */
export async function bench(
  plan: Plan,
  given: { folder: string; profiled: boolean; undo: Undo; say: (sentence: string) => void },
): Promise<Findings> {
  const { folder, profiled, undo, say } = given;
  const loadBefore = loadavg()[0]!;
  mkdirSync(folder, { recursive: true });
  say('Checking a large process…');
  const checker = timeChecker(plan.checkRounds);
  say('Preparing a database…');
  const database = await openBenchDatabase(folder);
  undo.push(database.remove);
  const { url } = database;
  const options = dataSourceOptions({ url, poolSize: 4, applicationName: 'baton-bench' });
  const dataSource = await new DataSource(options).initialize();
  undo.push(() => dataSource.destroy());
  const pool = poolOf(dataSource);
  const line = await prepareLine(dataSource);
  const stock: Stock = {
    drafts: [],
    plainNext: 0,
    plainUntil: 0,
    submitted: { drafts: 0, plain: 0, inBulk: { drafts: 0, calls: 0 } },
  };
  const supply = supplier(pool, line, stock, (await seedDrafts(pool, line, 1))[0]!);

  await supply({ drafts: UNCOUNTED + plan.roundTripTransitions + 1, plain: 0 });
  const sampled = stock.drafts[0]!;
  say('Counting round trips…');
  const counting = { url, folder, line, stock, undo };
  const traffic = await countRoundTrips(counting, plan.roundTripTransitions);
  const sample = await readSampleChange(pool, line, sampled);
  const { body, status, etag } = sample.answer;
  const answer = { body, status, etag, location: null };
  const recorded = await recordTransition(url, line, stock.drafts.shift()!, answer);
  stock.submitted.drafts += 1;
  const plain = plainTransition(line, sample);

  say('Warming up…');
  await supply({ drafts: plan.warmUpDrafts, plain: 0 });
  const api = await startApi({ databaseUrl: url, folder, profiled });
  undo.push(api.stop);
  await pause(1000);
  const atRest = residentMb(api.pid);
  const watch = watchMemory(api.pid);
  undo.push(watch.stop);
  const pgbench = findPgbench();
  const { ways, stop } = openWays({ database, folder, line, api, stock, plain, recorded, pgbench });
  undo.push(stop);
  await ways.get('http')!({ connections: CONNECTIONS[1], seconds: plan.warmUpSeconds });
  await supply({ drafts: plan.drafts, plain: plan.plain });
  if (plan.trialSeconds !== null) {
    const trial = await runRounds(ways, { ...plan, rounds: 1, seconds: plan.trialSeconds });
    const needed = neededItems(trial, plan);
    say(`Seeding ${needed.drafts} drafts…`);
    await supply({
      drafts: Math.max(0, needed.drafts - stock.drafts.length),
      plain: Math.max(0, needed.plain - (stock.plainUntil - stock.plainNext)),
    });
  }
  await database.settle();
  const measured = await runRounds(ways, plan, (round) =>
    say(`Measuring, round ${round} of ${plan.rounds}…`),
  );
  const underLoad = watch.stop();
  await pause(plan.calmSeconds * 1000);
  const memoryMb = { atRest, underLoad, afterwards: residentMb(api.pid) };

  say('Comparing bulks with single events…');
  const missing = bulkDrafts(plan) - stock.drafts.length;
  if (missing > 0) await supply({ drafts: missing, plain: 0 });
  await database.settle();
  const bulk = await compareBulk(plan, { api, line, stock, undo });

  say('Verifying…');
  await verifyEqual(pool, line, sampled);
  await verifyRows(pool, line, sample, stock.submitted);
  await verifyTrails(pool, line, { some: plan.replayed });
  const beside = { database, dataSource, folder, profiled, undo, say };
  const localization = await measureLocalization(plan.localization, beside);
  say('Reading the feed…');
  const feed = await measureFeed(plan.feed, { dataSource, folder, profiled, undo, database });
  const webhooks = await measureWebhooks(plan.webhooks, { database, dataSource, undo, say });
  const perSecond = Math.max(
    ...measured
      .get(CONNECTIONS[1])!
      .get('http')!
      .map((each) => each.perSecond),
  );
  const migration = await measureMigration(plan, {
    api,
    dataSource,
    databaseUrl: url,
    perSecond,
    settle: database.settle,
    undo,
    say,
  });
  const { settle } = database;
  const memory = await measureMemory(plan, { pool, workspaceId: line.workspaceId, settle, say });
  return {
    database: database.description,
    loadBefore,
    pgbench: pgbench?.version ?? null,
    plan,
    sample,
    plainStatements: plain.statements.length,
    traffic: { ...traffic, transitions: plan.roundTripTransitions },
    measured,
    bulk,
    migration,
    memory,
    checker,
    memoryMb,
    submitted: stock.submitted,
    localization,
    feed,
    webhooks,
  };
}

/** Adds so many items to the stock; the plain ones after the pattern of a draft that is never submitted. */
function supplier(pool: Pool, line: Line, stock: Stock, patternId: string) {
  return async (wanted: { drafts: number; plain: number }): Promise<void> => {
    stock.drafts.push(...(await seedDrafts(pool, line, wanted.drafts)));
    const until = stock.plainUntil + wanted.plain;
    await copyDrafts(pool, line, patternId, { from: stock.plainUntil, until });
    stock.plainUntil = until;
  };
}
