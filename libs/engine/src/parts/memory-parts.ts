import { createHash } from 'node:crypto';
import { type InlineCode, knownClues, plainText, taggedText } from '#localization';
import { type MemoryRow, scopeText } from '../memory/memory-row.js';
import type { Part } from './part.js';

/**
 * The source of a segment that was approved, once for its pair of locales, whatever it stands between. In the order of
 * their keys, so that two who remember the same sources never wait for each other.
 */
export const MEMORY_SOURCE: Part = {
  name: 'memory_source',
  types: 'uuid text text text bigint text jsonb'.split(' '),
  rows: ({ remembered = [] }) =>
    lastOfEach(remembered, sourceKey).map((row) => {
      const { workspaceId, sourceLocale, targetLocale, sourceHash, source } = row;
      const codes = source.filter((part): part is InlineCode => typeof part !== 'string');
      const text = [taggedText(source), JSON.stringify(codes)];
      return [workspaceId, sourceLocale, targetLocale, sourceHash, sourceId(row), ...text];
    }),
  sql: (rows) => `
    insert into memory_source
      (workspace_id, source_locale, target_locale, source_hash, source_id, source, codes)
    select * from ${rows} r on conflict do nothing`,
};

/** What texts like it find it by. */
export const MEMORY_CLUE: Part = {
  name: 'memory_clue',
  types: ['integer', 'smallint', 'smallint', 'bigint'],
  rows: ({ remembered = [] }) =>
    lastOfEach(remembered, sourceKey).flatMap((row) => {
      const { words, clues } = knownClues(plainText(row.source), scopeText(row));
      return clues.map((clue) => [clue, words, clues.length, sourceId(row)]);
    }),
  sql: (rows) => `
    insert into memory_clue (clue, words, clues, source_id)
    select * from ${rows} r on conflict do nothing`,
};

/** Its translation between the texts that it stood between. The newest approval stays. */
export const MEMORY_ENTRY: Part = {
  name: 'memory_entry',
  types: 'uuid text text text text text text uuid text timestamptz text'.split(' '),
  rows: ({ remembered = [] }) =>
    lastOfEach(
      remembered.toSorted((one, other) => Number(one.approvedAt) - Number(other.approvedAt)),
      (row) => `${sourceKey(row)} ${row.previousHash} ${row.nextHash}`,
    ).map((row) => [
      row.workspaceId,
      row.sourceLocale,
      row.targetLocale,
      row.sourceHash,
      row.previousHash ?? '',
      row.nextHash ?? '',
      row.target,
      row.itemId,
      row.key,
      row.approvedAt,
      row.approvedBy,
    ]),
  sql: (rows) => `
    insert into memory_entry as known
      (workspace_id, source_locale, target_locale, source_hash, previous_hash, next_hash, target,
       item_id, key, approved_at, approved_by)
    select * from ${rows} r
    on conflict (workspace_id, source_locale, target_locale, source_hash, previous_hash, next_hash)
    do update set target = excluded.target, item_id = excluded.item_id, key = excluded.key,
      approved_at = excluded.approved_at, approved_by = excluded.approved_by
    where known.approved_at <= excluded.approved_at`,
};

function sourceKey({ workspaceId, sourceLocale, targetLocale, sourceHash }: MemoryRow): string {
  return `${workspaceId} ${sourceLocale} ${targetLocale} ${sourceHash}`;
}

function lastOfEach(rows: MemoryRow[], keyOf: (row: MemoryRow) => string): MemoryRow[] {
  const last = new Map(rows.map((row) => [keyOf(row), row]));
  return [...last].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

/** 64 bits in decimal. Two sources that share one are both looked at. */
function sourceId(row: MemoryRow): string {
  return createHash('sha256').update(sourceKey(row)).digest().readBigInt64BE().toString();
}
