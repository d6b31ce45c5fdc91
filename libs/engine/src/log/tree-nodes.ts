import { type NodePlace, proofOf, type ProofPlan } from '#domain';
import type { EntityManager } from 'typeorm';

interface NodeRow extends NodePlace {
  hash: Buffer | null;
}

const NODES = `
  select p.level, p.index::float8 as index, coalesce(l.hash, n.hash) as hash
  from unnest($2::smallint[], $3::bigint[]) p (level, index)
  left join audit_leaf l
    on p.level = 0 and l.workspace_id = $1 and l.leaf_index = p.index
  left join audit_node n
    on p.level > 0 and n.workspace_id = $1 and n.level = p.level and n.node_index = p.index`;

/**
 * The hashes of a proof over the stored tree of a workspace, in one query; null where a subtree is missing, which the
 * sequencer never leaves behind.
 */
export async function proofFrom(
  manager: EntityManager,
  workspaceId: string,
  plan: ProofPlan,
): Promise<Buffer[] | null> {
  const places = plan.flat();
  const rows = await manager.query<NodeRow[]>(NODES, [
    workspaceId,
    places.map(({ level }) => level),
    places.map(({ index }) => index),
  ]);
  if (rows.some(({ hash }) => hash === null)) return null;
  const hashes = new Map(rows.map((row) => [`${row.level}/${row.index}`, row.hash!]));
  return proofOf(plan, ({ level, index }) => hashes.get(`${level}/${index}`)!);
}
