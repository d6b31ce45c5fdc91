import type { CheckerTimes } from './checker.js';
import { CREW, STAGES } from './large-process.js';
import { type Spread, spreadOf } from './latencies.js';
import { row, spreadText } from './report-table.js';

/** A person waits for the check, so it may take a second at most, in milliseconds. */
const LIMIT_MS = 1000;

export function checkerTable({ bytes, transitions, checkMs, readMs }: CheckerTimes): string[] {
  const kilobytes = Math.round(bytes / 1000);
  return [
    row(`A process of ${STAGES} stages`, ['ms', 'to the limit of 1 s']),
    row(`checked, ${CREW} people`, [spreadText(spreadOf(checkMs)), spreadText(toLimit(checkMs))]),
    row(`read, ${kilobytes} kB of YAML`, [
      spreadText(spreadOf(readMs)),
      spreadText(toLimit(readMs)),
    ]),
    `  ${transitions} transitions; the first of ${checkMs.length} rounds is cold`,
  ];
}

export function checkerJson({ bytes, transitions, checkMs, readMs }: CheckerTimes): object {
  return {
    stages: STAGES,
    people: CREW,
    transitions,
    yamlBytes: bytes,
    limitMs: LIMIT_MS,
    checkMs: spreadOf(checkMs),
    checkToLimit: toLimit(checkMs),
    readMs: spreadOf(readMs),
    readToLimit: toLimit(readMs),
  };
}

function toLimit(ms: number[]): Spread {
  return spreadOf(ms.map((each) => each / LIMIT_MS));
}
