import type { InlineCode, InlineText } from './unit.js';

/**
 * A text as people see and store it: `Read the <1>guide</1>.<2/>` with `<` and `&` of the words written `&lt;` and
 * `&amp;`. What the codes stand for is kept beside it.
 */
export function taggedText(text: InlineText): string {
  return text.map((part) => (typeof part === 'string' ? escaped(part) : tagOf(part))).join('');
}

/** The codes of a text, each once: of a pair its opening one. */
export function codesOf(text: InlineText): InlineCode[] {
  return text.filter(
    (part): part is InlineCode => typeof part !== 'string' && part.kind !== 'close',
  );
}

const TAG = /<(\/?)(\d{1,6})(\/?)>/gu;

/**
 * The other way: a tagged text with the codes of its source. Codes that the source does not have, and `<` that begins no
 * tag, are words of their own: `checkCodes` finds the first, since they are given back with type `other` and no characters.
 */
export function readTagged(tagged: string, source: InlineText): InlineText {
  const codes = new Map(
    source.flatMap((part) => (typeof part === 'string' ? [] : [[`${part.kind} ${part.id}`, part]])),
  );
  const parts: InlineText = [];
  let end = 0;
  for (const found of tagged.matchAll(TAG)) {
    const [tag, closing, digits, alone] = found;
    if (closing !== '' && alone !== '') continue;
    push(parts, unescaped(tagged.slice(end, found.index)));
    end = found.index + tag.length;
    const kind = alone !== '' ? 'placeholder' : closing !== '' ? 'close' : 'open';
    const id = Number(digits);
    parts.push(codes.get(`${kind} ${id}`) ?? { kind, id, type: 'other', original: '' });
  }
  push(parts, unescaped(tagged.slice(end)));
  return parts;
}

function push(parts: InlineText, words: string): void {
  if (words !== '') parts.push(words);
}

function tagOf({ kind, id }: InlineCode): string {
  if (kind === 'placeholder') return `<${id}/>`;
  return kind === 'open' ? `<${id}>` : `</${id}>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function unescaped(words: string): string {
  return words.replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
