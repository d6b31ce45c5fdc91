import type { Tree } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';

/**
 * Blocks without what stands in them. Definitions of links are left to `edge-lines`: the parser reads a paragraph that
 * begins with `[` again with each of its lines.
 */
const BLOCKS = parser.configure(GFM).configure({
  remove: [
    'LinkReference',
    'Escape',
    'Entity',
    'InlineCode',
    'HTMLTag',
    'Emphasis',
    'HardBreak',
    'Link',
    'Image',
    'LinkEnd',
    'Strikethrough',
    'Autolink',
  ],
});

/** Quotes and lists in one line, and columns of white space in it, at most; the parser's time grows with the square. */
const DEEPEST_NESTING = 32;
const WIDEST_INDENT = 160;

/**
 * The blocks of a text of Markdown as a tree with its positions. Lines nested deeper than 32 quotes and lists or indented
 * by more than 160 columns count as empty.
 */
export function blocksOf(text: string): Tree {
  return BLOCKS.parse(madeReadable(text));
}

/** The text with line feeds alone as ends of lines, every character in its place. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', ' \n').replaceAll('\r', '\n') : text;
}

/** The text as the parser can take it, every character in its place. */
function madeReadable(text: string): string {
  const parts: string[] = [];
  let end = 0;
  for (let start = 0; start < text.length;) {
    const stop = lineEnd(text, start);
    const line = readableLine(text, { from: start, to: stop });
    if (line !== null) {
      parts.push(text.slice(end, start), line);
      end = stop;
    }
    start = stop + 1;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(end);
}

function readableLine(text: string, line: { from: number; to: number }): string | null {
  const last = text[line.to - 1];
  if (last === ' ' || last === '\t') {
    const rule = withoutTrailingSpace(text.slice(line.from, line.to));
    if (rule !== null) return rule;
  }
  return isHostile(text, line) ? ' '.repeat(line.to - line.from) : null;
}

const TABLE_RULE = /^[>|:\- \t]+$/u;

/** The line below the head of a table, which the parser knows only without white space at its end; null for other lines. */
function withoutTrailingSpace(line: string): string | null {
  const rule = line.trimEnd();
  if (!rule.endsWith('|') || !TABLE_RULE.test(rule)) return null;
  return `${rule.slice(0, -1).padEnd(line.length - 1)}|`;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

const QUOTE_OR_LIST = /[ \t]|>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/uy;

function isHostile(text: string, { from, to }: { from: number; to: number }): boolean {
  let [nesting, columns] = [0, 0];
  for (let at = from; at < to && nesting <= DEEPEST_NESTING && columns <= WIDEST_INDENT;) {
    QUOTE_OR_LIST.lastIndex = at;
    const [sign] = QUOTE_OR_LIST.exec(text) ?? [];
    if (sign === undefined) return false;
    if (sign === ' ') columns += 1;
    else if (sign === '\t') columns += 4;
    else nesting += 1;
    at += sign.length;
  }
  return nesting > DEEPEST_NESTING || columns > WIDEST_INDENT;
}
