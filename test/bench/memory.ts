import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Megabytes of a process that are in memory. */
export function residentMb(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(status, 'utf8'))?.[1]
    : spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return Math.round(Number(kilobytes) / 102.4) / 10;
}

const SAMPLE_EVERY_MS = 250;

/** Looks at a process four times a second; `stop` gives the most that it saw, in megabytes. */
export function watchMemory(pid: number): { stop: () => number } {
  let most = residentMb(pid);
  const timer = setInterval(() => {
    most = Math.max(most, residentMb(pid));
  }, SAMPLE_EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}
