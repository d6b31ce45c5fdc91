import type { ClaimedDelivery, EndpointKey, EndpointTarget } from '#engine';
import type { Logger } from 'pino';
import type { WorkerMetrics } from '../metrics.js';
import { attemptOf } from './attempt-of.js';
import type { Send } from './send-delivery.js';

/** Milliseconds after which nothing more of a batch is begun. */
const BEGIN_MS = 8000;
/** Milliseconds that what came of an attempt stays unrecorded while others are under way. */
const UNRECORDED_MS = 500;
/** Failures in a row after which the rest of a batch is left for later. */
const GIVE_UP_AFTER = 5;

/** What sending needs of the process that it happens in. */
export interface SendGround {
  logger: Logger;
  metrics: Pick<WorkerMetrics, 'attempted'>;
  send: Send;
  /** whether the process is about to stop: then nothing more is begun */
  isStopping: () => boolean;
}

/** Deliveries of one endpoint that are sent together. */
export interface Batch {
  key: EndpointKey;
  target: EndpointTarget;
  claimed: ClaimedDelivery[];
  /** how many of them may be in flight */
  atOnce: number;
  /** keeps what came of some of them */
  record: (some: Sent[]) => Promise<void>;
}

export type Sent = ReturnType<typeof attemptOf>;

/**
 * Sends a batch, some at a time, and records on the way what came of them: a receiver that hangs would keep all that was
 * sent beside it from being recorded, and whoever kills the process then would have all of it sent again.
 */
export class SendingBatch {
  /** attempts that are under way */
  inFlight = 0;
  /** whether all of it is begun; never where some of it is left */
  isBegun = false;
  /** once all that was sent is recorded; what is not begun in time, or after failures in a row, is left */
  readonly over: Promise<{ sent: Sent[]; left: ClaimedDelivery[] }>;

  private readonly waiting: ArrayIterator<ClaimedDelivery>;
  private readonly until = Date.now() + BEGIN_MS;
  private readonly sent: Sent[] = [];
  private readonly unrecorded: Sent[] = [];
  private recordable = true;
  private failed = 0;

  constructor(
    private readonly ground: SendGround,
    private readonly batch: Batch,
  ) {
    this.waiting = batch.claimed.values();
    this.over = this.run();
  }

  private async run(): Promise<{ sent: Sent[]; left: ClaimedDelivery[] }> {
    const { atOnce, claimed, record } = this.batch;
    const senders = Math.min(atOnce, claimed.length);
    let recording = Promise.resolve();
    const timer = setInterval(() => {
      recording = recording.then(() => this.recordSome());
    }, UNRECORDED_MS);
    await Promise.all(Array.from({ length: senders }, () => this.sender()));
    clearInterval(timer);
    await recording;
    if (this.unrecorded.length > 0) await record(this.unrecorded);
    return { sent: this.sent, left: [...this.waiting] };
  }

  private async sender(): Promise<void> {
    for (const delivery of this.waiting) {
      if (delivery === this.batch.claimed.at(-1)) this.isBegun = true;
      const attempt = await this.attempt(delivery);
      // What failed on this side was no attempt. It stays in hand, and is found again when that is over.
      if (attempt === null) return;
      this.sent.push(attempt);
      this.unrecorded.push(attempt);
      this.failed = attempt.error === null ? 0 : this.failed + 1;
      if (attempt.gone || !this.goesOn()) return;
    }
  }

  /** Keeps what came of those that are not under way any more. */
  private async recordSome(): Promise<void> {
    const some = this.unrecorded.splice(0);
    if (some.length === 0) return;
    await this.batch.record(some).catch(() => {
      // Once more when the batch is over; without that, nothing more is sent.
      this.unrecorded.push(...some);
      this.recordable = false;
    });
  }

  private goesOn(): boolean {
    const { isStopping } = this.ground;
    const inTime = Date.now() < this.until;
    return inTime && this.failed < GIVE_UP_AFTER && this.recordable && !isStopping();
  }

  private async attempt(delivery: ClaimedDelivery): Promise<Sent | null> {
    const { send, metrics, logger } = this.ground;
    const { key, target } = this.batch;
    const at = new Date();
    this.inFlight += 1;
    try {
      const outcome = await send({ key, target, delivery, at });
      const attempt = attemptOf(delivery, { at, outcome });
      metrics.attempted(outcomeOf(attempt), outcome.durationMs / 1000);
      return attempt;
    } catch (error) {
      logger.error({ err: error, endpoint: key.endpointId }, 'delivery');
      return null;
    } finally {
      this.inFlight -= 1;
    }
  }
}

function outcomeOf({ error, nextAttemptAt }: Sent): 'delivered' | 'failed' | 'dead' {
  if (error === null) return 'delivered';
  return nextAttemptAt === null ? 'dead' : 'failed';
}
