import type { FeedTimes } from './feed-speed.js';
import { spreadOf } from './latencies.js';
import { row, spreadText } from './report-table.js';

export function feedTable(found: FeedTimes): string[] {
  const { facts, bytes, arrivalMs, memoryMb } = found;
  const line = (label: string, figures: number[]) => row(label, [spreadText(spreadOf(figures))]);
  return [
    row(`Feed of ${facts} facts`, ['facts/s']),
    line('given their places', [found.sequencedPerSecond]),
    line('read by pages of 200', found.pagedPerSecond),
    line('read as a stream', found.streamedPerSecond),
    `  ${(bytes / 1e6).toFixed(1)} MB of bodies; ${spreadText(spreadOf(found.pagesPerSecond))} pages/s`,
    `  from a commit to a stream, looked for every 50 ms: p50 ${arrivalMs.p50.toFixed(0)} ms, p99 ${arrivalMs.p99.toFixed(0)} ms, at most ${arrivalMs.most.toFixed(0)} ms`,
    `  memory of the API: ${memoryMb.before} MB before, at most ${memoryMb.reading.join(', ')} MB in each round of reading`,
    `  memory of what gives places: ${memoryMb.sequencer.before} MB before, at most ${memoryMb.sequencer.most} MB`,
  ];
}

export function feedJson(found: FeedTimes): object {
  const { pagesPerSecond, pagedPerSecond, streamedPerSecond, ...rest } = found;
  return {
    ...rest,
    pagesPerSecond: spreadOf(pagesPerSecond),
    pagedPerSecond: spreadOf(pagedPerSecond),
    streamedPerSecond: spreadOf(streamedPerSecond),
  };
}
