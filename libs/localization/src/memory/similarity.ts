import { distance } from 'fastest-levenshtein';
import { plainText } from '../text/segmented.js';
import { taggedText } from '../text/tagged.js';
import type { InlineText } from '../text/unit.js';
import { MOST_WORDS, tokensOf } from './tokens.js';

/**
 * How much of a known text serves for a wanted one, 0–100: 100 only where their tagged texts are equal, 99 where codes,
 * case, white space or punctuation differ and no word does, else the share of words that need no edit, rounded down;
 * 0 between texts of more than `MOST_WORDS` words that are not equal.
 */
export function matchScore(wanted: InlineText, known: InlineText): number {
  return scoreAgainst(wanted)(known);
}

/** `matchScore` of one wanted text with many known ones: the wanted one is taken apart once. */
export function scoreAgainst(wanted: InlineText): (known: InlineText) => number {
  const wantedTagged = taggedText(wanted);
  const wantedPlain = plainText(wanted);
  const wantedTokens = tokensOf(wantedPlain);
  const codes = new Map<string, string>();
  const wantedCoded = wantedTokens.length > MOST_WORDS ? '' : coded(wantedTokens, codes);
  return (known) => {
    if (taggedText(known) === wantedTagged) return 100;
    const plain = plainText(known);
    const tokens = tokensOf(plain);
    const longest = Math.max(tokens.length, wantedTokens.length);
    if (longest > MOST_WORDS) return 0;
    if (longest === 0) return squeezed(plain) === squeezed(wantedPlain) ? 99 : 0;
    const edits = distance(wantedCoded, coded(tokens, new Map(codes)));
    return Math.min(99, Math.floor((100 * (longest - edits)) / longest));
  };
}

function squeezed(plain: string): string {
  return plain.replaceAll(/\s+/gu, '');
}

/** Each word as one character, so that a distance between characters is one between words. */
function coded(tokens: string[], codes: Map<string, string>): string {
  let text = '';
  for (const token of tokens) {
    let code = codes.get(token);
    if (code === undefined) {
      code = String.fromCharCode(codes.size + 1);
      codes.set(token, code);
    }
    text += code;
  }
  return text;
}
