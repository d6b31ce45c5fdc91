import markdownIt, { type StateBlock, type Token } from 'markdown-it';
import { type Direction, runsAgainst } from '../direction.js';
import { TooIntricate } from './too-intricate.js';

/** Deepest nesting of quotes and lists that is read; a list in a list takes two. */
const DEEPEST = 60;
/** How much longer than the body its addresses may become where it names each many times. */
const MOST_GROWTH = 10;
const ALWAYS_ALLOWED_GROWTH = 10_000;
const LONGEST_ID = 80;

// What lies deeper than `maxNesting` is dropped without a word, so that limit must never be reached.
const reader = markdownIt({ html: true, linkify: true, maxNesting: DEEPEST + 40 });
// Only what is written with its scheme: "Node.js" is no address.
reader.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
reader.block.ruler.before('html_block', 'markdown_in_html', openMarkdownInHtml, {
  alt: ['paragraph', 'reference', 'blockquote'],
});

/**
 * Markdown (CommonMark, tables, strikethrough, task lists, addresses) as HTML that nobody has made safe yet.
 * Throws TooIntricate for a text whose HTML would lose something or be many times as long.
 */
export function htmlOfMarkdown(markdown: string, direction: Direction): string {
  const env = {};
  const tokens = reader.parse(markdown, env);
  refuseIntricate(tokens, markdown.length);
  nameHeadings(tokens);
  markTasks(tokens);
  for (const token of tokens) {
    if (token.type === 'inline') isolate(token, direction);
  }
  return reader.renderer.render(tokens, reader.options, env);
}

const OPENING_TAG = /^<[a-z][a-z0-9]*(?: [^<>]*)? markdown="1"[^<>]*>$/u;
/** Longest line that is looked at as an opening tag. */
const LONGEST_TAG = 500;

/** `<div markdown="1">` alone in a line: what follows is Markdown, as kramdown and others read it. */
function openMarkdownInHtml(
  state: StateBlock,
  line: number,
  _end: number,
  silent: boolean,
): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const end = state.eMarks[line] ?? start;
  if (end - start > LONGEST_TAG || (state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  const tag = state.src.slice(start, end).trimEnd();
  if (!OPENING_TAG.test(tag)) return false;
  if (silent) return true;
  state.line = line + 1;
  state.push('html_block', '', 0).content = `${tag}\n`;
  return true;
}

function refuseIntricate(tokens: readonly Token[], length: number): void {
  let addresses = 0;
  for (const token of tokens) {
    if (token.level > DEEPEST) throw new TooIntricate();
    for (const child of token.children ?? []) {
      for (const [, value] of child.attrs ?? []) addresses += String(value).length;
    }
  }
  if (addresses > length * MOST_GROWTH + ALWAYS_ALLOWED_GROWTH) throw new TooIntricate();
}

/** Gives each heading an id of its words, so that a text can point into itself. */
function nameHeadings(tokens: readonly Token[]): void {
  const counts = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const words = textOf(tokens[index + 1])
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
    const id = words.slice(0, LONGEST_ID).replace(/^-|-$/gu, '') || 'untitled';
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    token.attrSet('id', count === 0 ? id : `${id}-${count}`);
  }
}

/** `- [ ] open` and `- [x] done` become classes of their items. */
function markTasks(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const inline = tokens[index + 2];
    if (token.type !== 'list_item_open' || inline?.type !== 'inline') continue;
    const first = inline.children?.[0];
    const [mark, state] = (first?.type === 'text' && /^\[([ xX])\] /u.exec(first.content)) || [];
    if (first === undefined || mark === undefined) continue;
    first.content = first.content.slice(mark.length);
    token.attrSet('class', state === ' ' ? 'todo' : 'done');
  }
}

/** Keeps the marks of a text in place that runs against its surroundings, and of addresses. */
function isolate(inline: Token, direction: Direction): void {
  const children = inline.children ?? [];
  for (const [index, token] of children.entries()) {
    const text = children[index + 1];
    const isAddress = text?.type === 'text' && /^(?:https?:\/\/|mailto:)/u.test(text.content);
    if (token.type === 'link_open' && isAddress) token.attrSet('dir', 'ltr');
  }
  if (!runsAgainst(direction, textOf(inline))) return;
  const open = new (inline.constructor as typeof Token)('html_inline', '', 0);
  const close = new (inline.constructor as typeof Token)('html_inline', '', 0);
  open.content = '<bdi>';
  close.content = '</bdi>';
  inline.children = [open, ...children, close];
}

function textOf(inline: Token | undefined): string {
  const texts = inline?.children?.filter(({ type }) => type === 'text' || type === 'code_inline');
  return texts?.map(({ content }) => content).join('') ?? '';
}
