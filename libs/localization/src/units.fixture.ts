import { createHash } from 'node:crypto';
import { codesOf, taggedText } from './text/tagged.js';
import type { CodeType, InlineCode, InlineText, SourceUnit, UnitKind } from './text/unit.js';

/** What a tagged text of a test leaves open. */
export interface UnitTraits {
  kind?: UnitKind;
  /** by the number of the code; `other` where it is left out */
  types?: Record<number, CodeType>;
  /** targets of links, by the number of their code */
  links?: Record<number, string>;
  /** numbers of codes that a translation may do without */
  optional?: number[];
}

const PART = /<(\/?)(\d+)(\/?)>|[^<]+|</gu;

/** `Read the <1>guide</1>.<2/>` as a text, its codes with characters of their own. */
export function textOf(tagged: string, traits: UnitTraits = {}): InlineText {
  const text: InlineText = [];
  for (const [part, closing, digits, alone] of tagged.matchAll(PART)) {
    const last = text.at(-1);
    if (digits !== undefined) {
      const kind = alone !== '' ? 'placeholder' : closing !== '' ? 'close' : 'open';
      text.push(codeOf(kind, Number(digits), traits));
    } else if (typeof last === 'string') {
      text[text.length - 1] = last + part;
    } else {
      text.push(part);
    }
  }
  return text;
}

/** A unit with its hash. Its words are counted at spaces, which is enough for a test. */
export function unitOf(tagged: string, traits: UnitTraits = {}): SourceUnit {
  const source = textOf(tagged, traits);
  const types = codesOf(source)
    .toSorted((one, other) => one.id - other.id)
    .map(({ type }) => type)
    .join(' ');
  return {
    kind: traits.kind ?? 'paragraph',
    source,
    hash: createHash('sha256')
      .update(`${taggedText(source)}\n${types}`)
      .digest('hex'),
    words: tagged.split(/\s+/u).filter(Boolean).length,
  };
}

/** Paragraphs. */
export function unitsOf(...tagged: string[]): SourceUnit[] {
  return tagged.map((each) => unitOf(each));
}

function codeOf(
  kind: InlineCode['kind'],
  id: number,
  { types = {}, links = {}, optional = [] }: UnitTraits,
): InlineCode {
  const type = types[id] ?? (links[id] === undefined ? 'other' : 'link');
  const original =
    links[id] === undefined
      ? `{${kind} ${id}}`
      : { open: '[', close: `](${links[id]})`, placeholder: `![](${links[id]})` }[kind];
  return { kind, id, type, original, ...(optional.includes(id) && { optional: true }) };
}
