/** Widths in em, a little above those of the usual sans-serif faces, because the reader's own face is unknown. */
const NARROW = /[iljtfrI.,:;'|!()[\]/ -]/u;
const WIDE = /[mwMW@%\p{Lu}]/u;
const FULL =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFFEF]|\p{Extended_Pictographic}/u;

function emOf(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  if (FULL.test(character)) return 1.1;
  if (NARROW.test(character)) return 0.36;
  return WIDE.test(character) ? 0.8 : 0.59;
}

/** Approximate width in px of a line set in a sans-serif face of that size in px. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const character of text) em += emOf(character);
  return em * fontSize;
}

interface Room {
  fontSize: number;
  width: number;
  /** text that does not fit into so many lines ends in … */
  lines: number;
}

/** Breaks a text into lines that fit: at spaces, and inside a word only where the word alone is too long. */
export function wrapText(text: string, { fontSize, width, lines }: Room): string[] {
  const fits = (line: string) => textWidth(line, fontSize) <= width;
  const wrapped: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((word) => pieces(word, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
    } else {
      wrapped.push(line);
      line = word;
    }
  }
  wrapped.push(line);
  if (wrapped.length <= lines) return wrapped;
  const kept = wrapped.slice(0, lines);
  return [...kept.slice(0, -1), shortened(kept.at(-1)!, fits)];
}

function pieces(word: string, fits: (line: string) => boolean): string[] {
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && !fits(piece + character)) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}

function shortened(line: string, fits: (line: string) => boolean): string {
  const characters = Array.from(line);
  while (characters.length > 0 && !fits(`${characters.join('')}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
