import { createHash } from 'node:crypto';
import { frontMatterOf } from './front-matter.js';

/** A part of a body from one heading to the next. */
export interface BodySection {
  /**
   * Its heading and those above it, each in lower-case words joined by hyphens, as a path: `pricing/discounts`. What
   * stands before the first heading is `start`. A path that occurs again gets a number: `notes`, `notes-2`.
   */
  key: string;
  /** the heading as it is written, or null for what stands before the first */
  title: string | null;
  /** SHA-256 of its characters from the heading on, hex */
  digest: string;
}

/** Sections at most; of a text with more headings, the deepest do not divide it. */
const MOST_SECTIONS = 500;
/** Longest part of a key; real headings have some forty characters. */
const LONGEST_WORDS = 80;

interface Heading {
  /** 1 to 6 */
  depth: number;
  title: string;
  /** where its line begins */
  start: number;
}

/**
 * The sections of a Markdown body in their order. Together they are the whole text, byte for byte; `#` in fenced code or
 * front matter is no heading. A text without headings is one section, an empty one has none. Reads each line once, so
 * that no text, whatever it holds, takes longer than its length.
 */
export function sectionsOf(body: string): BodySection[] {
  if (body === '') return [];
  const headings = dividing(headingsIn(body));
  const first = headings[0]?.start ?? body.length;
  const sections: BodySection[] =
    first === 0 ? [] : [{ key: 'start', title: null, digest: digestOf(body.slice(0, first)) }];
  const counts = new Map(sections.map(({ key }) => [key, 1]));
  const above: { depth: number; words: string }[] = [];
  for (const [index, { depth, title, start }] of headings.entries()) {
    while ((above.at(-1)?.depth ?? 0) >= depth) above.pop();
    above.push({ depth, words: wordsOf(title) });
    const key = unlike(counts, above.map(({ words }) => words).join('/'));
    const text = body.slice(start, headings[index + 1]?.start ?? body.length);
    sections.push({ key, title, digest: digestOf(text) });
  }
  return sections;
}

const ATX = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/u;
const SETEXT = /^ {0,3}(=+|-+)[ \t]*$/u;
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/u;
/** What a line of a paragraph does not begin with, so that no underline below it makes a heading of it. */
const NO_PARAGRAPH = /^(?: {4}|\t| {0,3}(?:[>#]|[-*+][ \t]|\d{1,9}[.)][ \t]|<))/u;
/** Longest line that is looked at as a heading; real ones have some hundred characters. */
const LONGEST_HEADING = 1000;

/** ATX and setext headings outside fenced code and front matter. */
function headingsIn(body: string): Heading[] {
  const headings: Heading[] = [];
  let fence: string | null = null;
  /** the line before, where an underline would make a heading of it */
  let paragraph: { start: number; text: string } | null = null;
  for (const { start, text } of linesFrom(body, frontMatterOf(body).length)) {
    const [, marks, info = ''] = FENCE.exec(text) ?? [];
    if (fence !== null) {
      const closes = marks?.startsWith(fence) === true && info.trim() === '';
      if (closes) fence = null;
      continue;
    }
    if (marks !== undefined && !(marks.startsWith('`') && info.includes('`'))) {
      fence = marks;
      paragraph = null;
      continue;
    }
    const [, hashes, title = ''] = ATX.exec(text) ?? [];
    const underline: string | undefined = paragraph === null ? undefined : SETEXT.exec(text)?.[1];
    if (hashes !== undefined) {
      headings.push({ depth: hashes.length, title: withoutClosing(title), start });
    } else if (underline !== undefined && paragraph !== null) {
      const depth = underline.startsWith('=') ? 1 : 2;
      headings.push({ depth, title: paragraph.text.trim(), start: paragraph.start });
    }
    const isText: boolean = hashes === undefined && underline === undefined && text.trim() !== '';
    paragraph = isText && !NO_PARAGRAPH.test(text) ? { start, text } : null;
  }
  return headings;
}

/** Lines without their ends, each with where it begins; of a very long one only the beginning. */
function* linesFrom(body: string, from: number): Generator<{ start: number; text: string }> {
  for (let start = from; start < body.length;) {
    const end = body.indexOf('\n', start);
    const stop = end === -1 ? body.length : end;
    const text = body.slice(start, Math.min(stop, start + LONGEST_HEADING));
    yield { start, text: text.endsWith('\r') ? text.slice(0, -1) : text };
    start = stop + 1;
  }
}

/** `Title ##` reads "Title". */
function withoutClosing(title: string): string {
  let end = title.trimEnd().length;
  while (end > 0 && title[end - 1] === '#') end -= 1;
  const isClosing = end === 0 || title[end - 1] === ' ' || title[end - 1] === '\t';
  return (isClosing ? title.slice(0, end) : title).trim();
}

/** The headings that divide: of a text with very many, the deepest are left out. */
function dividing(headings: Heading[]): Heading[] {
  for (let deepest = 6; deepest > 0; deepest -= 1) {
    const dividers = headings.filter(({ depth }) => depth <= deepest);
    if (dividers.length < MOST_SECTIONS) return dividers;
  }
  return [];
}

/** The path itself, or with the first number that no other key has. */
function unlike(counts: Map<string, number>, path: string): string {
  let count = (counts.get(path) ?? 0) + 1;
  let key = count === 1 ? path : `${path}-${count}`;
  while (count > 1 && counts.has(key)) {
    count += 1;
    key = `${path}-${count}`;
  }
  counts.set(path, count);
  if (key !== path) counts.set(key, 1);
  return key;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Letters and digits of any script, in lower case, joined by hyphens; marks of emphasis and links are no words. */
function wordsOf(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .join('-');
  return [...words].slice(0, LONGEST_WORDS).join('') || 'untitled';
}
