import { Transform } from 'class-transformer';
import { IsInt, IsNotEmpty, IsString, Max, Min, ValidateBy, ValidateIf } from 'class-validator';
import { readAttachmentPlace } from '#attachments';
import { SignInSettings } from './auth/sign-in-settings.js';

const PORT_EXPECTED = { message: 'PORT: expected a whole number from 0 to 65535' };
const TIMEOUT_EXPECTED = {
  message: 'SHUTDOWN_TIMEOUT_MS: expected a whole number from 0 to 600000',
};
const LIMIT_EXPECTED = {
  message: 'ATTACHMENT_LIMIT_MB: expected a whole number from 1 to 2000',
};
const inBucket = ({ ATTACHMENTS }: Settings) => readAttachmentPlace(ATTACHMENTS)?.kind === 's3';

const HEARTBEAT_EXPECTED = {
  message: 'EVENT_HEARTBEAT_MS: expected a whole number from 100 to 60000',
};

/** What the environment decides about the API. */
export class Settings extends SignInSettings {
  @IsInt(PORT_EXPECTED)
  @Min(0, PORT_EXPECTED)
  @Max(65_535, PORT_EXPECTED)
  @Transform(({ value }) => Number(value))
  PORT = 3000;

  /** loopback unless told otherwise */
  @IsString({ message: 'HOST: expected an address to listen on' })
  HOST = '127.0.0.1';

  /** how long a shutdown waits for requests in hand, in milliseconds */
  @IsInt(TIMEOUT_EXPECTED)
  @Min(0, TIMEOUT_EXPECTED)
  @Max(600_000, TIMEOUT_EXPECTED)
  @Transform(({ value }) => Number(value))
  SHUTDOWN_TIMEOUT_MS = 10_000;

  /** milliseconds between two signs of life of a stream of events, shorter than what proxies wait */
  @IsInt(HEARTBEAT_EXPECTED)
  @Min(100, HEARTBEAT_EXPECTED)
  @Max(60_000, HEARTBEAT_EXPECTED)
  @Transform(({ value }) => Number(value))
  EVENT_HEARTBEAT_MS = 15_000;

  /** where attachments are kept */
  @IsAttachmentPlace({
    message: 'ATTACHMENTS: expected disk:<folder> or s3:<endpoint>/<bucket>, without keys',
  })
  ATTACHMENTS = 'disk:.baton/attachments';

  @ValidateIf(inBucket)
  @IsNotEmpty({ message: 'ATTACHMENTS_S3_REGION: expected the region of the bucket' })
  ATTACHMENTS_S3_REGION = 'us-east-1';

  @ValidateIf(inBucket)
  @IsNotEmpty({ message: 'ATTACHMENTS_S3_KEY_ID: expected the id of a key for the bucket' })
  ATTACHMENTS_S3_KEY_ID = '';

  @ValidateIf(inBucket)
  @IsNotEmpty({ message: 'ATTACHMENTS_S3_SECRET: expected the secret of that key' })
  ATTACHMENTS_S3_SECRET = '';

  /** megabytes (of 1024 × 1024 bytes) of one attachment at most */
  @IsInt(LIMIT_EXPECTED)
  @Min(1, LIMIT_EXPECTED)
  @Max(2000, LIMIT_EXPECTED)
  @Transform(({ value }) => Number(value))
  ATTACHMENT_LIMIT_MB = 50;
}

function IsAttachmentPlace(options: { message: string }): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isAttachmentPlace',
      validator: {
        validate: (text) => typeof text === 'string' && readAttachmentPlace(text) !== null,
      },
    },
    options,
  );
}
