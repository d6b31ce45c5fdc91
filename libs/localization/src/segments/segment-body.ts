import type { Tree } from '@lezer/common';
import { frontMatterOf } from '../front-matter.js';
import { blocksOf, withLineFeeds } from './block-parser.js';
import { htmlPieces } from './html-pieces.js';
import { isHtml } from './html-body.js';
import { inlineParserOf } from './inline-parser.js';
import { leavesOf } from './markdown-leaves.js';
import { marksOf } from './markdown-marks.js';
import { type Piece, type Segmented, cut, pieceOf } from './template.js';

/**
 * Takes a body of Markdown or HTML apart into units and what stands around them; `assembleBody` puts it together again,
 * byte for byte, whatever it is. Code, front matter, comments and formulas are no units, nor is a paragraph without a
 * letter or digit. Bounds: a block of more than 50,000 characters or 500 signs of Markdown is a unit without codes, a line
 * nested deeper than 32 quotes and lists or indented by more than 160 columns is no unit.
 */
export function segmentBody(body: string, { locale }: { locale?: string } = {}): Segmented {
  const frontMatter = frontMatterOf(body);
  const { format, pieces } = piecesOf(body, frontMatter.length);
  return { format, ...cut({ body, frontMatter, pieces }, locale) };
}

function piecesOf(body: string, start: number): { format: Segmented['format']; pieces: Piece[] } {
  const whole = { from: start, to: body.length };
  const text = withLineFeeds(textBehind(body, start));
  const blocks = blocksOf(text);
  return isHtml(text, blocks)
    ? { format: 'html', pieces: htmlPieces(body, whole) }
    : { format: 'markdown', pieces: markdownPieces({ body, text }, blocks) };
}

function markdownPieces(parsed: { body: string; text: string }, blocks: Tree): Piece[] {
  const { body } = parsed;
  const { leaves, defined } = leavesOf(blocks, parsed);
  const rules = { parser: inlineParserOf(defined), defined };
  const pieces: Piece[] = [];
  for (const leaf of leaves) {
    if (leaf.kind === 'html') {
      for (const piece of htmlPieces(body, { ...leaf, rules })) pieces.push(piece);
      continue;
    }
    const { kind, lines } = leaf;
    const [from, to] = [lines[0]!.from, lines.at(-1)!.to];
    const piece = pieceOf(body, { kind, from, to, marks: marksOf(body, { lines, rules }) });
    if (piece !== null) pieces.push(piece);
  }
  return pieces;
}

/** The body with front matter and a byte order mark blank, so that places in it stay what they are. */
function textBehind(body: string, start: number): string {
  const begin = body.startsWith('\uFEFF', start) ? start + 1 : start;
  return '\n'.repeat(begin) + body.slice(begin);
}
