import {
  openCheckpoint,
  originOf,
  planConsistency,
  provesConsistency,
  type TreeHead,
} from '#domain';
import type { EntityManager } from 'typeorm';
import { readAuditKeys } from './audit-keys.js';
import type { StoredCheckpoint } from './checkpoint-rows.js';
import { proofFrom } from './tree-nodes.js';

/**
 * Why the tree of a workspace does not go on from its last checkpoint, as a sentence, or null where it does. It would not
 * after rows were changed, or where some tables come from an older backup than others.
 */
export async function whyNotExtended(
  manager: EntityManager,
  workspaceId: string,
  { last, head }: { last: StoredCheckpoint; head: TreeHead },
): Promise<string | null> {
  const sizes = `the tree has ${head.size} leaves and its last checkpoint ${last.size}`;
  const name = originOf(workspaceId);
  const keys = (await readAuditKeys(manager)).map(({ publicKey }) => ({ name, publicKey }));
  const opened = openCheckpoint(last.note, keys);
  if (opened.outcome !== 'opened' || !isSame(opened.checkpoint, last)) {
    return `${sizes}, which none of the keys has signed as it stands there. No more of it is signed.`;
  }
  if (head.size < last.size) return `${sizes}: its end is missing. No more of it is signed.`;
  const proof = await proofFrom(manager, workspaceId, planConsistency(last.size, head.size));
  return proof !== null && provesConsistency(proof, last, head)
    ? null
    : `${sizes}, and it does not begin with what was signed then. No more of it is signed.`;
}

function isSame(one: TreeHead, other: TreeHead): boolean {
  return one.size === other.size && one.root.equals(other.root);
}
