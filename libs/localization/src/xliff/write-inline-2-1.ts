import { type PlacedCode, placedCodes } from '../exchange/code-pairs.js';
import { xmlAttributes, xmlText } from '../exchange/xml-text.js';
import type { InlineCode, InlineText } from '../text/unit.js';
import { TYPES_21, dataIdOf, shownOf } from './names.js';

/**
 * A text as the content of a 2.1 `<source>` or `<target>`: `<pc>` and `<ph>`, `<sc>` and `<ec>` where pairs cross or are
 * broken. `hasData`: the unit holds what `originalData` gives for the same codes.
 */
export function inline21(text: InlineText, { hasData }: { hasData: boolean }): string {
  const placed = placedCodes(text);
  const closing = new Map<string, PlacedCode>();
  for (const part of placed) {
    if (typeof part !== 'string' && part.kind === 'close') closing.set(idOf(part), part);
  }
  return placed
    .map((part) => {
      if (typeof part === 'string') return xmlText(part, control);
      return code(part, { hasData, end: closing.get(idOf(part)) });
    })
    .join('');
}

/** The characters of the codes of a unit, each once; empty where it has no codes. */
export function originalData(texts: readonly InlineText[]): string {
  const data = new Map<string, string>();
  for (const part of texts.flat()) {
    if (typeof part === 'string' || data.has(dataIdOf(part))) continue;
    const characters = xmlText(part.original, control);
    data.set(dataIdOf(part), `<data id="${dataIdOf(part)}">${characters}</data>`);
  }
  return data.size === 0 ? '' : `<originalData>${[...data.values()].join('')}</originalData>`;
}

function control(codePoint: number): string {
  return `<cp hex="${codePoint.toString(16).toUpperCase().padStart(4, '0')}"/>`;
}

function idOf({ id, copy }: PlacedCode): string {
  return copy === 1 ? String(id) : `${id}-${copy}`;
}

function code(
  part: PlacedCode,
  { hasData, end }: { hasData: boolean; end: PlacedCode | undefined },
): string {
  const { kind, placing } = part;
  const id = idOf(part);
  const copyOf = part.copy > 1 && !hasData ? part.id : undefined;
  const about = { id, copyOf, ...rightsOf(part), ...TYPES_21[part.type] };
  const data = { dataRef: hasData ? dataIdOf(part) : undefined, disp: shownOf(part.original) };
  switch (placing) {
    case 'placeholder':
      return `<ph${xmlAttributes({ ...about, ...data, equiv: part.type === 'break' ? ' ' : undefined })}/>`;
    case 'nested': {
      if (kind === 'close') return '</pc>';
      const { dataRef: dataRefStart, disp: dispStart } = data;
      const dataRefEnd = hasData && end !== undefined ? dataIdOf(end) : undefined;
      const dispEnd = end === undefined ? undefined : shownOf(end.original);
      return `<pc${xmlAttributes({ ...about, dataRefStart, dataRefEnd, dispStart, dispEnd })}>`;
    }
    case 'crossing':
      return kind === 'close'
        ? `<ec${xmlAttributes({ startRef: id, ...rightsOf(part), ...data })}/>`
        : `<sc${xmlAttributes({ ...about, ...data })}/>`;
    case 'alone':
      return `<${kind === 'close' ? 'ec' : 'sc'}${xmlAttributes({ ...about, isolated: 'yes', ...data })}/>`;
  }
}

function rightsOf({ optional }: InlineCode): { canDelete: 'yes' | 'no' } {
  return { canDelete: optional === true ? 'yes' : 'no' };
}
