import { noteKeyUse, noteSessionUse, poolOf } from '#engine';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** Milliseconds in which another use of the same is not written down. */
const MINUTE_MS = 60_000;
/** Milliseconds for which uses are gathered, to be written by one statement beside the requests. */
const GATHER_MS = 5000;

/** Writes down when keys and sessions were last used, to the minute, and never on the way of a request. */
@Injectable()
export class LastUse implements BeforeApplicationShutdown {
  private readonly logger = new Logger('last-use');
  private readonly noted = new Map<string, number>();
  private waiting = { keys: new Set<string>(), sessions: new Set<string>() };
  private timer: NodeJS.Timeout | null = null;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  noteKey(keyId: string): void {
    if (this.isDue(keyId)) this.waiting.keys.add(keyId);
  }

  noteSession(tokenHash: string): void {
    if (this.isDue(tokenHash)) this.waiting.sessions.add(tokenHash);
  }

  /** Writes what is waiting. What fails is left out: the next minute writes it. */
  async write(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const { keys, sessions } = this.waiting;
    this.waiting = { keys: new Set(), sessions: new Set() };
    this.forget();
    try {
      const pool = poolOf(this.dataSource);
      if (keys.size > 0) await noteKeyUse(pool, [...keys]);
      if (sessions.size > 0) await noteSessionUse(pool, [...sessions]);
    } catch (error) {
      this.logger.warn(`Uses could not be written down: ${String(error)}`);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.write();
  }

  private isDue(id: string): boolean {
    const before = this.noted.get(id);
    const now = Date.now();
    if (before !== undefined && now - before < MINUTE_MS) return false;
    this.noted.set(id, now);
    this.timer ??= setTimeout(() => void this.write(), GATHER_MS).unref();
    return true;
  }

  private forget(): void {
    const from = Date.now() - MINUTE_MS;
    for (const [id, at] of this.noted) if (at < from) this.noted.delete(id);
  }
}
