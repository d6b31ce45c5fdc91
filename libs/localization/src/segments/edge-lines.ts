/** A line of a block without the signs of quotes and the indent before it, and without its end. */
export interface BlockLine {
  from: number;
  to: number;
}

/** Ends of definitions are looked for within so many characters; real ones have some hundred. */
const LONGEST_LINE = 2000;

const DEFINITION =
  /^\[(?!\^)((?:[^[\]\\]|\\.){1,999})\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)[ \t]*(?:[ \t](?:"[^"]*"|'[^']*'|\([^()]*\))[ \t]*)?$/u;
const FOOTNOTE_LABEL = /^\[\^[^\]\s]{1,200}\]:[ \t]*/u;
const DEFINED_TERM = /^:[ \t]+/u;
const FENCED_DIVISION = /^:{3,}/u;
const LIQUID = /^\{%[^%]*%\}[ \t]*$/u;
const ATTRIBUTES = /^\{[:#.][^{}]*\}[ \t]*$/u;

/** What of the lines of a paragraph is for translation, and which links are defined in it. */
export interface EdgesCut {
  lines: BlockLine[];
  /** labels of links that are defined there, as `linkLabel` gives them */
  defined: string[];
}

/**
 * Leaves out lines at the edges of a paragraph that are no text: definitions of links at its beginning, and around it lines
 * of Liquid (`{% … %}`), of attributes (`{: .note}`) and of fenced divisions (`::: note`); the label of a footnote too.
 */
export function withoutEdges(body: string, lines: BlockLine[]): EdgesCut {
  const textOf = ({ from, to }: BlockLine) => body.slice(from, Math.min(to, from + LONGEST_LINE));
  const defined: string[] = [];
  let [first, last] = [0, lines.length];
  for (; first < last; first += 1) {
    const text = textOf(lines[first]!);
    const [, label] = DEFINITION.exec(text) ?? [];
    if (label !== undefined) defined.push(linkLabel(label));
    else if (!isNoText(text)) break;
  }
  while (last > first && isNoText(textOf(lines[last - 1]!))) last -= 1;
  const kept = lines.slice(first, last);
  const [line] = kept;
  if (line === undefined) return { lines: kept, defined };
  const text = textOf(line);
  const [prefix = ''] = FOOTNOTE_LABEL.exec(text) ?? DEFINED_TERM.exec(text) ?? [];
  kept[0] = { ...line, from: line.from + prefix.length };
  return { lines: kept, defined };
}

/** The label of a link as it is looked up: case and amount of white space do not matter. */
export function linkLabel(label: string): string {
  return label.trim().replaceAll(/\s+/gu, ' ').toLowerCase().toUpperCase();
}

function isNoText(line: string): boolean {
  return FENCED_DIVISION.test(line) || LIQUID.test(line) || ATTRIBUTES.test(line);
}
