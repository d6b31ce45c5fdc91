import type { ItemState } from '#domain';
import { loadReached, lockReached } from './load-items.js';
import type { Queryable } from './queryable.js';

const TRAININGS = {
  name: 'trainings_on',
  text: `
    select distinct i.item_id as id from unnest($2::uuid[]) c (id)
    join item i on i.workspace_id = $1 and i.kind = 'training'
      and i.links @> jsonb_build_array(jsonb_build_object('type', 'trains_on', 'itemId', c.id))`,
};

/** Sources that may change, and those of them whose publication trainings may hear of. */
export interface Upstream {
  sourceIds: string[];
  contentIds: string[];
}

/**
 * The items that a change of some sources may reach: their variants, the trainings on them, and the variants of these.
 * `held`: nobody else changes them until the transaction of `db` ends; they are locked in the order of their ids. Whoever
 * holds the sources meanwhile sees every training, since a link to content waits for it.
 */
export async function loadDownstream(
  db: Queryable,
  workspaceId: string,
  { sourceIds, contentIds, held }: Upstream & { held: boolean },
): Promise<ItemState[]> {
  if (sourceIds.length === 0) return [];
  const trainingIds = await trainingsOn(db, workspaceId, contentIds);
  const reached = { sourceIds: [...sourceIds, ...trainingIds], itemIds: trainingIds };
  if (held) await lockReached(db, workspaceId, reached);
  return loadReached(db, workspaceId, reached);
}

async function trainingsOn(
  db: Queryable,
  workspaceId: string,
  contentIds: string[],
): Promise<string[]> {
  if (contentIds.length === 0) return [];
  const { rows } = await db.query<{ id: string }>({
    ...TRAININGS,
    values: [workspaceId, contentIds],
  });
  return rows.map(({ id }) => id);
}
