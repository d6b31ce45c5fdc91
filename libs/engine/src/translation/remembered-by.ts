import { actorId, type Change } from '#domain';
import type { MemoryRow } from '../memory/memory-row.js';
import { taggedText } from '#localization';
import type { SegmentWrite } from './segment-work.js';
import { TITLE_KEY } from './source-texts.js';

/** What the memory learns from changes: the segments that they approve, each with the texts around it. */
export function rememberedBy(
  changes: readonly Change[],
  written: ReadonlyMap<string, SegmentWrite>,
): MemoryRow[] {
  return changes.flatMap(({ after, at, entry }): MemoryRow[] => {
    const { rows = [], text } = written.get(after.id) ?? {};
    if (text === undefined) return [];
    const places = new Map(text.units.map(({ key }, place) => [key, place]));
    return rows.flatMap(({ key, state, target }): MemoryRow[] => {
      const place = places.get(key);
      if (state !== 'approved' || target === null || place === undefined) return [];
      const unit = text.units[place]!;
      // A title that nobody has put into the language says nothing about it.
      if (key === TITLE_KEY && target === taggedText(unit.source)) return [];
      return [
        {
          workspaceId: after.workspaceId,
          sourceLocale: text.locale,
          targetLocale: after.locale,
          sourceHash: unit.hash,
          source: unit.source,
          previousHash: text.units[place - 1]?.hash ?? null,
          nextHash: text.units[place + 1]?.hash ?? null,
          target,
          itemId: after.id,
          key,
          approvedAt: new Date(at),
          approvedBy: actorId(entry.actor),
        },
      ];
    });
  });
}
