import type { Taxonomies, Taxonomy, TaxonomyName } from '#domain';
import type { EntityManager } from 'typeorm';
import type { Queryable } from './queryable.js';

/** A taxonomy with the number by which a change of it shows. */
export interface StoredTaxonomy extends Taxonomy {
  version: number;
}

/** A taxonomy that this transaction may change and nobody else, until it ends. */
export interface LockedTaxonomy extends StoredTaxonomy {
  workspaceId: string;
}

const WITH_TERMS = `
  x.name, x.open, x.version,
  (select coalesce(json_agg(json_build_object('key', t.key, 'kind', t.kind, 'label', t.label,
     'description', t.description, 'ownerFunction', t.owner_function, 'synonyms', t.synonyms,
     'status', t.status, 'successor', t.successor) order by t.position, t.key), '[]'::json)
   from term t where t.workspace_id = x.workspace_id and t.taxonomy = x.name) as terms`;

const LOAD = {
  name: 'taxonomies',
  text: `select ${WITH_TERMS} from taxonomy x where x.workspace_id = $1`,
};

/** The four taxonomies of a workspace, in one round trip; asked anew for each command, so that no process knows older ones. */
export async function loadTaxonomies(
  db: Queryable,
  workspaceId: string,
): Promise<Taxonomies & Record<TaxonomyName, StoredTaxonomy>> {
  const { rows } = await db.query<StoredTaxonomy>({ ...LOAD, values: [workspaceId] });
  if (rows.length === 0) throw new Error(`Workspace ${workspaceId} has no taxonomies.`);
  return Object.fromEntries(rows.map((row) => [row.name, row])) as Record<
    TaxonomyName,
    StoredTaxonomy
  >;
}

/**
 * Takes a taxonomy for this transaction, to change it or its terms. Commands whose words were checked against it before
 * are decided anew.
 */
export async function lockTaxonomy(
  manager: EntityManager,
  workspaceId: string,
  name: TaxonomyName,
): Promise<LockedTaxonomy> {
  await manager.query(
    'update taxonomy set version = version + 1 where workspace_id = $1 and name = $2',
    [workspaceId, name],
  );
  // Only a second statement sees what was committed while the first waited.
  const [row] = await manager.query<StoredTaxonomy[]>(
    `select ${WITH_TERMS} from taxonomy x where x.workspace_id = $1 and x.name = $2`,
    [workspaceId, name],
  );
  return { ...row!, workspaceId };
}
