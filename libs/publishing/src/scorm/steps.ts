/** A part of a course that is shown at one time. */
export interface Step {
  /** text of its first heading as it stands in HTML, or '' */
  title: string;
  /** safe HTML, balanced */
  html: string;
}

/** Steps at most; what follows stays in the last one. */
const MOST_STEPS = 300;
/** Tags around headings that are closed at the end of a step and opened again in the next. */
const WRAPPERS = new Set(['div', 'section', 'article', 'main']);
const VOID_TAGS = new Set(['br', 'hr', 'img', 'wbr', 'col']);
/** Any tag of HTML that was made safe: it has no comments, and no angle bracket in a value. */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [^<>]*)?)>/gu;
const HEADING = /<(h[1-6])(?: [^<>]*)?>(.*?)<\/\1>/gsu;

interface Wrapper {
  name: string;
  tag: string;
}
interface Cut {
  at: number;
  around: readonly Wrapper[];
}

/**
 * Divides safe HTML before each heading of level 1 and 2 that stands in no list, quote or table. A heading with nothing
 * below it goes with what follows. There is always one step.
 */
export function stepsOf(html: string): Step[] {
  const cuts: Cut[] = [{ at: 0, around: [] }, ...cutsIn(html)];
  const parts = cuts.map(({ at, around }, index) => {
    const next = cuts[index + 1];
    const opened = around.map(({ tag }) => tag).join('');
    const closed = (next?.around ?? []).map(({ name }) => `</${name}>`).toReversed();
    return opened + html.slice(at, next?.at ?? html.length) + closed.join('');
  });
  return joinBare(parts).map((html) => ({ title: titleOf(html), html }));
}

function cutsIn(html: string): Cut[] {
  const cuts: Cut[] = [];
  const open: Wrapper[] = [];
  let others = 0;
  for (const { 0: tag, 1: slash, 2: name = '', index } of html.matchAll(TAG)) {
    if (VOID_TAGS.has(name)) continue;
    const isWrapper = WRAPPERS.has(name);
    if (slash === '/') {
      if (isWrapper && others === 0) open.pop();
      else others -= 1;
      continue;
    }
    const divides = (name === 'h1' || name === 'h2') && others === 0;
    if (divides && cuts.length + 1 < MOST_STEPS) cuts.push({ at: index, around: [...open] });
    // A wrapper inside something else is no wrapper: it is closed before that is.
    if (isWrapper && others === 0) open.push({ name, tag: tag.replace(/ id="[^"]*"/u, '') });
    else others += 1;
  }
  return cuts;
}

/** Puts what has only headings in front of what follows it, and drops what is empty. */
function joinBare(parts: readonly string[]): string[] {
  const joined: string[] = [];
  let waiting = '';
  for (const part of parts) {
    waiting += part;
    if (isBare(part)) continue;
    joined.push(waiting);
    waiting = '';
  }
  return joined.length === 0 || textOf(waiting).trim() !== '' ? [...joined, waiting] : joined;
}

function isBare(html: string): boolean {
  const below = html.replace(HEADING, '');
  return !below.includes('<img ') && textOf(below).trim() === '';
}

function titleOf(html: string): string {
  const [first] = html.matchAll(HEADING);
  return textOf(first?.[2] ?? '').trim();
}

function textOf(html: string): string {
  return html.replace(TAG, '');
}
