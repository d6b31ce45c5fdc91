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
