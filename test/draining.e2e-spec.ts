import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import request from 'supertest';
import { Draining } from '../apps/api/src/health/draining.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(async () => api.close());

it('a process about to stop is not ready, still lives, and ends each connection with its answer', async () => {
  const ready = await request(api.server).get('/readyz');
  expect([ready.status, ready.headers['connection']]).not.toEqual([503, 'close']);
  api.app.get(Draining).begin();
  const draining = await request(api.server).get('/readyz');
  expect([draining.status, draining.body.code]).toEqual([503, 'draining']);
  const live = await request(api.server).get('/livez');
  expect([live.status, live.headers['connection']]).toEqual([200, 'close']);
});

it('a connection on which nothing was asked does not keep it from stopping', async () => {
  const { port } = new URL(api.url);
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  const ended = once(socket, 'close');
  await api.app.close();
  await ended;
});
