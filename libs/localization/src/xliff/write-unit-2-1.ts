import type { ExchangeUnit } from '../exchange/exchange-file.js';
import { xmlAttributes, xmlPlainText } from '../exchange/xml-text.js';
import type { InlineText } from '../text/unit.js';
import { META, OUR_NOTES } from './names.js';
import { state21 } from './states.js';
import { inline21, originalData } from './write-inline-2-1.js';

const SEGMENT = 's1';

/** A unit of 2.1: one segment, since a unit is a paragraph. Its hash is metadata, which tools have to keep. */
export function unit21(unit: ExchangeUnit): string {
  const { key, kind, maxLength, note, source } = unit;
  const target = unit.target === null || unit.target.length === 0 ? null : unit.target;
  const attributes = xmlAttributes({
    id: key,
    name: key,
    type: kind === undefined ? undefined : `baton:${kind}`,
    'slr:sizeRestriction': maxLength,
  });
  const state = xmlAttributes({ ...state21(target === null ? 'untranslated' : unit.state) });
  const texts = target === null ? [source] : [source, target];
  return [
    `<unit${attributes}>`,
    matchesOf(unit, target),
    metadata({ [META.hash]: unit.sourceHash }),
    note === undefined ? '' : notes('note', note),
    originalData(texts),
    `<segment id="${SEGMENT}"${state}><source>${inline21(source, { hasData: true })}</source>`,
    target === null ? '' : `<target>${inline21(target, { hasData: true })}</target>`,
    '</segment></unit>\n',
  ].join('');
}

/** What we have to find again, where no schema has a place for it. */
export function metadata(values: Readonly<Record<string, string | number>>): string {
  const metas = Object.entries(values).map(
    ([type, value]) =>
      `<mda:meta${xmlAttributes({ type })}>${xmlPlainText(String(value))}</mda:meta>`,
  );
  return `<mda:metadata><mda:metaGroup category="baton">${metas.join('')}</mda:metaGroup></mda:metadata>`;
}

/** A note of ours, which is not read back. */
export function notes(category: string, words: string): string {
  return `<notes><note category="${OUR_NOTES}:${category}">${xmlPlainText(words)}</note></notes>`;
}

function matchesOf(
  { previousSource, proposals = [] }: ExchangeUnit,
  target: InlineText | null,
): string {
  const matches: string[] = [];
  if (previousSource !== undefined && target !== null) {
    matches.push(
      match(
        { origin: 'baton:previous-version', type: 'other', subType: 'baton:previous-version' },
        previousSource,
        target,
      ),
    );
  }
  for (const { source, target, score, origin } of proposals) {
    if (target.length === 0) continue;
    const quality = Math.min(100, Math.max(0, score)).toFixed(1);
    matches.push(
      match({ matchQuality: quality, origin, type: score > 100 ? 'icm' : 'tm' }, source, target),
    );
  }
  return matches.length === 0 ? '' : `<mtc:matches>${matches.join('')}</mtc:matches>`;
}

function match(
  about: Readonly<Record<string, string>>,
  source: InlineText,
  target: InlineText,
): string {
  const attributes = xmlAttributes({ ref: `#${SEGMENT}`, ...about });
  const texts = [source, target].map((text) => inline21(text, { hasData: false }));
  return `<mtc:match${attributes}><source>${texts[0]}</source><target>${texts[1]}</target></mtc:match>`;
}
