import { assembleBody, segmentBody } from '#localization';
import type { Teller } from '../interchange/program.js';
import { holds } from '../proofs/holds.js';
import type { Body } from './library.js';

/** Takes every body apart and puts it together again: the same, to the last byte. */
export function proveRoundTrips(bodies: readonly Body[], { say }: Teller): void {
  let units = 0;
  let words = 0;
  const others: string[] = [];
  for (const { file, locale, text } of bodies) {
    const segmented = segmentBody(text, { locale });
    units += segmented.units.length;
    words += segmented.units.reduce((sum, unit) => sum + unit.words, 0);
    if (assembleBody(segmented, ({ source }) => source) !== text) others.push(file);
  }
  say(
    `${bodies.length} bodies, ${units} units, ${words} words: ${bodies.length - others.length} are put together again byte for byte.`,
  );
  holds('Bodies that are another one when they are put together again', [], others);
}
