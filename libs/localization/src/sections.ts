import { createHash } from 'node:crypto';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';

type RootContent = ReturnType<typeof fromMarkdown>['children'][number];
type Heading = Extract<RootContent, { type: 'heading' }>;

/** A part of a body from one heading to the next. */
export interface BodySection {
  /**
   * Its heading and those above it, each in lower-case words joined by hyphens, as a path: `pricing/discounts`. What
   * stands before the first heading is `start`. A path that occurs again gets a number: `notes`, `notes-2`.
   */
  key: string;
  /** the heading as it reads, or null for what stands before the first */
  title: string | null;
  /** SHA-256 of its characters from the heading on, hex */
  digest: string;
}

const MOST_SECTIONS = 500;
/** Longest part of a key; real headings have some forty characters. */
const LONGEST_WORDS = 80;

/**
 * The sections of a Markdown body in their order. Together they are the whole text, byte for byte; headings inside
 * quotes, lists and code are no section's beginning. A text without headings is one section, an empty one has none.
 */
export function sectionsOf(body: string): BodySection[] {
  if (body === '') return [];
  const { children } = fromMarkdown(body, {
    extensions: [frontmatter(['yaml', 'toml'])],
    mdastExtensions: [frontmatterFromMarkdown(['yaml', 'toml'])],
  });
  const headings = dividing(children.filter((node) => node.type === 'heading'));
  const starts = headings.map(({ position }) => position!.start.offset!);
  const first = starts[0] ?? body.length;
  const sections: BodySection[] =
    first === 0 ? [] : [{ key: 'start', title: null, digest: digestOf(body.slice(0, first)) }];
  const taken = new Set(sections.map(({ key }) => key));
  const above: { depth: number; words: string }[] = [];
  for (const [index, heading] of headings.entries()) {
    const title = textOf(heading);
    while ((above.at(-1)?.depth ?? 0) >= heading.depth) above.pop();
    above.push({ depth: heading.depth, words: wordsOf(title) });
    const key = unlike(taken, above.map(({ words }) => words).join('/'));
    taken.add(key);
    const text = body.slice(starts[index], starts[index + 1] ?? body.length);
    sections.push({ key, title, digest: digestOf(text) });
  }
  return sections;
}

/** The headings that divide: of a text with very many, the deepest are left out. */
function dividing(headings: Heading[]): Heading[] {
  for (let deepest = 6; deepest > 0; deepest -= 1) {
    const dividers = headings.filter(({ depth }) => depth <= deepest);
    if (dividers.length < MOST_SECTIONS) return dividers;
  }
  return [];
}

function unlike(taken: Set<string>, path: string): string {
  let key = path;
  for (let count = 2; taken.has(key); count += 1) key = `${path}-${count}`;
  return key;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function textOf(node: RootContent | Heading): string {
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

/** Letters and digits of any script, in lower case, joined by hyphens. */
function wordsOf(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .join('-');
  return [...words].slice(0, LONGEST_WORDS).join('') || 'untitled';
}
