import { type Actor, actorId, canonicalJson, type Term } from '#domain';
import type { EntityManager } from 'typeorm';
import type { LockedTaxonomy } from './load-taxonomies.js';

/** What happened to a term, as its history keeps it. */
export type TermChange =
  | { type: 'created'; term: Term }
  /** the fields that are others now, as they became */
  | { type: 'changed'; fields: Partial<Term> }
  | { type: 'deprecated'; successor: string | null; comment: string }
  | { type: 'reactivated' }
  | { type: 'merged'; into: string; comment: string; items: number }
  /** another term was merged into this one */
  | { type: 'took_over'; from: string; synonyms: string[]; items: number };

/** Writes a term as it now is, with the entry of its history that says why. A new one comes last in its taxonomy. */
export async function saveTerm(
  manager: EntityManager,
  { workspaceId, name }: LockedTaxonomy,
  saved: { term: Term; change: TermChange; actor: Actor },
): Promise<void> {
  const { term, change, actor } = saved;
  await manager.query(
    `insert into term (workspace_id, taxonomy, key, kind, label, description, owner_function,
       synonyms, status, successor, position)
     select $1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, coalesce(max(position), 0) + 1
     from term where workspace_id = $1 and taxonomy = $2
     on conflict (workspace_id, taxonomy, key) do update set label = excluded.label,
       description = excluded.description, owner_function = excluded.owner_function,
       synonyms = excluded.synonyms, status = excluded.status, successor = excluded.successor`,
    [
      workspaceId,
      name,
      term.key,
      term.kind,
      term.label,
      term.description,
      term.ownerFunction,
      JSON.stringify(term.synonyms),
      term.status,
      term.successor,
    ],
  );
  await manager.query(
    `insert into term_entry (workspace_id, taxonomy, key, seq, at, actor_id, change)
     select $1, $2, $3, coalesce(max(seq), 0) + 1, clock_timestamp(), $4, $5
     from term_entry where workspace_id = $1 and taxonomy = $2 and key = $3`,
    [workspaceId, name, term.key, actorId(actor), canonicalJson(change)],
  );
}
