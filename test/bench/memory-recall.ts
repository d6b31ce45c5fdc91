import { distance } from 'fastest-levenshtein';
import { piecesOf } from './memory-texts.js';

/** The best score that any known text has for each wanted one, from `least` on: every text is compared, none is looked up. */
export async function bestByComparing(
  known: AsyncIterable<string[]>,
  { wanted, least }: { wanted: string[]; least: number },
): Promise<number[]> {
  const letters = new Map<string, string>();
  const written = wanted.map((text) => lettersOf(text, letters));
  const best = wanted.map(() => 0);
  for await (const texts of known) {
    for (const text of texts) {
      const one = lettersOf(text, letters);
      for (const [index, other] of written.entries()) {
        const longer = Math.max(one.length, other.length);
        if (100 * Math.min(one.length, other.length) < least * longer) continue;
        const score = Math.floor((100 * (longer - distance(one, other))) / longer);
        if (score >= least && score > best[index]!) best[index] = score;
      }
    }
  }
  return best;
}

/** A letter for each word or mark: the vocabulary has fewer words than there are letters. */
function lettersOf(text: string, letters: Map<string, string>): string {
  let written = '';
  for (const piece of piecesOf(text)) {
    let letter = letters.get(piece);
    if (letter === undefined) {
      letter = String.fromCharCode(letters.size + 1);
      letters.set(piece, letter);
    }
    written += letter;
  }
  return written;
}
