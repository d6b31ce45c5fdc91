import {
  alignTranslation,
  carryCodes,
  checkCodes,
  codesOf,
  type InlineText,
  segmentBody,
  taggedText,
} from '#localization';
import { bodyOf, type Desk } from './desk.js';
import type { SegmentRow } from './segment-row.js';

export interface AlignedBody {
  after: Map<string, SegmentRow>;
  /** units of the source that a translation was found for */
  aligned: number;
  /** paragraphs of the body that no unit of the source stands behind */
  leftOver: number;
  /** whether the segments make just this body */
  assembled: boolean;
}

/**
 * The segments of a body that was written as a whole, as far as its structure follows that of the source. A translation
 * that is there already keeps its state; notes stay. One whose codes do not match is a proposal, also where it has some
 * that the source lacks: those stay as words, which would be markup in another text that they are proposed for. The title is taken for
 * what the variant is called.
 */
export function alignBody(desk: Pick<Desk, 'item' | 'text' | 'rows'>, body: string): AlignedBody {
  const [, ...units] = desk.text.units;
  const { units: found } = segmentBody(body, { locale: desk.item.locale });
  const { pairs, leftOver } = alignTranslation(units, found);
  const after = new Map<string, SegmentRow>();
  const title = titleOf(desk);
  after.set(title.key, title);
  for (const { source: index, target } of pairs) {
    const unit = units[index]!;
    const written = found[target]!.source;
    const text = carryCodes(unit.source, written);
    const tagged = taggedText(text);
    const row = desk.rows.get(unit.key);
    if (row !== undefined && row.target === tagged && row.sourceHash === unit.hash) {
      after.set(unit.key, row);
      continue;
    }
    const sound =
      neededCodes(text) === neededCodes(written) &&
      checkCodes(unit.source, text).every(({ code }) => code === 'codes_reordered');
    after.set(unit.key, {
      key: unit.key,
      state: sound ? 'translated' : 'proposed',
      sourceHash: unit.hash,
      source: taggedText(unit.source),
      target: tagged,
      note: row?.note ?? null,
      words: unit.words,
      keptState: null,
      origin: 'aligned',
    });
  }
  return {
    after,
    aligned: pairs.length,
    leftOver: leftOver.length,
    assembled: bodyOf({ text: desk.text, body }, after) === body,
  };
}

function neededCodes(text: InlineText): number {
  return codesOf(text).filter(({ optional = false }) => !optional).length;
}

function titleOf({ text, rows, item }: Pick<Desk, 'item' | 'text' | 'rows'>): SegmentRow {
  const unit = text.units[0]!;
  const row = rows.get(unit.key);
  if (row !== undefined && row.target !== null) return row;
  return {
    key: unit.key,
    state: 'translated',
    sourceHash: unit.hash,
    source: taggedText(unit.source),
    target: taggedText([item.description.title]),
    note: row?.note ?? null,
    words: unit.words,
    keptState: null,
    origin: 'aligned',
  };
}
