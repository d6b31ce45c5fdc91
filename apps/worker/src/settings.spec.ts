import { readSettings } from '#engine';
import { describe, expect, it } from '@jest/globals';
import { WorkerSettings } from './settings.js';

const read = (settings: Record<string, string>) =>
  readSettings(WorkerSettings, { DATABASE_URL: 'postgres://db/baton', ...settings });

describe('where jobs wait, in the settings', () => {
  it('is PostgreSQL unless a Redis is named', () => {
    expect(read({}).REDIS_URL).toBe('');
    expect(read({ REDIS_URL: '' }).REDIS_URL).toBe('');
    expect(read({ REDIS_URL: 'rediss://:secret@redis:6380/1' }).REDIS_URL).toMatch('redis:6380');
  });

  it('is never repeated where it is wrong', () => {
    expect(() => read({ REDIS_URL: 'http://:hunter2@redis' })).toThrow(
      'REDIS_URL: expected a redis:// or rediss:// address; found something else.',
    );
  });
});

describe('where a worker tells how it is doing, in the settings', () => {
  it('is nowhere unless a port is named', () => {
    expect([read({}).WORKER_PORT, read({ WORKER_PORT: '' }).WORKER_PORT]).toEqual([null, null]);
    expect(read({ WORKER_PORT: '3001' })).toMatchObject({
      WORKER_PORT: 3001,
      WORKER_HOST: '127.0.0.1',
    });
    expect(() => read({ WORKER_PORT: 'http' })).toThrow(
      'WORKER_PORT: expected a whole number from 0 to 65535, or nothing; found "http".',
    );
  });

  it('takes no token that is soon guessed, and repeats none', () => {
    expect(() => read({ METRICS_TOKEN: 'hunter2' })).toThrow(
      'METRICS_TOKEN: expected 16 characters or more, without spaces; found something else.',
    );
  });

  it('takes no receiver of traces with a user in its address', () => {
    const address = { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://me:hunter2@traces.example' };
    expect(() => read(address)).toThrow(/address without a user; found something else\.$/u);
    expect(() =>
      read({ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://traces.example/otlp' }),
    ).not.toThrow();
  });
});
