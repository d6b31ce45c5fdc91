import { actorId, type Change } from '#domain';
import type { SegmentRow } from '../translation/segment-row.js';
import { type ChangeSet, insertInto, type Part } from './part.js';

/** Segments as they are now. */
export const SEGMENT_SET: Part = {
  name: 'segment_set',
  types: 'uuid uuid text text text text text text integer text text text timestamptz integer'.split(
    ' ',
  ),
  rows: (set) =>
    changedSegments(set).map(([{ after, entry, at }, row]) => [
      after.workspaceId,
      after.id,
      row.key,
      row.state,
      row.sourceHash,
      row.source,
      row.target,
      row.note,
      row.words,
      row.keptState,
      row.origin,
      actorId(entry.actor),
      at,
      after.version,
    ]),
  sql: (rows) => `
    insert into segment (workspace_id, item_id, key, state, source_hash, source, target, note, words, kept_state,
      origin, changed_by, changed_at, sequence)
    select * from ${rows} r
    on conflict (workspace_id, item_id, key) do update set (state, source_hash, source, target, note, words,
      kept_state, origin, changed_by, changed_at, sequence) = row(excluded.state, excluded.source_hash,
      excluded.source, excluded.target, excluded.note, excluded.words, excluded.kept_state, excluded.origin,
      excluded.changed_by, excluded.changed_at, excluded.sequence)`,
};

/** Segments whose unit the source does not have any more. */
export const SEGMENT_GONE: Part = {
  name: 'segment_gone',
  types: ['uuid', 'uuid', 'text'],
  rows: (set) => goneSegments(set).map(([{ after }, key]) => [after.workspaceId, after.id, key]),
  sql: (rows) => `
    delete from segment s using ${rows} as r (workspace_id, item_id, key)
    where s.workspace_id = r.workspace_id and s.item_id = r.item_id and s.key = r.key`,
};

/** What a segment was at each of its changes; without a state where it went. */
export const SEGMENT_CHANGE: Part = {
  name: 'segment_change',
  types: 'uuid uuid text integer text text text text text text timestamptz'.split(' '),
  rows: (set) => [
    ...changedSegments(set).map(([change, row]) => [
      ...addressOf(change, row.key),
      row.state,
      row.sourceHash,
      row.target,
      row.note,
      row.origin,
      ...madeBy(change),
    ]),
    ...goneSegments(set).map(([change, key]) => [
      ...addressOf(change, key),
      null,
      null,
      null,
      null,
      null,
      ...madeBy(change),
    ]),
  ],
  sql: insertInto(
    'segment_change',
    `workspace_id, item_id, key, sequence, state, source_hash, target, note, origin, changed_by,
     changed_at`,
  ),
};

function changedSegments({ changes, segments }: ChangeSet): [Change, SegmentRow][] {
  return changes.flatMap((change) =>
    (segments?.get(change.after.id)?.rows ?? []).map((row): [Change, SegmentRow] => [change, row]),
  );
}

function goneSegments({ changes, segments }: ChangeSet): [Change, string][] {
  return changes.flatMap((change) =>
    (segments?.get(change.after.id)?.gone ?? []).map((key): [Change, string] => [change, key]),
  );
}

function addressOf({ after }: Change, key: string): unknown[] {
  return [after.workspaceId, after.id, key, after.version];
}

function madeBy({ entry, at }: Change): unknown[] {
  return [actorId(entry.actor), at];
}
