import { DatabaseSettings } from '#engine';
import { Transform } from 'class-transformer';
import { IsInt, IsString, Max, Min } from 'class-validator';

const PORT_EXPECTED = { message: 'PORT: expected a whole number from 0 to 65535' };
const TIMEOUT_EXPECTED = {
  message: 'SHUTDOWN_TIMEOUT_MS: expected a whole number from 0 to 600000',
};

/** What the environment decides about the API. */
export class Settings extends DatabaseSettings {
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
}
