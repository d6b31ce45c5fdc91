import {
  activateVersion,
  createWorkspace,
  dataSourceOptions,
  deployProcess,
  poolOf,
} from '#engine';
import { mkdirSync } from 'node:fs';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { type BenchDatabase, openBenchDatabase } from '../bench/database.js';
import { employ, employReviewers } from '../bench/employ.js';
import type { Undo } from '../bench/undo.js';
import type { Crew } from './population.js';
import { NEW } from './versions.js';

/** By which the proof's own sessions are told from those of what it kills. */
export const OWN_NAME = 'baton-proof';

/** What a proof stands on. */
export interface Ground {
  folder: string;
  database: BenchDatabase;
  dataSource: DataSource;
  pool: Pool;
  workspaceId: string;
  crew: Crew;
  undo: Undo;
  /** tells a step that was taken */
  say: (sentence: string) => void;
}

/** A database with a workspace and its people. */
export async function openGround(given: Pick<Ground, 'folder' | 'undo' | 'say'>): Promise<Ground> {
  const { folder, undo } = given;
  mkdirSync(folder, { recursive: true });
  const database = await openBenchDatabase(folder);
  undo.push(database.remove);
  const options = dataSourceOptions({ url: database.url, poolSize: 4, applicationName: OWN_NAME });
  const dataSource = await new DataSource(options).initialize();
  undo.push(() => dataSource.destroy());
  const { manager } = dataSource;
  const workspaceId = await createWorkspace(manager, { slug: 'proof', name: 'Proof' });
  const writer = await employ(dataSource, workspaceId, {
    name: 'Wanda Writer',
    functions: ['enablement', 'marketing'],
    scopes: ['read', 'write', 'admin'],
  });
  const [product, legal] = await employReviewers(dataSource, workspaceId);
  const crew = { writer, product: product!, legal: legal! };
  return { ...given, database, dataSource, pool: poolOf(dataSource), workspaceId, crew };
}

/** Deploys the new version and activates it, which retires the one that all items are pinned to. */
export async function followUp({ dataSource, workspaceId, crew }: Ground): Promise<void> {
  const { actor } = crew.writer;
  const { definition, digest } = NEW;
  const { outcome } = await dataSource.transaction(async (manager) => {
    await deployProcess(manager, { workspaceId, definition, actor });
    return activateVersion(manager, { workspaceId, digest, actor });
  });
  if (outcome !== 'activated')
    throw new Error(`The new version could not be activated: ${outcome}.`);
}
