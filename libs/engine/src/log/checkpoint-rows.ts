import type { TreeHead, TreeTip } from '#domain';
import type { EntityManager } from 'typeorm';
import { treeOf } from './log-tips.js';

/** A checkpoint as it is stored. */
export interface StoredCheckpoint extends TreeHead {
  note: string;
  keyNumber: number;
  signedAt: Date;
}

/** The select list of a StoredCheckpoint, from `audit_checkpoint`. */
const COLUMNS = `size::float8 as size, root, note, key_number as "keyNumber", signed_at as "signedAt"`;

/** The newest checkpoint of a workspace, or that of exactly `size` leaves; null where there is none. */
export async function readCheckpointRow(
  manager: EntityManager,
  workspaceId: string,
  size: number | null = null,
): Promise<StoredCheckpoint | null> {
  const [row] = await manager.query<StoredCheckpoint[]>(
    `select ${COLUMNS} from audit_checkpoint
     where workspace_id = $1 and ($2::bigint is null or size = $2) order by size desc limit 1`,
    [workspaceId, size],
  );
  return row ?? null;
}

/** The checkpoints with more than `after` leaves, the smallest first. */
export async function checkpointRows(
  manager: EntityManager,
  workspaceId: string,
  { after, limit }: { after: number; limit: number },
): Promise<StoredCheckpoint[]> {
  return manager.query<StoredCheckpoint[]>(
    `select ${COLUMNS} from audit_checkpoint
     where workspace_id = $1 and size > $2 order by size limit $3`,
    [workspaceId, after, limit],
  );
}

/** How far the tree of a workspace has grown. */
export async function readTree(manager: EntityManager, workspaceId: string): Promise<TreeTip> {
  const [row] = await manager.query<{ leaves: string; peaks: Buffer }[]>(
    'select leaves, peaks from log_tip where workspace_id = $1',
    [workspaceId],
  );
  return row === undefined ? { size: 0, peaks: [] } : treeOf(row.leaves, row.peaks);
}

/** The workspaces whose trees are not as large as their last checkpoints say. */
export async function workspacesToSign(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ workspaceId: string }[]>(`
    select w.workspace_id as "workspaceId" from workspace w
    left join log_tip t on t.workspace_id = w.workspace_id
    left join lateral (select size from audit_checkpoint c
      where c.workspace_id = w.workspace_id order by size desc limit 1) last on true
    where coalesce(t.leaves, 0) <> coalesce(last.size, 0)
    order by 1`);
  return rows.map(({ workspaceId }) => workspaceId);
}
