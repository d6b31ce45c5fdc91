import { type PlacedCode, placedCodes } from '../exchange/code-pairs.js';
import { xmlAttributes, xmlText } from '../exchange/xml-text.js';
import type { InlineText } from '../text/unit.js';
import { controlId, ctypeOf, shownOf } from './names.js';

/** A text as the content of a 1.2 `<source>` or `<target>`: `<g>` and `<x>`, `<bpt>` and `<ept>` only where pairs cross. */
export function inline12(text: InlineText): string {
  return placedCodes(text)
    .map((part) => (typeof part === 'string' ? xmlText(part, control) : code(part)))
    .join('');
}

function control(codePoint: number): string {
  return `<x id="${controlId(codePoint)}" ctype="x-control"/>`;
}

function code({ kind, id, type, original, placing, copy }: PlacedCode): string {
  const ctype = ctypeOf(type, kind === 'placeholder');
  switch (placing) {
    case 'placeholder':
      return `<x${xmlAttributes({ id, ctype, 'equiv-text': shownOf(original) })}/>`;
    case 'nested':
      return kind === 'close' ? '</g>' : `<g${xmlAttributes({ id, ctype })}>`;
    case 'crossing': {
      const rid = copy === 1 ? String(id) : `${id}-${copy}`;
      return kind === 'close'
        ? `<ept${xmlAttributes({ id, rid })}/>`
        : `<bpt${xmlAttributes({ id, rid, ctype })}/>`;
    }
    case 'alone':
      return `<it${xmlAttributes({ id, pos: kind, ctype })}/>`;
  }
}
