import { originOf, rootOf } from '#domain';
import { checkpointRows, readAuditKeys, readTree, type StoredCheckpoint } from '#engine';
import type { EntityManager } from 'typeorm';
import { exportLine, select } from './export-line.js';

const CHECKPOINTS_A_BATCH = 500;

/** What the tree of a workspace is called and how far it has grown, the keys of the installation, and every checkpoint. */
export async function* logLines(
  manager: EntityManager,
  workspaceId: string,
): AsyncGenerator<string> {
  const tree = await readTree(manager, workspaceId);
  const root = rootOf(tree).toString('base64');
  yield exportLine({ tree: { origin: originOf(workspaceId), size: tree.size, root } });
  for (const { number, publicKey, statement, activatedAt } of await readAuditKeys(manager)) {
    const key = { number, publicKey: publicKey.toString('base64'), statement, activatedAt };
    yield exportLine({ key });
  }
  let rows: StoredCheckpoint[] = [];
  do {
    const after = rows.at(-1)?.size ?? 0;
    rows = await checkpointRows(manager, workspaceId, { after, limit: CHECKPOINTS_A_BATCH });
    for (const { note, signedAt } of rows) yield exportLine({ checkpoint: { note, signedAt } });
  } while (rows.length === CHECKPOINTS_A_BATCH);
}

/** Leaves whose entries are not there. There are none, unless somebody took rows away. */
export async function* lostLeafLines(
  manager: EntityManager,
  workspaceId: string,
): AsyncGenerator<string> {
  for (const leaf of await select<object>(manager, LOST_LEAVES, [workspaceId])) {
    yield exportLine({ leaf });
  }
}

const LOST_LEAVES = `
  select l.leaf_index::float8 as index, l.item_id as "itemId", l.seq, encode(l.hash, 'base64') as hash
  from audit_leaf l
  where l.workspace_id = $1 and not exists (select from audit_entry e
    where e.workspace_id = l.workspace_id and e.item_id = l.item_id and e.seq = l.seq)
  order by l.leaf_index`;
