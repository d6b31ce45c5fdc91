import {
  type InlineContext,
  type InlineParser,
  type MarkdownParser,
  Strikethrough,
  parser,
} from '@lezer/markdown';
import { addressEnd } from './bare-addresses.js';
import { literalBrackets } from './literal-brackets.js';
import { variableEnd } from './variables.js';

/** What stands in a block as a tree; the text of a block never begins another. */
const INLINE = parser.configure([
  Strikethrough,
  {
    remove: [
      'LinkReference',
      'IndentedCode',
      'FencedCode',
      'Blockquote',
      'HorizontalRule',
      'BulletList',
      'OrderedList',
      'ATXHeading',
      'HTMLBlock',
      'SetextHeading',
    ],
    defineNodes: ['Variable', 'Address', 'Attributes', 'Shortcode', 'Alert', 'FootnoteMark'],
  },
]);

const ATTRIBUTES = /\{[:#.][^{}\n]{1,200}\}/uy;
const SHORTCODE = /:[a-z][a-z0-9_+-]{0,40}:(?!\w)/uy;
const FOOTNOTE_MARK = /\[\^[^[\]\s]{1,200}\]/uy;
const ALERT = /\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/iuy;

const [BRACE, DOLLAR, COLON, OPENING, CLOSING] = ['{', '$', ':', '[', ']'].map((each) =>
  each.charCodeAt(0),
);

/** A parser of what stands in the blocks of a body where these links are defined. */
export function inlineParserOf(defined: ReadonlySet<string>): MarkdownParser {
  const brackets = new WeakMap<InlineContext, ReadonlySet<number>>();
  const isLiteral = (cx: InlineContext, at: number): boolean => {
    const known = brackets.get(cx) ?? literalBrackets(cx.text, defined);
    brackets.set(cx, known);
    return known.has(at);
  };
  return INLINE.configure({
    parseInline: [
      token('Variable', (text, { at, next }) =>
        next === BRACE || next === DOLLAR ? variableEnd(text, at) : -1,
      ),
      token('Attributes', (text, { at, next }) =>
        next === BRACE ? ends(ATTRIBUTES, text, at) : -1,
      ),
      token('Shortcode', (text, { at, next }) =>
        next === COLON && !/\w/u.test(text[at - 1] ?? ' ') ? ends(SHORTCODE, text, at) : -1,
      ),
      token('FootnoteMark', (text, { at, next }) =>
        next === OPENING ? ends(FOOTNOTE_MARK, text, at) : -1,
      ),
      token('Alert', (text, { at, next }) =>
        next === OPENING && at === 0 ? ends(ALERT, text, at) : -1,
      ),
      {
        name: 'LiteralBracket',
        before: 'Link',
        parse: (cx, next, at) =>
          (next === OPENING || next === CLOSING) && isLiteral(cx, at - cx.offset) ? at + 1 : -1,
      },
      { name: 'Address', parse: parserOf('Address', addressAt) },
    ],
  });
}

/** Where what begins here with the character of this code ends, or -1 where it is something else. */
type EndOf = (text: string, where: { at: number; next: number }) => number;

const addressAt: EndOf = (text, { at, next }) =>
  isWordCharacter(next) ? addressEnd(text, at) : -1;

/** The characters of one kind of node that has no parts; they go before all of Markdown's own. */
function token(name: string, endOf: EndOf): InlineParser {
  return { name, before: 'Escape', parse: parserOf(name, endOf) };
}

function parserOf(name: string, endOf: EndOf): InlineParser['parse'] {
  return (cx, next, at) => {
    const end = endOf(cx.text, { at: at - cx.offset, next });
    return end === -1 ? -1 : cx.addElement(cx.elt(name, at, end + cx.offset));
  };
}

function ends(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const [found] = pattern.exec(text) ?? [];
  return found === undefined ? -1 : at + found.length;
}

function isWordCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95
  );
}
