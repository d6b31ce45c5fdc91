import type { InlineCode } from '../text/unit.js';

/** Characters of a code that a sentence shows. */
const LONGEST_ORIGINAL = 40;

/** The codes of one number in words: `<1>…</1> (link, "[…](https://example.com)")`. */
export function named(codes: InlineCode[]): string {
  const [open, close] = ['open', 'close'].map((kind) => codes.find((code) => code.kind === kind));
  const code = open ?? close ?? codes[0]!;
  const tag =
    open !== undefined && close !== undefined ? `${tagOf(open)}…${tagOf(close)}` : tagOf(code);
  const original =
    open !== undefined && close !== undefined
      ? `${open.original}…${close.original}`
      : code.original;
  if (code.original === '') return tag;
  return `${tag} (${code.type}, "${shortened(original.replaceAll(/\s+/gu, ' '), LONGEST_ORIGINAL)}")`;
}

export function tagOf({ kind, id }: InlineCode): string {
  if (kind === 'placeholder') return `<${id}/>`;
  return kind === 'open' ? `<${id}>` : `</${id}>`;
}

/** Its beginning, where it is longer. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
