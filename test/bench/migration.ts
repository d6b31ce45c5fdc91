import { type BatonClient, type components, createBatonClient, dataOf } from '#client';
import { compileProcess, DEFAULT_PROCESSES, type Process, type ProcessDefinition } from '#domain';
import { activateVersion, deployProcess, poolOf } from '#engine';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { spawnWorker } from '../worker-process.js';
import type { ApiProcess } from './api-process.js';
import { employReviewers } from './employ.js';
import type { Figures } from './latencies.js';
import { type Loader, startLoader } from './loader.js';
import type { Plan } from './plan.js';
import { DRAFT_VERSION, type Line, prepareLine, seedDrafts } from './seed.js';
import type { Undo } from './undo.js';
import { verifyMigrated, verifyTrails } from './verify.js';

/** Connections over which the line goes on meanwhile. */
export const LOAD_CONNECTIONS = 8;

/** A round: all items go to another version while nothing else happens, and back again while the line goes on. */
export interface MigrationRound {
  /** items a second, from the first batch on: before that it is waited for the worker, which looks every second */
  quietPerSecond: number;
  busyPerSecond: number;
  /** transitions of other items of the workspace over HTTP: without a migration, and during one */
  alone: Figures;
  beside: Figures;
}

/** What the rounds share. */
interface Given {
  api: ApiProcess;
  dataSource: DataSource;
  databaseUrl: string;
  /** transitions a second that the API may do, from which it is guessed how many items there have to be for it */
  perSecond: number;
  settle: () => Promise<void>;
  undo: Undo;
  say: (sentence: string) => void;
}

const CONTENT = DEFAULT_PROCESSES.find(({ id }) => id === 'content')!;

/** The content process with another name for one of its stages. */
function versionWith(stage: string): Process {
  const text = JSON.stringify({ ...CONTENT, meta: { ...CONTENT.meta, label: `With ${stage}` } });
  return compileProcess(
    JSON.parse(text.replaceAll('"structuring"', `"${stage}"`)) as ProcessDefinition,
  );
}

const HERE = versionWith('laying_out');
const THERE = versionWith('outlining');

/**
 * Migrates items to another version and back, in a workspace of its own, by a worker in a process of its own. Throws
 * where an item is not brought over, or a trail does not hold.
 */
export async function measureMigration(plan: Plan, given: Given): Promise<MigrationRound[]> {
  const { api, dataSource, undo, say } = given;
  const pool = poolOf(dataSource);
  const line = await prepareLine(dataSource, 'bench-migration', ['read', 'write', 'admin']);
  await employReviewers(dataSource, line.workspaceId);
  const { workspaceId, actor } = line;
  for (const { definition } of [HERE, THERE]) {
    await dataSource.transaction((manager) =>
      deployProcess(manager, { workspaceId, definition, actor }),
    );
  }
  await seedDrafts(pool, { ...line, process: HERE }, plan.migratedItems);
  const worker = spawnWorker(given.databaseUrl);
  undo.push(worker.stop);
  const loader = startLoader();
  undo.push(loader.stop);
  const client = createBatonClient({ url: `http://127.0.0.1:${api.port}`, key: line.key });
  const trip = { plan, dataSource, pool, line, client };
  const rounds: MigrationRound[] = [];
  let transitions = 0;
  for (let round = 1; round <= plan.migrationRounds; round += 1) {
    say(`Migrating ${plan.migratedItems} items there and back, round ${round}…`);
    const quiet = await migrateAll(trip, { from: HERE, to: THERE });
    const seconds = plan.migrationLoadSeconds;
    const most = Math.ceil(given.perSecond * (seconds + 3 * quiet.seconds));
    const drafts = await seedDrafts(pool, line, most);
    await given.settle();
    const load = (itemIds: string[], forSeconds: number) =>
      send(loader, { port: api.port, key: line.key, itemIds, seconds: forSeconds });
    const alone = await load(drafts.slice(0, Math.ceil(given.perSecond * seconds)), seconds);
    // Begun with the first batch and ended with the last, so that all of it is sent during the migration.
    let beside: Promise<Figures> | null = null;
    const busy = await migrateAll(trip, { from: THERE, to: HERE }, () => {
      beside = load(drafts.slice(alone.done), LONGEST_SECONDS);
      beside.catch(() => undefined);
    });
    loader.finish();
    const sent = await beside!;
    transitions += alone.done + sent.done;
    rounds.push({
      quietPerSecond: quiet.perSecond,
      busyPerSecond: busy.perSecond,
      alone,
      beside: sent,
    });
  }
  await worker.stop();
  loader.stop();
  await verifyMigrated(pool, line, {
    digest: HERE.digest,
    items: plan.migratedItems,
    versions: 2 * plan.migrationRounds,
    submitted: transitions,
  });
  const definitions = [HERE, THERE].map(({ definition }) => definition);
  for (const stage of ['drafting', 'in_review']) {
    await verifyTrails(pool, line, { stage, some: plan.replayed, definitions });
  }
  return rounds;
}

/** It ends with the migration; if that takes longer than this, it is the load that ends first. */
const LONGEST_SECONDS = 300;

function send(
  loader: Loader,
  load: { port: number; key: string; itemIds: string[]; seconds: number },
): Promise<Figures> {
  const kind = 'http' as const;
  const connections = LOAD_CONNECTIONS;
  return loader.send({ kind, version: DRAFT_VERSION, connections, inBulk: null, ...load });
}

const POLL_MS = 10;

/** Activates the version, starts a run and waits for its end. `onFirst` is called when its first items are over. */
async function migrateAll(
  trip: { plan: Plan; dataSource: DataSource; pool: Pool; line: Line; client: BatonClient },
  { from, to }: { from: Process; to: Process },
  onFirst: () => void = () => undefined,
): Promise<{ perSecond: number; seconds: number }> {
  const { plan, dataSource, pool, client } = trip;
  const { workspaceId, actor } = trip.line;
  const address = { workspaceId, digest: to.digest, actor };
  const activation = await dataSource.transaction((manager) => activateVersion(manager, address));
  if (activation.outcome !== 'activated') {
    throw new Error(`Expected a version to be activated; found ${JSON.stringify(activation)}.`);
  }
  const stages = from === HERE ? { laying_out: 'outlining' } : { outlining: 'laying_out' };
  const asked = { from: from.digest, to: to.digest, stages, dryRun: false };
  const { id } = (await dataOf(
    client.POST('/v1/process-migrations', { body: asked }),
  )) as components['schemas']['MigrationView'];
  let first: { at: number; migrated: number } | null = null;
  for (;;) {
    const { rows } = await pool.query<{ status: string; migrated: number }>(
      'select status, migrated from process_migration where workspace_id = $1 and migration_id = $2',
      [workspaceId, id],
    );
    const { status, migrated } = rows[0]!;
    if (first === null && migrated > 0) {
      first = { at: performance.now(), migrated };
      onFirst();
    }
    if (status !== 'running') {
      if (status !== 'done' || migrated !== plan.migratedItems || first === null) {
        throw new Error(
          `Expected a run that is done with ${plan.migratedItems} items; found one that is ${status} with ${migrated}.`,
        );
      }
      const seconds = (performance.now() - first.at) / 1000;
      return { perSecond: (migrated - first.migrated) / seconds, seconds };
    }
    await pause(POLL_MS);
  }
}
