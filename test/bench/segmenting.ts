import { assembleBody, segmentBody } from '#localization';
import { GFM, parser } from '@lezer/markdown';
import { performance } from 'node:perf_hooks';
import { libraryTexts } from './library-texts.js';
import type { LocalizationPlan } from './localization-plan.js';

/** How long a library of Markdown takes in each round, in milliseconds. */
export interface SegmentingTimes {
  bytes: number;
  texts: number;
  units: number;
  /** taken apart and put together again */
  segmentedMs: number[];
  /** read by the parser beneath it, blocks and what stands in them, and nothing done with that */
  parsedMs: number[];
}

/** Throws where a text does not come back as it was. */
export function timeSegmenting({ markdown, segmentingRounds }: LocalizationPlan): SegmentingTimes {
  const texts = libraryTexts(markdown);
  const bare = parser.configure(GFM);
  const segmentAll = (): number =>
    texts.reduce((units, { locale, body }) => {
      const segmented = segmentBody(body, { locale });
      if (assembleBody(segmented, ({ source }) => source) !== body) {
        throw new Error(`Expected a text of ${locale} back as it was; found another.`);
      }
      return units + segmented.units.length;
    }, 0);
  const parseAll = () => texts.forEach(({ body }) => bare.parse(body));
  // Neither way is measured before it was compiled.
  const units = segmentAll();
  parseAll();
  const times: Pick<SegmentingTimes, 'segmentedMs' | 'parsedMs'> = {
    segmentedMs: [],
    parsedMs: [],
  };
  for (let round = 1; round <= segmentingRounds; round += 1) {
    times.parsedMs.push(msOf(parseAll));
    times.segmentedMs.push(msOf(segmentAll));
  }
  const bytes = texts.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
  return { bytes, texts: texts.length, units, ...times };
}

function msOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
