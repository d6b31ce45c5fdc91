import { readSettings } from '#engine';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../../../migrations/index.js';
import { createApi, runUntilStopped, Settings } from '../../api/src/index.js';
import {
  makeKeyFile,
  signingKeyFrom,
  startWorker,
  WorkerSettings,
} from '../../worker/src/index.js';
import { type Database, embeddedDatabase, givenDatabase } from './database.js';
import { type DemonstrationPerson, demonstrationPeople } from './demonstration.js';
import { listen } from './listen.js';
import { keepPrivately } from './private-file.js';

/** Everything that this clone keeps between runs; git ignores it. */
const FOLDER = join(process.cwd(), '.baton');

async function start(): Promise<void> {
  const given = process.env['DATABASE_URL'];
  // A wrong setting is named before anything is started.
  const named = { ...process.env, DATABASE_URL: given ?? 'postgres://later' };
  readSettings(Settings, named);
  const { AUDIT_KEY, AUDIT_KEY_FILE } = readSettings(WorkerSettings, named);
  mkdirSync(FOLDER, { recursive: true });
  if (AUDIT_KEY === '' && AUDIT_KEY_FILE === '' && !existsSync(AUDIT_KEY_HERE)) {
    makeKeyFile(AUDIT_KEY_HERE);
  }
  signingKeyFrom(readSettings(WorkerSettings, { ...auditKey(), ...named }));
  const database =
    given === undefined
      ? await embeddedDatabase(join(FOLDER, 'postgres'), say)
      : givenDatabase(given);
  try {
    await serve(database);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function serve(database: Database): Promise<void> {
  const done = await migrate(database.ownerUrl);
  if (done.length > 0) say(`Brought the schema up to date (${done.length} migrations).`);
  const first = !existsSync(KEYS_FILE);
  const people = await demonstrationPeople(database.applicationUrl, KEYS_FILE);
  if (first) say('Made a demonstration workspace with its people.');

  const environment = {
    LOG_LEVEL: 'warn',
    ATTACHMENTS: `disk:${join(FOLDER, 'attachments')}`,
    ...(isLoopback(process.env['HOST']) ? RECEIVERS_HERE : {}),
    ...auditKey(),
    ...process.env,
    DATABASE_URL: database.applicationUrl,
  };
  const settings = readSettings(Settings, environment);
  const worker = await startWorker(readSettings(WorkerSettings, environment));
  // Whoever reaches this port can be any of these people, so it is for this machine alone.
  const app = await createApi(settings, { demonstration: isLoopback(settings.HOST) });
  runUntilStopped(app, {
    timeoutMs: settings.SHUTDOWN_TIMEOUT_MS,
    afterwards: async () => {
      await worker.close();
      await database.stop();
      say('Stopped.');
    },
  });
  const port = process.env['PORT'] === undefined ? null : settings.PORT;
  const url = await listen(app, { host: settings.HOST, port }).catch(async (error: unknown) => {
    await worker.close();
    throw error;
  });
  keepPrivately(SERVER_FILE, { url, key: people[0]!.key });
  say(welcome(url, database.place, people));
}

/** Where nobody else can ask for it, webhooks may be tried with a receiver on this machine. */
const RECEIVERS_HERE = { WEBHOOK_HTTP: 'true', WEBHOOK_ALLOW: '127.0.0.0/8, ::1, localhost' };

function isLoopback(host = '127.0.0.1'): boolean {
  return ['127.0.0.1', '::1', 'localhost'].includes(host);
}

/** Signs checkpoints; made at the first start. */
const AUDIT_KEY_HERE = join(FOLDER, 'audit-key.pem');

/** The key of this folder, unless the environment brings one. */
function auditKey(): { AUDIT_KEY_FILE?: string } {
  return process.env['AUDIT_KEY'] === undefined ? { AUDIT_KEY_FILE: AUDIT_KEY_HERE } : {};
}

const KEYS_FILE = join(FOLDER, 'demonstration.json');

/** Lets `npm run baton` find the server that runs from this folder. */
const SERVER_FILE = join(FOLDER, 'server.json');

function welcome(url: string, place: string, people: DemonstrationPerson[]): string {
  const name = Math.max(...people.map((person) => person.name.length));
  const works = Math.max(...people.map((person) => person.worksIn.length));
  return [
    '',
    `Baton is running at ${url}`,
    `  documentation   ${url}/docs`,
    `  data            ${place}`,
    '',
    'Demonstration people and their keys:',
    ...people.map(
      (person) => `  ${person.name.padEnd(name)}  ${person.worksIn.padEnd(works)}  ${person.key}`,
    ),
    '',
    'Try:',
    `  curl -H "Authorization: Bearer ${people[0]!.key}" ${url}/v1/me`,
    'Stop with Ctrl-C; the data stays.',
  ].join('\n');
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

try {
  await start();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
