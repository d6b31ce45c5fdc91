import { DatabaseSettings } from '#engine';
import { Matches, ValidateIf } from 'class-validator';

/** What the environment decides about the worker. */
export class WorkerSettings extends DatabaseSettings {
  /** where jobs wait; empty means in PostgreSQL, beside the data */
  @ValidateIf(({ REDIS_URL }: WorkerSettings) => REDIS_URL !== '')
  @Matches(/^rediss?:\/\/\S+$/u, {
    message: 'REDIS_URL: expected a redis:// or rediss:// address',
  })
  REDIS_URL = '';
}
