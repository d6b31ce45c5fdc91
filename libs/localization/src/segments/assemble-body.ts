import type { InlineCode, InlineText, SourceUnit } from '../text/unit.js';
import type { Segmented } from './template.js';

/** The text that takes the place of a unit; the words and codes of the unit itself leave it as it was. */
export type TextOf = (unit: SourceUnit, index: number) => InlineText;

/**
 * Puts a body together again from its template and a text for each unit. A link that is looked up by its own words
 * (`[guide]`) gets them as its label where they change: `[Anleitung][guide]`. `frontMatter` takes the place of that of the
 * body.
 */
export function assembleBody(
  { template, units }: Segmented,
  textOf: TextOf,
  { frontMatter = template.frontMatter }: { frontMatter?: string } = {},
): string {
  const parts = template.parts.map((part) => {
    if (typeof part === 'string') return part;
    const unit = units[part]!;
    return writtenText(unit.source, textOf(unit, part)).map(charactersOf).join('');
  });
  const isApart = frontMatter === '' || frontMatter.endsWith('\n') || parts.length === 0;
  const isOwn = frontMatter === template.frontMatter;
  return frontMatter + (isApart || isOwn ? '' : '\n') + parts.join('');
}

/** A text as it is written into the body: links by their own words with the label of the source. */
export function writtenText(source: InlineText, text: InlineText): InlineText {
  return text.map((part, index) => {
    if (typeof part === 'string' || !isOwnLabel(part)) return part;
    const label = wordsBefore(
      source,
      source.findIndex((each) => isSame(each, part)),
    );
    const words = wordsBefore(text, index);
    if (label === null || words === null || label === words) return part;
    return { ...part, original: `][${label}]` };
  });
}

function isOwnLabel({ kind, type, original }: InlineCode): boolean {
  const isLink = type === 'link' || type === 'image';
  return kind === 'close' && isLink && (original === ']' || original === '][]');
}

/** What stands between the code that opens a pair and the one here that closes it. */
function wordsBefore(text: InlineText, closing: number): string | null {
  const code = text[closing];
  if (code === undefined || typeof code === 'string') return null;
  const opening = text.findLastIndex(
    (part, index) =>
      index < closing && typeof part !== 'string' && part.kind === 'open' && part.id === code.id,
  );
  if (opening === -1) return null;
  return text
    .slice(opening + 1, closing)
    .map(charactersOf)
    .join('');
}

function isSame(part: string | InlineCode, code: InlineCode): boolean {
  return typeof part !== 'string' && part.kind === code.kind && part.id === code.id;
}

function charactersOf(part: string | InlineCode): string {
  return typeof part === 'string' ? part : part.original;
}
