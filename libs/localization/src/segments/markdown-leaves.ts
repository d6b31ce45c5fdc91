import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import type { UnitKind } from '../text/unit.js';
import { type BlockLine, withoutEdges } from './edge-lines.js';

/** A block of Markdown that holds text, line by line. */
export interface TextLeaf {
  kind: UnitKind;
  lines: BlockLine[];
}

/** A block of HTML between blocks of Markdown. */
export interface HtmlLeaf {
  kind: 'html';
  from: number;
  to: number;
}

/** What a body of Markdown holds for translation, in order. */
export interface Leaves {
  leaves: (TextLeaf | HtmlLeaf)[];
  /** labels of the links that are defined anywhere in the body */
  defined: ReadonlySet<string>;
}

/** A body, and the text of the same length where its blocks were found, with line feeds alone. */
export interface ParsedBody {
  body: string;
  text: string;
}

/** Finds paragraphs, headings, cells and blocks of HTML; code, math and HTML inside of quotes are left out. */
export function leavesOf(tree: Tree, source: ParsedBody): Leaves {
  const found: (TextLeaf | HtmlLeaf)[] = [];
  const defined = new Set<string>();
  let items = 0;
  tree.iterate({
    enter: (node) => {
      if (node.name === 'ListItem') items += 1;
      const leaf = leafOf(node, { source, isInList: items > 0 });
      if (leaf === 'inside') return true;
      if (leaf !== null) found.push(leaf);
      return false;
    },
    leave: ({ name }) => {
      if (name === 'ListItem') items -= 1;
    },
  });
  const leaves: (TextLeaf | HtmlLeaf)[] = [];
  for (const leaf of withoutMath(found, source)) {
    if (leaf.kind === 'html') {
      leaves.push(leaf);
      continue;
    }
    const cut = withoutEdges(source.text, leaf.lines);
    for (const label of cut.defined) defined.add(label);
    if (cut.lines.length > 0) leaves.push({ kind: leaf.kind, lines: cut.lines });
  }
  return { leaves, defined };
}

/** The leaf that a node is, null for a node without text, `inside` for one that holds other blocks. */
function leafOf(
  node: SyntaxNodeRef,
  { source, isInList }: { source: ParsedBody; isInList: boolean },
): TextLeaf | HtmlLeaf | 'inside' | null {
  const { name, from, to } = node;
  switch (name) {
    case 'Document':
    case 'Blockquote':
    case 'BulletList':
    case 'OrderedList':
    case 'ListItem':
    case 'Table':
    case 'TableHeader':
    case 'TableRow':
      return 'inside';
    case 'Paragraph':
      return textLeaf(isInList ? 'list_item' : 'paragraph', { node, source });
    case 'Task':
      return textLeaf('list_item', { node, source });
    case 'TableCell':
      return { kind: 'table_cell', lines: [{ from, to }] };
    case 'HTMLBlock':
      return node.node.getChild('QuoteMark') === null ? { kind: 'html', from, to } : null;
    default:
      return name.startsWith('ATXHeading') || name.startsWith('SetextHeading')
        ? textLeaf('heading', { node, source })
        : null;
  }
}

/** The lines of a leaf between the marks that make it a heading or a task. */
function textLeaf(
  kind: UnitKind,
  { node, source }: { node: SyntaxNodeRef; source: ParsedBody },
): TextLeaf | null {
  let { from, to } = node;
  const quotes: number[] = [];
  const hasParts = node.tree === null || node.tree.children.length > 0;
  let child: SyntaxNode | null = hasParts ? node.node.firstChild : null;
  for (; child; child = child.nextSibling) {
    if (child.name === 'QuoteMark') quotes.push(child.to);
    else if (child.from === from) from = child.to;
    else to = Math.min(to, child.from);
  }
  const lines = linesOf(source, { from, to, quotes });
  return lines.length === 0 ? null : { kind, lines };
}

/** Lines that hold anything, each from behind the signs of quotes and the white space at its beginning. */
export function linesOf(
  { body, text }: ParsedBody,
  { from, to, quotes }: { from: number; to: number; quotes: number[] },
): BlockLine[] {
  const lines: BlockLine[] = [];
  let quote = 0;
  for (let start = from; start < to;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 || found > to ? to : found;
    let begin = start;
    while (quote < quotes.length && quotes[quote]! <= end) begin = quotes[quote++]!;
    begin = Math.max(begin, start);
    while (begin < end && isBlank(text, begin)) begin += 1;
    const isCarriageReturn = body[end - 1] === '\r';
    if (begin < end) lines.push({ from: begin, to: isCarriageReturn ? end - 1 : end });
    start = end + 1;
  }
  return lines;
}

function isBlank(text: string, at: number): boolean {
  const char = text[at];
  return char === ' ' || char === '\t';
}

/** Leaves out what stands from a paragraph that begins with `$$` to the one that ends with `$$`. */
function withoutMath(
  leaves: (TextLeaf | HtmlLeaf)[],
  { text }: ParsedBody,
): (TextLeaf | HtmlLeaf)[] {
  const isFence = (at: number) => text.startsWith('$$', at);
  const endsMath = (leaf: TextLeaf | HtmlLeaf) =>
    leaf.kind !== 'html' &&
    text.slice(leaf.lines[0]!.from, leaf.lines.at(-1)!.to).trimEnd().endsWith('$$');
  const beginsMath = (leaf: TextLeaf | HtmlLeaf) =>
    leaf.kind !== 'html' && isFence(leaf.lines[0]!.from);
  const last = leaves.findLastIndex(endsMath);
  let isMath = false;
  return leaves.filter((leaf, index) => {
    const [begins, ends] = [beginsMath(leaf), endsMath(leaf)];
    if (isMath) {
      if (ends) isMath = false;
      return false;
    }
    if (!begins) return true;
    const { lines } = leaf as TextLeaf;
    const isWhole = ends && lines.at(-1)!.to - lines[0]!.from > 3;
    if (!isWhole && index >= last) return true;
    isMath = !isWhole;
    return false;
  });
}
