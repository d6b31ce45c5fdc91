import { linkLabel } from './edge-lines.js';

/**
 * Where a text has square brackets that make no link, since nothing is defined for what stands between them. The parser
 * does not know of definitions: it would take `[RFC]` in `[[RFC] Pricing](/rfc)` for the link.
 */
export function literalBrackets(text: string, defined: ReadonlySet<string>): ReadonlySet<number> {
  const literal = new Set<number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === '[') open.push(at);
    else if (char === ']') {
      const start = open.pop();
      const next = text[at + 1];
      if (start === undefined || next === '(' || next === '[') continue;
      const isLabel = text[start - 1] === ']' || defined.has(linkLabel(text.slice(start + 1, at)));
      if (!isLabel) literal.add(start).add(at);
    }
  }
  return literal;
}
