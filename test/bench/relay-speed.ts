import { setTimeout as pause } from 'node:timers/promises';
import { spawnWorker } from '../worker-process.js';
import { HookedWorkspace } from './hooked-workspace.js';
import { type HookGround, RECEIVERS_HERE } from './hook-speed.js';
import { machineMs } from './machine-clock.js';
import { residentMb, watchMemory } from './process-usage.js';
import type { WebhooksPlan } from './webhooks-plan.js';

/** Changes that waited, each an entry and a fact, round by round. */
export interface RelaySpeed {
  changes: number;
  /** that got their place in feed and tree, and that got their delivery too */
  sequencedPerSecond: number[];
  relayedPerSecond: number[];
  /** of the worker: before, and at most */
  memoryMb: { before: number[]; atMost: number[] };
}

/** Long enough for a worker to have started and found nothing. */
const REST_MS = 3000;

/** The endpoint hangs, so that next to nothing is sent meanwhile. */
export async function measureRelay(
  { changes, relayRounds }: WebhooksPlan,
  { dataSource, database, receiver, undo }: HookGround,
): Promise<RelaySpeed> {
  const speed: RelaySpeed = {
    changes,
    sequencedPerSecond: [],
    relayedPerSecond: [],
    memoryMb: { before: [], atMost: [] },
  };
  for (let round = 1; round <= relayRounds; round += 1) {
    const workspace = await HookedWorkspace.open(dataSource);
    await workspace.tell([`${receiver.url}/hangs`]);
    const worker = spawnWorker(database.url, { settings: RECEIVERS_HERE });
    undo.push(worker.stop);
    await database.settle();
    await pause(REST_MS);
    speed.memoryMb.before.push(residentMb(worker.pid));
    const memory = watchMemory(worker.pid);
    undo.push(memory.stop);
    await workspace.happens(changes);
    // They are there for everybody at one moment, at the end of a transaction that takes its own time.
    const startedAt = machineMs();
    const sequencedAt = await workspace.untilLogged({ relayed: false });
    const relayedAt = await workspace.untilLogged({ relayed: true });
    speed.memoryMb.atMost.push(memory.stop());
    speed.sequencedPerSecond.push((changes / (sequencedAt - startedAt)) * 1000);
    speed.relayedPerSecond.push((changes / (relayedAt - startedAt)) * 1000);
    await worker.stop();
    await dataSource.query('delete from webhook_endpoint where workspace_id = $1', [workspace.id]);
  }
  return speed;
}
