import { describe, expect, it } from '@jest/globals';
import { DatabaseSettings, readSettings } from './settings.js';

const DATABASE_URL = 'postgres://somebody:secret@db/baton';

describe('readSettings', () => {
  it('takes numbers from text and fills in what is left out', () => {
    const settings = readSettings(DatabaseSettings, { DATABASE_URL, POOL_SIZE: '20', HOME: '/' });
    expect(settings).toMatchObject({ DATABASE_URL, POOL_SIZE: 20, LOG_LEVEL: 'info' });
    expect(settings).not.toHaveProperty('HOME');
  });

  it('names every wrong setting with what was expected and found', () => {
    const read = () => readSettings(DatabaseSettings, { POOL_SIZE: 'many', LOG_LEVEL: 'loud' });
    expect(read).toThrow('DATABASE_URL: expected a postgres:// address; found nothing.');
    expect(read).toThrow('POOL_SIZE: expected a whole number from 2 to 100; found "many".');
    expect(read).toThrow('LOG_LEVEL: expected one of fatal, error');
  });

  it('never repeats a secret', () => {
    const read = () => readSettings(DatabaseSettings, { DATABASE_URL: 'mysql://root:hunter2@db' });
    expect(read).toThrow('found something else');
    expect(read).not.toThrow('hunter2');
  });
});
