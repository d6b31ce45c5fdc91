import { setTimeout as pause } from 'node:timers/promises';
import type { BenchDatabase } from '../../bench/database.js';
import type { RedisServer } from '../../redis-server.js';
import { type Fleet, WORKERS } from './fleet.js';

const FROZEN_MS = 20_000;
const REDIS_AWAY_MS = 2000;

/** What was done to the parts. */
export type Done = Record<
  'apiKills' | 'workerKills' | 'freezes' | 'databaseKills' | 'redisKills' | 'redisFlushes',
  number
>;

interface Parts {
  fleet: Fleet;
  database: BenchDatabase;
  redis: RedisServer | null;
  random: () => number;
}

interface Fault {
  /** the share of all messages that have arrived when it happens */
  at: number;
  happen: () => Promise<void>;
}

/** Does everything to them at some share of the way, and gives what was done when it was. */
export async function breakThings(
  parts: Parts,
  { kills, progress, over }: { kills: number; progress: () => number; over: () => boolean },
): Promise<Done> {
  const done: Done = {
    apiKills: 0,
    workerKills: 0,
    freezes: 0,
    databaseKills: 0,
    redisKills: 0,
    redisFlushes: 0,
  };
  const faults = plan(parts, kills, done).toSorted((one, other) => one.at - other.at);
  for (const { at, happen } of faults) {
    while (progress() < at) {
      if (over()) throw new Error('Everything came to its end before everything was broken.');
      await pause(5);
    }
    await happen();
  }
  return done;
}

function plan({ fleet, database, redis, random }: Parts, kills: number, done: Done): Fault[] {
  let frozen: number | null = null;
  const worker = () => {
    const awake = WORKERS.filter((which) => which !== frozen);
    return awake[Math.floor(random() * awake.length)]!;
  };
  const kill = async () => {
    if ((done.apiKills + done.workerKills) % 3 === 1) {
      done.apiKills += 1;
      await fleet.killApi();
    } else {
      done.workerKills += 1;
      await fleet.killWorker(worker());
    }
  };
  const freeze = async () => {
    done.freezes += 1;
    frozen = worker();
    fleet.freeze(frozen);
    // Longer than its jobs and what it has in hand are kept for it; the rest goes on.
    setTimeout(() => {
      fleet.thaw(frozen!);
      frozen = null;
    }, FROZEN_MS);
  };
  const killDatabase = async () => {
    if (database.crash === null) return;
    done.databaseKills += 1;
    await database.crash();
  };
  const flush = async () => {
    done.redisFlushes += 1;
    await redis!.flush();
  };
  const killRedis = async () => {
    done.redisKills += 1;
    await redis!.kill();
    await pause(REDIS_AWAY_MS);
    await redis!.start();
  };
  return [
    ...Array.from({ length: kills }, () => ({ at: random() * 0.9, happen: kill })),
    { at: 0.25, happen: freeze },
    { at: 0.7, happen: killDatabase },
    ...(redis === null
      ? []
      : [
          { at: 0.45, happen: flush },
          { at: 0.55, happen: killRedis },
        ]),
  ];
}
