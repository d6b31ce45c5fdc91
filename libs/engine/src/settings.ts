import { plainToInstance, Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  Matches,
  Max,
  Min,
  ValidateIf,
  validateSync,
} from 'class-validator';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const TOKEN_EXPECTED = { message: 'METRICS_TOKEN: expected 16 characters or more, without spaces' };
const POOL_EXPECTED = { message: 'POOL_SIZE: expected a whole number from 2 to 100' };

/** What every process that talks to the database is told by its environment; the apps add their own. */
export class DatabaseSettings {
  /** where the data is; its user has to be a member of the role baton_app */
  @Matches(/^postgres(ql)?:\/\//u, { message: 'DATABASE_URL: expected a postgres:// address' })
  DATABASE_URL!: string;

  /** database connections of this process at most */
  @IsInt(POOL_EXPECTED)
  @Min(2, POOL_EXPECTED)
  @Max(100, POOL_EXPECTED)
  @Transform(({ value }) => Number(value))
  POOL_SIZE = 10;

  @IsIn(LOG_LEVELS, { message: `LOG_LEVEL: expected one of ${LOG_LEVELS.join(', ')}` })
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  /** whether endpoints of webhooks may be plain http */
  @IsBoolean({ message: 'WEBHOOK_HTTP: expected true or false' })
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  WEBHOOK_HTTP = false;

  /** networks and hosts that webhooks may go to beside public addresses, separated by commas */
  @Matches(/^[\w.:/\s,[\]-]*$/u, {
    message:
      'WEBHOOK_ALLOW: expected networks, addresses or hosts such as 10.0.0.0/8, hooks.internal',
  })
  WEBHOOK_ALLOW = '';

  /** what Prometheus sends to read the figures; empty: they are for this machine alone */
  @ValidateIf(({ METRICS_TOKEN }: DatabaseSettings) => METRICS_TOKEN !== '')
  @Matches(/^[!-~]{16,}$/u, TOKEN_EXPECTED)
  METRICS_TOKEN = '';

  /** where traces are sent by OTLP/HTTP; empty: they are passed on and not exported */
  @ValidateIf(
    ({ OTEL_EXPORTER_OTLP_ENDPOINT }: DatabaseSettings) => OTEL_EXPORTER_OTLP_ENDPOINT !== '',
  )
  @Matches(/^https?:\/\/[^\s/@]+(\/\S*)?$/u, {
    message: 'OTEL_EXPORTER_OTLP_ENDPOINT: expected an http:// or https:// address without a user',
  })
  OTEL_EXPORTER_OTLP_ENDPOINT = '';
}

/** Names of settings whose values stay out of every message. */
const SECRET_SETTINGS = [
  'DATABASE_URL',
  'REDIS_URL',
  'METRICS_TOKEN',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'ATTACHMENTS',
  'ATTACHMENTS_S3_KEY_ID',
  'ATTACHMENTS_S3_SECRET',
  'OIDC_CLIENT_SECRET',
  'AUDIT_KEY',
];

/**
 * Reads the settings that a class declares. Throws a sentence for each wrong one: its name, what was expected, what
 * was found. Variables that the class does not know are none of its business.
 */
export function readSettings<T extends DatabaseSettings>(
  type: new () => T,
  environment: Record<string, unknown>,
): T {
  const names = ['DATABASE_URL', ...Object.keys(new type())];
  const given = Object.fromEntries(
    names.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])),
  );
  const settings = plainToInstance(type, given, { exposeDefaultValues: true });
  const faults = validateSync(settings).map(({ property, constraints = {} }) => {
    const expected = Object.values(constraints)[0];
    return `${expected}; found ${shown(property, environment[property])}.`;
  });
  if (faults.length > 0) throw new Error(`Wrong settings:\n  ${faults.join('\n  ')}`);
  return settings;
}

function shown(name: string, value: unknown): string {
  if (value === undefined) return 'nothing';
  return SECRET_SETTINGS.includes(name) ? 'something else' : JSON.stringify(value);
}
