import type { UnitKind } from '../text/unit.js';
import { type HtmlAttribute, type HtmlTag, type HtmlToken, htmlTokens } from './html-tokens.js';
import { type Mark, withLineEnds } from './inline-text.js';
import { linesOf } from './markdown-leaves.js';
import { type InlineRules, marksOf } from './markdown-marks.js';
import { VOID, tagMark } from './tag-marks.js';
import { type Piece, type Stretch, pieceOf } from './template.js';
import { variableMarks } from './variables.js';

/** Elements that stand inside of a sentence; all others begin and end a unit. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small ' +
    'span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Elements that hold no words for people, or words that must stay as they are. */
const OPAQUE = new Set(
  'script style pre textarea template xmp iframe noembed noframes plaintext object math'.split(' '),
);

const KINDS = new Map<string, UnitKind>([
  ['li', 'list_item'],
  ['td', 'table_cell'],
  ['th', 'table_cell'],
  ['caption', 'caption'],
  ['figcaption', 'caption'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'] as const),
]);

/** Attributes with words that people read; those of elements inside of a unit belong to its codes. */
const READ = new Set(['alt', 'title']);

/** An open block element, and what the text in it is. */
interface Surrounding {
  name: string;
  kind: UnitKind;
  /** `markdown="1"`, which says that its text is Markdown though it stands in HTML */
  isMarkdown: boolean;
}

const OUTSIDE: Surrounding = { name: '', kind: 'paragraph', isMarkdown: false };
/** How far up an end tag looks for its start; whatever lies between was never closed. */
const MOST_UNCLOSED = 50;

/**
 * The units in a stretch of HTML: what stands between the tags of block elements with the inline elements in it, and the
 * `alt` and `title` of elements that stand alone. Contents of `pre`, `script`, `style` and the like are none. With `rules`,
 * the text in an element with an attribute `markdown` is read as Markdown.
 */
export function htmlPieces(
  body: string,
  { from, to, rules }: { from: number; to: number; rules?: InlineRules },
): Piece[] {
  const pieces: Piece[] = [];
  const open: Surrounding[] = [];
  let run: HtmlToken[] = [];
  const flush = (): void => {
    const { kind, isMarkdown } = open.at(-1) ?? OUTSIDE;
    pieces.push(...runPieces(body, { kind, run, rules: isMarkdown ? rules : undefined }));
    run = [];
  };
  for (const token of withoutOpaque(htmlTokens(body.slice(from, to)))) {
    const placed = placedToken(token, from);
    if (!('name' in placed) || INLINE.has(placed.name)) {
      run.push(placed);
      continue;
    }
    flush();
    pieces.push(...attributePieces(body, placed.attributes));
    if (placed.kind === 'end') closeElement(open, placed.name);
    else if (!VOID.has(placed.name)) open.push(surroundingOf(placed));
  }
  flush();
  return pieces;
}

function surroundingOf({ name, attributes }: HtmlTag): Surrounding {
  const isMarkdown = attributes.some((attribute) => attribute.name === 'markdown');
  return { name, kind: KINDS.get(name) ?? 'paragraph', isMarkdown };
}

function closeElement(open: Surrounding[], name: string): void {
  const lowest = Math.max(0, open.length - MOST_UNCLOSED);
  const found = open.findLastIndex((each, index) => index < lowest || each.name === name);
  if (found >= lowest) open.length = found;
}

/** The text between two blocks: one unit, or where it has no words, the attributes in its tags. */
function runPieces(
  body: string,
  { kind, run, rules }: { kind: UnitKind; run: HtmlToken[]; rules: InlineRules | undefined },
): Piece[] {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return [];
  const stretch = { kind, from: first.from, to: last.to };
  const piece =
    rules === undefined
      ? htmlPiece(body, { stretch, run })
      : pieceOf(body, { ...stretch, marks: markdownMarks(body, { stretch, rules }) });
  if (piece !== null) return [piece];
  return run.flatMap((token) =>
    'attributes' in token ? attributePieces(body, token.attributes) : [],
  );
}

function htmlPiece(
  body: string,
  { stretch, run }: { stretch: Omit<Stretch, 'marks'>; run: HtmlToken[] },
): Piece | null {
  const marks = run.flatMap((token) =>
    token.kind === 'text' ? variableMarks(body, token) : [tagMark(body, token)],
  );
  const bare = pieceOf(body, { ...stretch, marks });
  if (bare === null) return null;
  const ends = lineEnds(body, { run, within: bare });
  return pieceOf(body, { ...bare, marks: withLineEnds(body, { marks, ends }) });
}

function markdownMarks(
  body: string,
  { stretch, rules }: { stretch: { from: number; to: number }; rules: InlineRules },
): Mark[] {
  const lines = linesOf({ body, text: body }, { ...stretch, quotes: [] });
  return lines.length === 0 ? [] : marksOf(body, { lines, rules });
}

function attributePieces(body: string, attributes: HtmlAttribute[]): Piece[] {
  return attributes
    .filter(({ name }) => READ.has(name))
    .map(({ from, to }) => pieceOf(body, { kind: 'attribute', from, to, marks: [] }))
    .filter((piece) => piece !== null);
}

/** Ends of lines in the words of a unit, each with the white space around it. */
function lineEnds(
  body: string,
  { run, within }: { run: HtmlToken[]; within: { from: number; to: number } },
): { from: number; to: number }[] {
  const ends: { from: number; to: number }[] = [];
  for (const { kind, from, to } of run) {
    if (kind !== 'text') continue;
    const stop = Math.min(to, within.to);
    for (let at = Math.max(from, within.from); at < stop;) {
      const found = body.indexOf('\n', at);
      if (found === -1 || found >= stop) break;
      let end = found + 1;
      while (end < stop && ' \t\r\n'.includes(body[end]!)) end += 1;
      ends.push({ from: found > at && body[found - 1] === '\r' ? found - 1 : found, to: end });
      at = end;
    }
  }
  return ends;
}

/** Makes one token of each opaque element with all that stands in it. */
function withoutOpaque(tokens: HtmlToken[]): HtmlToken[] {
  const kept: HtmlToken[] = [];
  let opaque: { name: string; depth: number } | null = null;
  for (const token of tokens) {
    if (opaque !== null) {
      if ('name' in token && token.name === opaque.name) {
        opaque.depth += token.kind === 'start' ? 1 : -1;
      }
      if (opaque.depth > 0) continue;
      opaque = null;
    } else if (token.kind === 'start' && OPAQUE.has(token.name)) {
      opaque = { name: token.name, depth: 1 };
    }
    kept.push(token);
  }
  return kept;
}

function placedToken(token: HtmlToken, by: number): HtmlToken {
  const placed = { ...token, from: token.from + by, to: token.to + by };
  if (!('attributes' in placed)) return placed;
  const attributes = placed.attributes.map((each) => ({
    ...each,
    from: each.from + by,
    to: each.to + by,
  }));
  return { ...placed, attributes };
}
