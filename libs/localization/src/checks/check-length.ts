import { ANY_LANGUAGE, piecesOf, plainText, segmenterFor } from '../text/segmented.js';
import type { InlineText } from '../text/unit.js';
import type { CheckFinding } from './finding.js';

/**
 * Tells a text of more than `most` characters as a reader counts them (grapheme clusters, by the Unicode rules that all
 * languages share). Codes do not count, the end of a line counts as a space.
 */
export function checkLength(text: InlineText, most: number): CheckFinding[] {
  const plain = plainText(text);
  if (plain.length <= most) return [];
  let length = 0;
  for (const _piece of piecesOf(plain, segmenterFor(ANY_LANGUAGE, 'grapheme'))) length += 1;
  if (length <= most) return [];
  const detail = `The text has ${length} characters; at most ${most} have room.`;
  return [{ code: 'too_long', severity: 'error', detail, ids: [] }];
}
