import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { EmbeddedPostgresError, isSystemError } from './embedded-postgres-error.js';
import { isClaimName } from './owner-lock.js';

/** The PostgreSQL major version whose data folders we can run. */
export const POSTGRES_MAJOR = '18';

/** keep: the data outlives everything. discard: for tests; quick, and removed at the end. */
export const PURPOSES = ['keep', 'discard'] as const;
export type Purpose = (typeof PURPOSES)[number];

const MARKER_NAME = 'baton-postgres.json';

interface Marker {
  purpose: Purpose;
  /** the folder the caller asked for; differs from where the marker lies when the data had to go elsewhere */
  folder: string;
}

/** Where everything lies in a home: the folder that holds one cluster and what we need to run it. */
export interface HomeLayout {
  home: string;
  /** appears by one rename, when initdb is through: the data and the password that fits it */
  cluster: string;
  data: string;
  password: string;
  port: string;
  log: string;
}

/** The paths in a home. */
export function layoutOf(home: string): HomeLayout {
  const cluster = join(home, 'cluster');
  return {
    home,
    cluster,
    data: join(cluster, 'data'),
    password: join(cluster, 'password'),
    port: join(home, 'port'),
    log: join(home, 'server.log'),
  };
}

/** Marks a home as ours. Everyone may read the marker, so that a person can tell whose data it is. */
export function writeMarker(home: string, marker: Marker): void {
  const path = join(home, MARKER_NAME);
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(beside, `${JSON.stringify(marker)}\n`);
  chmodSync(beside, 0o644);
  renameSync(beside, path);
}

/** What the marker of a home says; undefined when there is none, or none of ours. */
export function readMarker(home: string): Marker | undefined {
  let marker: unknown;
  try {
    marker = JSON.parse(readFileSync(join(home, MARKER_NAME), 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || isSystemError(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
  return isMarker(marker) ? marker : undefined;
}

/**
 * Throws unless the folder is a home of ours for this purpose, or empty. Changes nothing.
 *
 * @throws EmbeddedPostgresError naming the folder, what was expected and what was found
 */
export function expectOurHome(home: string, purpose: Purpose): void {
  if (!statSync(home).isDirectory()) throw foreign(home, 'a folder', 'a file');
  // Listed first: who makes a home marks it before anything else, so what is seen here without a marker is not ours.
  const strangers = strangersIn(home);
  const marker = readMarker(home);
  if (!marker) return expectNone(home, strangers);
  if (marker.purpose !== purpose) {
    throw foreign(
      home,
      `a database with the purpose "${purpose}"`,
      `one with the purpose "${marker.purpose}"`,
    );
  }
  // A test database is thrown away before use, so its state does not matter.
  if (purpose === 'keep') expectUsableCluster(layoutOf(home));
}

function strangersIn(home: string): string[] {
  return readdirSync(home).filter((name) => !isClaimName(name) && !name.startsWith(MARKER_NAME));
}

function expectNone(home: string, strangers: string[]): void {
  if (strangers.includes('PG_VERSION')) {
    throw foreign(
      home,
      'a folder of our own',
      `the data of another PostgreSQL (${versionIn(home)})`,
    );
  }
  if (strangers.length === 0) return;
  const some = strangers.slice(0, 3).map((name) => `"${name}"`);
  throw foreign(
    home,
    'an empty folder or one of our own',
    `files that are not ours (${some.join(', ')})`,
  );
}

function expectUsableCluster(layout: HomeLayout): void {
  if (!existsSync(layout.cluster)) return;
  const version = versionIn(layout.data);
  if (version !== POSTGRES_MAJOR) {
    throw foreign(
      layout.data,
      `data of PostgreSQL ${POSTGRES_MAJOR} (file PG_VERSION)`,
      `version ${version}`,
    );
  }
  if (!existsSync(layout.password)) {
    throw foreign(layout.cluster, `a file "${basename(layout.password)}" beside the data`, 'none');
  }
}

function versionIn(dataFolder: string): string {
  try {
    return readFileSync(join(dataFolder, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return 'unknown';
    throw error;
  }
}

function foreign(folder: string, expected: string, found: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `Expected ${expected} in ${folder}, but found ${found}. Nothing was changed. Move that folder away, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

function isMarker(value: unknown): value is Marker {
  if (typeof value !== 'object' || value === null || !('purpose' in value) || !('folder' in value))
    return false;
  return PURPOSES.some((purpose) => purpose === value.purpose) && typeof value.folder === 'string';
}
