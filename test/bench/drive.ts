import { performance } from 'node:perf_hooks';
import type { Sample } from './latencies.js';

/** `senderCpuMs`: processor time that this process took for one transition. */
export interface Driven {
  samples: Sample[];
  senderCpuMs: number;
}

/** A closed loop: each connection sends its next transition when it has the answer to the one before; one at least. */
export interface Drive<Work> {
  connections: number;
  seconds: number;
  /** what is left to do; the loop ends early where it runs out */
  queue: Iterator<Work, undefined>;
  perform: (connection: number, work: Work) => Promise<void>;
  /** true: each connection has done its last */
  isOver?: () => boolean;
}

export async function drive<Work>(plan: Drive<Work>): Promise<Driven> {
  const samples: Sample[] = [];
  const before = process.cpuUsage();
  const deadline = performance.now() + plan.seconds * 1000;
  const loop = async (connection: number): Promise<void> => {
    let startedAt = performance.now();
    do {
      const { value, done } = plan.queue.next();
      if (done === true) return;
      await plan.perform(connection, value);
      const endedAt = performance.now();
      samples.push({ connection, endedAtMs: endedAt, tookMs: endedAt - startedAt });
      startedAt = endedAt;
    } while (startedAt < deadline && plan.isOver?.() !== true);
  };
  await Promise.all(Array.from({ length: plan.connections }, (_, index) => loop(index)));
  const { user, system } = process.cpuUsage(before);
  return { samples, senderCpuMs: (user + system) / 1000 / samples.length };
}
