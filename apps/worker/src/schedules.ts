import type { JobQueue } from './job-queues.js';

/** How long a run may be overdue before its schedule counts as broken, in milliseconds. */
const OVERDUE_MS = 60_000;

/**
 * Brings the schedules of a queue to what `everyMs` says for each name: adds missing ones, for instance after the
 * store was emptied, corrects changed or broken ones, retires those that no name has any more. Gives the names that
 * were added or corrected. Safe to run on several workers at once, and again and again.
 */
export async function restoreSchedules(
  queue: JobQueue,
  everyMs: Record<string, number>,
): Promise<string[]> {
  const now = Date.now();
  const sound = new Set<string>();
  for (const { key, every, next } of await queue.getJobSchedulers()) {
    if (!Object.hasOwn(everyMs, key)) await queue.removeJobScheduler(key);
    const overdue = next === undefined || next + (every ?? 0) + OVERDUE_MS < now;
    if (every === everyMs[key] && !overdue) sound.add(key);
  }
  const wanting = Object.keys(everyMs).filter((name) => !sound.has(name));
  for (const name of wanting) {
    await queue.upsertJobScheduler(
      name,
      { every: everyMs[name]! },
      { name, opts: { removeOnComplete: true, removeOnFail: 100 } },
    );
  }
  return wanting;
}
