import {
  dueEndpoints,
  type EndpointKey,
  hasToCarry,
  type Lane,
  relayFacts,
  sequenceOutbox,
} from '#engine';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { again, type Repeated } from './again.js';
import { RepeatedErrors } from './repeated-errors.js';

/** Milliseconds until it looks again after it found nothing to do. */
const IDLE_MS = 20;
/** Milliseconds until it looks again after it failed, or another process was at it. */
const BESIDE_MS = 250;
/** Milliseconds between two searches for deliveries whose time has come and whose job was lost or never made. */
const SWEEP_MS = 500;

/** Puts lanes of endpoints in line to be run, or leaves it to the next sweep. One that is in line stays there once. */
export type Enqueue = (lanes: (EndpointKey & { lane: Lane })[]) => Promise<void>;

/**
 * Carries what was committed on: its place in the log, a delivery for each endpoint that wants it, a job for each
 * endpoint that has some. Everything is found again in the tables, so a round that was cut off is made up for by the
 * next, in this process or in another.
 */
export function startLogLoop(
  dataSource: DataSource,
  { enqueue, logger }: { enqueue: Enqueue; logger: Logger },
): Repeated {
  const errors = new RepeatedErrors(logger, 'log loop');
  let sweptAt = 0;
  const round = async (): Promise<number> => {
    if (Date.now() - sweptAt >= SWEEP_MS) {
      sweptAt = Date.now();
      await enqueue(await dueEndpoints(dataSource));
    }
    if (!(await hasToCarry(dataSource))) return IDLE_MS;
    const sequenced = await sequenceOutbox(dataSource);
    const relayed = await relayFacts(dataSource);
    const fresh = relayed.filter(({ made }) => made > 0);
    await enqueue(fresh.map(({ made: _made, ...endpoint }) => ({ ...endpoint, lane: 'first' })));
    if (relayed.length > 0 || (sequenced ?? 0) > 0) return 0;
    return BESIDE_MS;
  };
  return again(async () => {
    try {
      const pauseMs = await round();
      errors.answered();
      return pauseMs;
    } catch (error) {
      errors.lost(error);
      return BESIDE_MS;
    }
  });
}
