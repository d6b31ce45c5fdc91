import {
  addKey,
  addPerson,
  createWorkspace,
  DatabaseSettings,
  dataSourceOptions,
  readSettings,
  type Scope,
  sequenceOutbox,
  type SignedCheckpoints,
  signCheckpoints,
} from '#engine';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { createApi, Settings } from '../apps/api/src/index.js';
import { documented } from './openapi/documented.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

type Membership = { function: string; region?: string; locale?: string; division?: string };

/** A person of a test workspace who can send requests. */
export interface TestPerson {
  id: string;
  key: string;
  get: (path: string) => request.Test;
  head: (path: string) => request.Test;
  post: (path: string, body?: object) => request.Test;
  put: (path: string, body: object) => request.Test;
  patch: (path: string, body: object) => request.Test;
  /** posts bytes */
  upload: (path: string, bytes: string | Buffer) => request.Test;
  delete: (path: string) => request.Test;
}

/** The API in this process over a database of its own. */
export interface TestApi {
  dataSource: DataSource;
  app: NestFastifyApplication;
  url: string;
  server: Server;
  database: TestDatabase;
  /** the folder where attachments are kept */
  attachments: string;
  workspace: (slug: string) => Promise<TestWorkspace>;
  /** gives everything committed its place in the feed and in the tree, as the worker does all the time */
  sequence: () => Promise<void>;
  /** signs a checkpoint of every tree that has grown, as the worker does once a minute */
  sign: (key?: KeyObject) => Promise<SignedCheckpoints>;
  /** that it signs with where no other is given */
  auditKey: KeyObject;
  close: () => Promise<void>;
}

export interface TestWorkspace {
  id: string;
  person: (memberships: Membership[], scopes?: Scope[]) => Promise<TestPerson>;
}

/** Starts it, with settings of the test where it names some. */
export async function startTestApi(
  settings: Record<string, string> = {},
  apiOptions: Parameters<typeof createApi>[1] = {},
): Promise<TestApi> {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'baton-test-attachments-'));
  const environment = {
    DATABASE_URL: database.url,
    LOG_LEVEL: 'silent',
    POOL_SIZE: '20',
    RATE_LIMIT_SIGN_IN: '0',
    ATTACHMENTS: `disk:${folder}`,
    ...settings,
  };
  const app = await createApi(readSettings(Settings, environment), apiOptions);
  await app.listen(0, '127.0.0.1');
  const server = app.getHttpServer();
  const { DATABASE_URL: url, POOL_SIZE: poolSize } = readSettings(DatabaseSettings, environment);
  const options = dataSourceOptions({ url, poolSize, applicationName: 'baton-test' });
  const dataSource = await new DataSource(options).initialize();
  const { privateKey: auditKey } = generateKeyPairSync('ed25519');
  return {
    dataSource,
    app,
    url: await app.getUrl(),
    server,
    database,
    attachments: folder,
    workspace: (slug) => openWorkspace(dataSource, server, slug),
    sequence: async () => {
      while ((await sequenceOutbox(dataSource)) !== 0);
    },
    auditKey,
    sign: (key = auditKey) => signCheckpoints(dataSource, key),
    close: async () => {
      await app.close();
      await dataSource.destroy();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A workspace, and people of it who send requests to a server, or to an address. */
export async function openWorkspace(
  dataSource: DataSource,
  server: Server | string,
  slug: string,
): Promise<TestWorkspace> {
  const { manager } = dataSource;
  const workspaceId = await createWorkspace(manager, { slug, name: slug });
  let count = 0;
  return {
    id: workspaceId,
    person: async (memberships, scopes = ['read', 'write', 'admin']) => {
      count += 1;
      const id = await addPerson(manager, workspaceId, {
        name: `Person ${count}`,
        memberships: memberships.map(
          ({ function: name, region = null, locale = null, division = null }) => ({
            function: name,
            region,
            locale,
            division,
          }),
        ),
      });
      const key = { workspaceId, personId: id, name: 'test', scopes, expiresAt: null };
      const { text } = await addKey(manager, key);
      return { id, ...sender(server, text) };
    },
  };
}

/** Requests with a key. Each answer is held against the OpenAPI document. */
export function sender(server: Server | string, key: string): Omit<TestPerson, 'id'> {
  const withKey = (test: request.Test) => documented(test).set('authorization', `Bearer ${key}`);
  return {
    key,
    get: (path) => withKey(request(server).get(path)),
    head: (path) => withKey(request(server).head(path)),
    post: (path, body = {}) => withKey(request(server).post(path)).send(body),
    put: (path, body) => withKey(request(server).put(path)).send(body),
    patch: (path, body) => withKey(request(server).patch(path)).send(body),
    upload: (path, bytes) =>
      withKey(request(server).post(path)).type('application/octet-stream').send(Buffer.from(bytes)),
    delete: (path) => withKey(request(server).delete(path)),
  };
}
