import { createHash } from 'node:crypto';
import type { InlineText } from '../text/unit.js';
import { type TextOf, assembleBody, writtenText } from './assemble-body.js';
import { segmentBody } from './segment-body.js';
import type { Segmented } from './template.js';

/**
 * SHA-256 (hex) of what a body is made of apart from its words and its front matter: the template, the kinds of its units,
 * and the types of the codes in each, in any order and without those that a translation may leave out. A body and its
 * translation have the same.
 */
export function structureOf({ format, template, units }: Segmented): string {
  const made = units.map(({ kind, source }) => [kind, codesIn(source, ({ type }) => type)]);
  return createHash('sha256')
    .update(JSON.stringify([format, template.parts, made]))
    .digest('hex');
}

/**
 * Whether a body that is put together with these texts reads differently than it was put together: a `# ` that begins a
 * paragraph makes a heading, a `|` another cell, two stars where no word begins are no emphasis. Whether a text has all
 * codes of its source is not asked here.
 */
export function breaksStructure(segmented: Segmented, textOf: TextOf): boolean {
  const units = segmented.units.map((unit, index) => ({
    ...unit,
    source: writtenText(unit.source, textOf(unit, index)),
  }));
  const meant = { ...segmented, units };
  const read = segmentBody(assembleBody(meant, ({ source }) => source));
  if (structureOf(read) !== structureOf(meant)) return true;
  return units.some(({ source }, index) => {
    const written = codesIn(source, ({ original }) => original);
    const found = codesIn(read.units[index]!.source, ({ original }) => original);
    return JSON.stringify(written) !== JSON.stringify(found);
  });
}

function codesIn(
  text: InlineText,
  tell: (code: Exclude<InlineText[number], string>) => string,
): string[] {
  return text
    .flatMap((part) =>
      typeof part === 'string' || part.optional === true ? [] : [`${part.kind} ${tell(part)}`],
    )
    .toSorted();
}
