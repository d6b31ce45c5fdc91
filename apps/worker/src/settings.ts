import { DatabaseSettings } from '#engine';
import { Transform } from 'class-transformer';
import { IsInt, IsString, Matches, Max, Min, ValidateBy, ValidateIf } from 'class-validator';
import { readPrivateKey } from './audit-key/private-key.js';

const PORT_EXPECTED = {
  message: 'WORKER_PORT: expected a whole number from 0 to 65535, or nothing',
};

/** What the environment decides about the worker. */
export class WorkerSettings extends DatabaseSettings {
  /** where jobs wait; empty means in PostgreSQL, beside the data */
  @ValidateIf(({ REDIS_URL }: WorkerSettings) => REDIS_URL !== '')
  @Matches(/^rediss?:\/\/\S+$/u, {
    message: 'REDIS_URL: expected a redis:// or rediss:// address',
  })
  REDIS_URL = '';

  /** where it tells how it is doing; null: nowhere, so that any number of workers start beside each other */
  @ValidateIf(({ WORKER_PORT }: WorkerSettings) => WORKER_PORT !== null)
  @IsInt(PORT_EXPECTED)
  @Min(0, PORT_EXPECTED)
  @Max(65_535, PORT_EXPECTED)
  @Transform(({ value }) => (value === null || value === '' ? null : Number(value)))
  WORKER_PORT: number | null = null;

  /** loopback unless told otherwise */
  @IsString({ message: 'WORKER_HOST: expected an address to listen on' })
  WORKER_HOST = '127.0.0.1';

  /** the slug of the workspace whose administrators see the queues; empty: the only one that there is */
  @IsString({ message: 'QUEUES_WORKSPACE: expected the slug of a workspace' })
  QUEUES_WORKSPACE = '';

  /** the private key that signs checkpoints; empty: AUDIT_KEY_FILE names it, or nothing is signed */
  @ValidateIf(({ AUDIT_KEY }: WorkerSettings) => AUDIT_KEY !== '')
  @ValidateBy(
    {
      name: 'isPrivateKey',
      validator: {
        validate: (text) => typeof text === 'string' && readPrivateKey(text) !== null,
      },
    },
    { message: 'AUDIT_KEY: expected an Ed25519 private key in PKCS #8, as PEM or base64' },
  )
  AUDIT_KEY = '';

  /** a file with that key */
  @IsString({ message: 'AUDIT_KEY_FILE: expected the path of a file' })
  AUDIT_KEY_FILE = '';
}
