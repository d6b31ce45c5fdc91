import { characterOf, isControl } from '../exchange/xml-text.js';

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '"': '"',
  "'": "'",
  '?': '?',
  '\\': '\\',
};
const MARKS: Readonly<Record<string, string>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
  '"': String.raw`\"`,
  '\\': String.raw`\\`,
};
const SPECIAL = /["\\\p{Cc}\p{Surrogate}]/gu;

/** Words between quotes, in several lines where they are several. U+0000 and halves of surrogate pairs become U+FFFD. */
export function poString(words: string): string {
  const lines = words.split(/(?<=\n)/u).map((line) => `"${line.replaceAll(SPECIAL, escaped)}"`);
  return lines.length < 2 ? (lines[0] ?? '""') : `""\n${lines.join('\n')}`;
}

function escaped(character: string): string {
  const mark = MARKS[character];
  if (mark !== undefined) return mark;
  const codePoint = character.codePointAt(0) ?? 0;
  if (!isControl(codePoint)) return characterOf(codePoint);
  return `\\${codePoint.toString(8).padStart(3, '0')}`;
}

const NUMBERED = /^(?:x[0-9A-Fa-f]{1,2}|[0-7]{1,3})/u;

export type PoString = { words: string } | { wrongAt: number };

/** A quoted string; or the index of what is wrong with it. Numbered escapes are characters of ASCII. */
export function readPoString(quoted: string): PoString {
  const last = quoted.length - 1;
  if (!quoted.startsWith('"')) return { wrongAt: 0 };
  let words = '';
  let start = 1;
  for (let at = 1; at <= last; at += 1) {
    const character = quoted[at];
    if (character === '"') {
      return at === last ? { words: words + quoted.slice(start, at) } : { wrongAt: at };
    }
    if (character !== '\\') continue;
    const escape = escapeAt(quoted, at);
    if (escape === null) return { wrongAt: at };
    words += quoted.slice(start, at) + escape.character;
    at += escape.length;
    start = at + 1;
  }
  return { wrongAt: last };
}

/** The character behind a backslash, and how many characters name it. */
function escapeAt(quoted: string, at: number): { character: string; length: number } | null {
  const character = ESCAPES[quoted[at + 1] ?? ''];
  if (character !== undefined) return { character, length: 1 };
  const [digits] = NUMBERED.exec(quoted.slice(at + 1, at + 4)) ?? [];
  if (digits === undefined) return null;
  const code = digits.startsWith('x')
    ? Number.parseInt(digits.slice(1), 16)
    : Number.parseInt(digits, 8);
  return code < 0x80 ? { character: characterOf(code), length: digits.length } : null;
}
