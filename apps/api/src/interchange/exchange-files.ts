import { type Desk, translationIn } from '#engine';
import {
  type ExchangeFile,
  type ExchangeUnit,
  type KeyedUnit,
  type Proposal,
  readTagged,
} from '#localization';
import { productVersion } from '../product-version.js';
import { previousSourceOf } from '../segments/segment-view.js';

/** The tool that writes our files, by the name that other tools show. */
export const TOOL = { name: 'Baton', version: productVersion().replace(/\.\d+$/u, '') };

/** A variant as a file for translators, with proposals for the units that have some. */
export function exchangeFileOf(
  desk: Desk,
  proposals: ReadonlyMap<string, readonly Proposal[]> = new Map(),
): ExchangeFile {
  const { item, text } = desk;
  return {
    itemId: item.id,
    slug: item.slug,
    title: item.description.title,
    sourceLocale: text.locale,
    targetLocale: item.locale,
    sourceDigest: text.digest,
    itemVersion: item.version,
    units: text.units.map((unit) => exchangeUnitOf(desk, unit, proposals.get(unit.key) ?? [])),
  };
}

function exchangeUnitOf(
  { rows }: Desk,
  unit: KeyedUnit,
  proposals: readonly Proposal[],
): ExchangeUnit {
  const row = rows.get(unit.key);
  const previous = previousSourceOf(row, unit);
  return {
    key: unit.key,
    kind: unit.kind,
    source: unit.source,
    sourceHash: unit.hash,
    target: translationIn(rows, unit),
    state: row?.state ?? 'untranslated',
    ...(row?.note == null ? {} : { note: row.note }),
    ...(previous === null ? {} : { previousSource: readTagged(previous, unit.source) }),
    ...(proposals.length === 0 ? {} : { proposals }),
  };
}
