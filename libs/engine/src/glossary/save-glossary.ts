import { type Actor, actorId, canonicalJson } from '#domain';
import { foldedWord } from '#localization';
import type { EntityManager } from 'typeorm';
import type { GlossaryChange, GlossaryTerm } from './glossary-term.js';

/** Lets one transaction at a time change the glossary of a workspace, so that what it read of it holds until it ends. */
export async function lockGlossary(manager: EntityManager, workspaceId: string): Promise<void> {
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `glossary of ${workspaceId}`,
  ]);
}

/** Writes any number of changes with the history of each, in one statement; the caller holds the glossary. */
export async function saveGlossaryTerms(
  manager: EntityManager,
  { workspaceId, actor }: { workspaceId: string; actor: Actor },
  changes: GlossaryChange[],
): Promise<void> {
  const written = changes.flatMap(({ after }) => after ?? []);
  const removed = changes.flatMap(({ before, after }) => (after === null ? before!.id : []));
  await manager.query(SAVE, [
    workspaceId,
    JSON.stringify(written.map((term) => ({ ...term, folded: foldedWord(term.source) }))),
    removed,
    actorId(actor),
    JSON.stringify(changes.map(entryOf)),
  ]);
}

function entryOf(change: GlossaryChange): object {
  const { before, after } = change;
  const { id } = (after ?? before) as GlossaryTerm;
  return { id, seq: after?.version ?? before!.version + 1, change: canonicalJson(change) };
}

const SAVE = `
  with removed as (
    delete from glossary_term where workspace_id = $1 and term_id = any($3::uuid[])
  ), written as (
    insert into glossary_term (workspace_id, term_id, source_locale, target_locale, source, folded,
      targets, case_sensitive, note, version)
    select $1, id, "sourceLocale", "targetLocale", source, folded, targets, "caseSensitive", note, version
    from jsonb_to_recordset($2::jsonb) as t (id uuid, "sourceLocale" text, "targetLocale" text,
      source text, folded text, targets jsonb, "caseSensitive" boolean, note text, version integer)
    on conflict (workspace_id, term_id) do update set source = excluded.source,
      folded = excluded.folded, targets = excluded.targets,
      case_sensitive = excluded.case_sensitive, note = excluded.note, version = excluded.version
  )
  insert into glossary_entry (workspace_id, term_id, seq, at, actor_id, change)
  select $1, id, seq, clock_timestamp(), $4, change
  from jsonb_to_recordset($5::jsonb) as e (id uuid, seq integer, change text)`;
