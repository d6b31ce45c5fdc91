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

/** Linux counts the time of a process in hundredths of a second (USER_HZ, proc(5)). */
const MS_PER_TICK = 10;

/** Milliseconds on a processor: of a process itself, and of those of its children that have ended. */
interface ProcessorTimes {
  own: number;
  ended: number;
}

/** Null where there is no /proc, or no such process any more. */
function processorTimes(pid: number): ProcessorTimes | null {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return null;
  // The name of the program, in parentheses, may hold spaces. After it: utime, stime, cutime, cstime are fields 12 to 15.
  const [, afterName] = /\) (.*)/u.exec(readFileSync(stat, 'utf8')) ?? [];
  const [user, system, endedUser, endedSystem] = afterName!.split(' ').slice(11, 15).map(Number);
  return {
    own: (user! + system!) * MS_PER_TICK,
    ended: (endedUser! + endedSystem!) * MS_PER_TICK,
  };
}

/** Milliseconds that a process has had on a processor since its start; null where nobody counts them. */
export function processorMs(pid: number): number | null {
  return processorTimes(pid)?.own ?? null;
}

/** The same, of those of our own children that have ended. */
export function endedChildrenMs(): number | null {
  return processorTimes(process.pid)?.ended ?? null;
}

/** The same, of a server and all its processes, those included that served someone who has left. */
export function serverMs(pid: number): number | null {
  const times = processorTimes(pid);
  const list = `/proc/${pid}/task/${pid}/children`;
  if (times === null || !existsSync(list)) return null;
  const children = readFileSync(list, 'utf8').split(' ').filter(Boolean).map(Number);
  return children.reduce((sum, child) => sum + (processorMs(child) ?? 0), times.own + times.ended);
}

const SAMPLE_EVERY_MS = 250;

/** Looks at the memory of a process four times a second; `stop` gives the most that it saw, in megabytes. */
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
