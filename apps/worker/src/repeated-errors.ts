import type { Logger } from 'pino';

/**
 * Errors of one thing that repeat themselves for as long as it is away: each is logged once, and its return once. Every
 * connection of it reports the same outage, some of them every second.
 */
export class RepeatedErrors {
  private readonly told = new Set<string>();
  private awaySince: number | null = null;

  constructor(
    private readonly logger: Logger,
    /** what is away, for the log */
    private readonly name: string,
  ) {}

  /** whether it answered when it was asked last */
  get isAway(): boolean {
    return this.awaySince !== null;
  }

  /** An error that says nothing of whether the thing as a whole is away. */
  heard(error: unknown): void {
    const key = signatureOf(error);
    if (this.told.has(key)) return;
    this.told.add(key);
    this.logger.error({ err: error }, this.name);
  }

  /** It does not answer; what a connection has told of that already is not told again in other words. */
  lost(error: unknown): void {
    this.awaySince ??= performance.now();
    if (this.told.size === 0) this.heard(error);
  }

  /** It answers; what goes wrong from now on is news. */
  answered(): void {
    this.told.clear();
    if (this.awaySince === null) return;
    const seconds = Math.round((performance.now() - this.awaySince) / 100) / 10;
    this.awaySince = null;
    this.logger.info({ seconds }, `${this.name} is back`);
  }
}

/** Several addresses that refuse make one error without a message. */
function signatureOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return code === '' ? error.message : code;
}
