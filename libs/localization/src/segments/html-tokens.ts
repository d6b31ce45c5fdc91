import { Tokenizer } from 'htmlparser2';

/** A stretch of HTML: together the tokens are all of it, in order. */
export type HtmlToken = { kind: 'text' | 'other'; from: number; to: number } | HtmlTag;

/** A tag with its name in small letters. */
export interface HtmlTag {
  kind: 'start' | 'end';
  from: number;
  to: number;
  name: string;
  attributes: HtmlAttribute[];
}

/** An attribute in quotes, and where its value stands between them. */
export interface HtmlAttribute {
  name: string;
  from: number;
  to: number;
}

/**
 * The tokens of a stretch of HTML. The tokenizer alone, without the parser above it: a parser keeps a stack of elements,
 * and thousands of them in each other take it time that grows with the square.
 */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let end = 0;
  const push = (token: HtmlToken): void => {
    if (token.from > end) tokens.push({ kind: 'other', from: end, to: token.from });
    tokens.push(token);
    end = token.to;
  };
  let tag = { from: 0, name: '', attributes: [] as HtmlAttribute[] };
  let attribute = { name: '', from: 0, to: 0 };
  const endTag = (at: number): void => push({ kind: 'start', ...tag, to: at + 1 });
  const skipTo = (at: number): void => {
    const to = Math.min(at + 1, html.length);
    if (to > end) push({ kind: 'other', from: end, to });
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ontext: (from, to) => push({ kind: 'text', from, to }),
      onopentagname: (from, to) => {
        tag = { from: from - 1, name: html.slice(from, to).toLowerCase(), attributes: [] };
      },
      onattribname: (from, to) => {
        attribute = { name: html.slice(from, to).toLowerCase(), from: to, to };
      },
      onattribdata: (from, to) => {
        attribute = { ...attribute, from, to };
      },
      onattribend: () => {
        const isQuoted = /["']/u.test(html.charAt(attribute.from - 1));
        if (isQuoted) tag.attributes.push(attribute);
      },
      onopentagend: endTag,
      onselfclosingtag: endTag,
      onclosetag: (from, to) => {
        const found = html.indexOf('>', to);
        const name = html.slice(from, to).toLowerCase();
        const stop = found === -1 ? html.length : found + 1;
        push({ kind: 'end', from: from - 2, to: stop, name, attributes: [] });
      },
      oncomment: (_from, at) => skipTo(at),
      oncdata: (_from, at) => skipTo(at),
      ondeclaration: (_from, at) => skipTo(at),
      onprocessinginstruction: (_from, at) => skipTo(at),
      onattribentity: () => undefined,
      ontextentity: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  skipTo(html.length - 1);
  return tokens;
}
