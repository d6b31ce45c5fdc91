import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { startTestApi, type TestApi, type TestPerson } from '../test-api.js';
import { fuzz } from './fuzz.js';
import { groundIn } from './ground.js';
import type { Known } from './values.js';

let api: TestApi;
let admin: TestPerson;
let known: Known;

beforeAll(async () => {
  api = await startTestApi({ RATE_LIMIT: '0' });
  ({ admin, known } = await groundIn(await api.workspace('acme')));
});

afterAll(async () => api.close());

describe('requests made from the OpenAPI document, and such with something wrong in them', () => {
  it('are answered as documented and never with a fault; `npm run proof:fuzz` sends many more', async () => {
    const file = readFileSync(process.env['BATON_TEST_DOCUMENT']!, 'utf8');
    const document = JSON.parse(file) as Parameters<typeof fuzz>[1]['document'];
    const server = { url: api.url, key: admin.key };
    const report = await fuzz(server, { document, known, runs: 4, seed: 1 });
    expect(report.failures).toEqual([]);
    expect(report.requests).toBe(4 * report.operations);
    expect((await admin.get('/v1/me')).status).toBe(200);
  });
});
