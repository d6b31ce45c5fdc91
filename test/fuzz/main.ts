import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import setUp from '../postgres.setup.js';
import tearDown from '../postgres.teardown.js';
import { startTestApi } from '../test-api.js';
import { fuzz, type FuzzReport } from './fuzz.js';
import { groundIn } from './ground.js';

const USAGE = `Usage: npm run proof:fuzz -- [--runs 200] [--seed 1] [--only 'POST /v1/items']
  Sends every operation requests that are made from the OpenAPI document, and such with something wrong in them.
  --runs  requests to each operation, 1 to 100000
  --seed  the same seed sends the same
  --only  a regular expression of method and path
DATABASE_URL names a server to create a database on, in place of an embedded one.`;

const { runs, seed, only } = readOptions();
await setUp();
const api = await startTestApi({ RATE_LIMIT: '0' });
try {
  const { admin, known } = await groundIn(await api.workspace('fuzz'));
  const document = JSON.parse(readFileSync(process.env['BATON_TEST_DOCUMENT']!, 'utf8')) as never;
  const began = Date.now();
  const server = { url: api.url, key: admin.key };
  const report = await fuzz(server, {
    document,
    known,
    runs,
    seed,
    ...(only === undefined ? {} : { only: new RegExp(only, 'u') }),
  });
  tell(report, Math.round((Date.now() - began) / 1000));
  const { status } = await admin.get('/v1/me');
  if (status !== 200) report.failures.push('The administrator’s own key did not survive.');
  process.exitCode = report.failures.length === 0 ? 0 : 1;
} finally {
  await api.close();
  await tearDown();
}

function tell({ operations, requests, statuses, failures }: FuzzReport, seconds: number): void {
  const counts = Object.entries(statuses).map(([status, count]) => `${status}: ${count}`);
  for (const failure of failures) console.log(`\n${failure}`);
  console.log(
    `${requests} requests to ${operations} operations in ${seconds} s, seed ${seed}; ${counts.join(', ')}; ` +
      `${failures.length} operations failed.`,
  );
}

function readOptions(): { runs: number; seed: number; only?: string } {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ options: { runs: text, seed: text, only: text } });
    const [runs, seed] = [Number(values.runs ?? 200), Number(values.seed ?? 1)];
    if (!Number.isInteger(runs) || runs < 1 || runs > 100_000) {
      throw new Error(`Expected --runs from 1 to 100000; found ${values.runs}.`);
    }
    if (!Number.isInteger(seed))
      throw new Error(`Expected --seed as a number; found ${values.seed}.`);
    return { runs, seed, ...(values.only === undefined ? {} : { only: values.only }) };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
    process.exit(2);
  }
}
