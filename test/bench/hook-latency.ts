import { setTimeout as pause } from 'node:timers/promises';
import { spawnWorker } from '../worker-process.js';
import { HookedWorkspace } from './hooked-workspace.js';
import type { HookReceiver } from './hook-receiver.js';
import { type HookGround, RECEIVERS_HERE } from './hook-speed.js';
import { percentile } from './latencies.js';
import { machineMs } from './machine-clock.js';
import type { WebhooksPlan } from './webhooks-plan.js';

/** Facts a second, each of them committed alone. */
export const LIGHT_LOAD = 20;
/** Endpoints that all get them, where one of them may hang. */
export const MANY_ENDPOINTS = 20;

/** Milliseconds from the moment at which the commit was asked for to the arrival of the first attempt. */
export interface HookLatency {
  p50Ms: number;
  p99Ms: number;
}

/** Round by round: one endpoint; the 19 that answer, without the one that hangs and with it. */
export interface HookLatencies {
  one: HookLatency[];
  without: HookLatency[];
  beside: HookLatency[];
}

export async function measureHookLatency(
  plan: WebhooksPlan,
  { dataSource, database, receiver, undo }: HookGround,
): Promise<HookLatencies> {
  const worker = spawnWorker(database.url, { settings: RECEIVERS_HERE });
  undo.push(worker.stop);
  const answering = Array.from({ length: MANY_ENDPOINTS - 1 }, (_, index) => `/${index}`);
  const watch = async (paths: string[]): Promise<HookLatency> => {
    const workspace = await HookedWorkspace.open(dataSource);
    await workspace.tell(paths.map((path) => `${receiver.url}${path}`));
    const latency = await lightLoad(workspace, { plan, receiver, paths });
    await dataSource.query('delete from webhook_endpoint where workspace_id = $1', [workspace.id]);
    return latency;
  };
  const found: HookLatencies = { one: [], without: [], beside: [] };
  await lightLoad(await warm(dataSource, receiver), { plan, receiver, paths: ['/warm'] });
  for (let round = 1; round <= plan.latencyRounds; round += 1) {
    await database.settle();
    found.one.push(await watch(['/0']));
    found.without.push(await watch(answering));
    found.beside.push(await watch([...answering, '/hangs']));
  }
  await worker.stop();
  return found;
}

async function warm(dataSource: HookGround['dataSource'], receiver: HookReceiver) {
  const workspace = await HookedWorkspace.open(dataSource);
  await workspace.tell([`${receiver.url}/warm`]);
  return workspace;
}

/** Commits facts one by one at an even pace, and looks when each of them came where somebody answers. */
async function lightLoad(
  workspace: HookedWorkspace,
  load: { plan: WebhooksPlan; receiver: HookReceiver; paths: string[] },
): Promise<HookLatency> {
  const { plan, receiver, paths } = load;
  const committed = new Map<string, number>();
  const everyMs = 1000 / LIGHT_LOAD;
  const startedAt = machineMs();
  const count = plan.latencySeconds * LIGHT_LOAD;
  for (let number = 0; number < count; number += 1) {
    const { ids, atMs } = await workspace.happens(1);
    committed.set(ids[0]!, atMs);
    const ahead = startedAt + (number + 1) * everyMs - machineMs();
    if (ahead > 0) await pause(ahead);
  }
  const answering = paths.filter((path) => path !== '/hangs');
  const arrivals = await receiver.arrived(count * answering.length);
  const took = arrivals
    .filter(({ id, path }) => committed.has(id) && answering.includes(path))
    .map(({ id, atMs }) => atMs - committed.get(id)!)
    .toSorted((one, other) => one - other);
  return { p50Ms: percentile(took, 0.5), p99Ms: percentile(took, 0.99) };
}
