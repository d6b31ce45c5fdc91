import { EMPTY_TREE, type TreeTip } from '#domain';
import type { Queryable } from '../queryable.js';
import type { LogTip } from './plan-places.js';

const HASH_BYTES = 32;

/** How far each of these workspaces has come; one that nothing happened in yet stands at the beginning. */
export async function readTips(
  db: Queryable,
  workspaceIds: string[],
): Promise<Map<string, LogTip>> {
  const { rows } = await db.query<{
    workspaceId: string;
    position: string;
    leaves: string;
    peaks: Buffer;
  }>({
    name: 'log_tips',
    text: `select workspace_id as "workspaceId", position, leaves, peaks from log_tip
      where workspace_id = any($1::uuid[])`,
    values: [workspaceIds],
  });
  const known = rows.map(({ workspaceId, position, leaves, peaks }): [string, LogTip] => [
    workspaceId,
    { position: Number(position), tree: treeOf(leaves, peaks) },
  ]);
  const start: LogTip = { position: 0, tree: EMPTY_TREE };
  return new Map([...workspaceIds.map((id): [string, LogTip] => [id, start]), ...known]);
}

/** The columns of a tip as they are stored. */
export function tipColumns({ position, tree }: LogTip): [number, number, Buffer] {
  return [position, tree.size, Buffer.concat(tree.peaks)];
}

/** The tree in the columns of a tip. */
export function treeOf(leaves: string, peaks: Buffer): TreeTip {
  const cut = Array.from({ length: peaks.length / HASH_BYTES }, (_, index) =>
    peaks.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );
  return { size: Number(leaves), peaks: cut };
}
