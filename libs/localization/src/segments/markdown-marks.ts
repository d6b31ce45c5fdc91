import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import type { MarkdownParser } from '@lezer/markdown';
import type { CodeType } from '../text/unit.js';
import { type BlockLine, linkLabel } from './edge-lines.js';
import { type Mark, withLineEnds } from './inline-text.js';
import { tagMark } from './tag-marks.js';

/**
 * Signs that may begin or end a mark, and characters, of a block at most: the parser's time grows with the square of
 * both. A block that has more is words alone.
 */
const MOST_SIGNS = 500;
const LONGEST_BLOCK = 50_000;
const SIGNS = new Set('*_~[]`<');

/** What a text has that has any mark; most have none. */
const MARKED = /[*_~[\]`<\\&{$:@]|www\.| {2}\n/iu;

/** What the marks of a block are found with. */
export interface InlineRules {
  parser: MarkdownParser;
  defined: ReadonlySet<string>;
}

/** The marks in a block of text, in order, its ends of lines among them. */
export function marksOf(
  body: string,
  { lines, rules }: { lines: BlockLine[]; rules: InlineRules },
): Mark[] {
  const ends = lines.slice(1).map(({ from }, index) => ({ from: lines[index]!.to, to: from }));
  const text = lines.map(({ from, to }) => body.slice(from, to)).join('\n');
  const marks = isParsed(text) ? inlineMarks(text, rules) : [];
  const placeOf = placesIn(lines);
  const placed = marks.map((mark) => ({ ...mark, from: placeOf(mark.from), to: placeOf(mark.to) }));
  return withLineEnds(body, { marks: placed, ends });
}

/** Gives the place in the body of a place in the joined lines; to be asked in order. */
function placesIn(lines: BlockLine[]): (at: number) => number {
  const starts: number[] = [];
  let start = 0;
  for (const { from, to } of lines) {
    starts.push(start);
    start += to - from + 1;
  }
  let line = 0;
  return (at) => {
    while (line + 1 < lines.length && starts[line + 1]! <= at) line += 1;
    return lines[line]!.from + at - starts[line]!;
  };
}

function isParsed(text: string): boolean {
  if (text.length > LONGEST_BLOCK || !MARKED.test(text)) return false;
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (SIGNS.has(text[at]!)) signs += 1;
  }
  return signs <= MOST_SIGNS;
}

function inlineMarks(text: string, { parser, defined }: InlineRules): Mark[] {
  const marks: Mark[] = [];
  parser.parse(text).iterate({
    enter: (node) => {
      const found = marksFor(node, { text, defined });
      if (found === 'inside') return true;
      if (found.length === 1) marks.push(found[0]!);
      else marks.push(...found);
      return found.length !== 1;
    },
  });
  return marks.toSorted((one, other) => one.from - other.from);
}

/** The marks of a node: one that stands alone, the two of a pair, or `inside` for one that has none of its own. */
function marksFor(
  node: SyntaxNodeRef,
  { text, defined }: { text: string; defined: ReadonlySet<string> },
): Mark[] | 'inside' {
  switch (node.name) {
    case 'Emphasis':
      return pairOf(node, 'emphasis');
    case 'StrongEmphasis':
      return pairOf(node, 'strong');
    case 'Strikethrough':
      return pairOf(node, 'strike');
    case 'Link':
    case 'Image':
      return isLink(node.node, { text, defined })
        ? pairOf(node, node.name === 'Link' ? 'link' : 'image')
        : 'inside';
    case 'InlineCode':
      return [alone(node, 'code')];
    case 'HardBreak':
      return [alone(node, 'break')];
    case 'Autolink':
    case 'Address':
      return [alone(node, 'link')];
    case 'FootnoteMark':
      return [alone(node, 'footnote')];
    case 'Variable':
      return [alone(node, 'variable')];
    case 'Attributes':
    case 'Shortcode':
    case 'Alert':
      return [alone(node, 'other')];
    case 'Entity':
    case 'Comment':
    case 'ProcessingInstruction':
      return [alone(node, 'html')];
    case 'HTMLTag':
      return [tagMark(text, { from: node.from, to: node.to })];
    default:
      return 'inside';
  }
}

function alone({ from, to }: SyntaxNodeRef, type: CodeType): Mark {
  return { from, to, role: 'alone', type };
}

/** The two marks around the words: of a link, its target belongs to the second. */
function pairOf(node: SyntaxNodeRef, type: CodeType): Mark[] {
  const [first, second] = signsOf(node.node);
  if (first === undefined || second === undefined) return [alone(node, type)];
  return [
    { from: node.from, to: first.to, role: 'open', type },
    { from: second.from, to: node.to, role: 'close', type },
  ];
}

/** `[` and `]` of a link are its first two signs, and of all else there are no more. */
function signsOf(node: SyntaxNode): SyntaxNode[] {
  const signs: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name.endsWith('Mark') && child.name !== 'FootnoteMark') signs.push(child);
  }
  return signs;
}

/** A link with a target in it, or one whose label is defined in the body. */
function isLink(
  node: SyntaxNode,
  { text, defined }: { text: string; defined: ReadonlySet<string> },
): boolean {
  const [first, second, third] = signsOf(node);
  if (first === undefined || second === undefined) return false;
  if (third !== undefined) return true;
  const label = node.getChild('LinkLabel');
  const written = label === null ? '' : text.slice(label.from + 1, label.to - 1).trim();
  return defined.has(linkLabel(written === '' ? text.slice(first.to, second.from) : written));
}
