import {
  actorId,
  derivedUuid,
  type FactType,
  frozenBody,
  LINE,
  originOf,
  publicBytes,
  rootOf,
  signCheckpoint,
  type TreeHead,
} from '#domain';
import type { KeyObject } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { databaseNow } from '../goals/read-goals.js';
import { newId } from '../new-id.js';
import { announce } from './announce.js';
import { numberInForce, SIGNER_LOCK } from './audit-keys.js';
import {
  readCheckpointRow,
  readTree,
  type StoredCheckpoint,
  workspacesToSign,
} from './checkpoint-rows.js';
import { whyNotExtended } from './why-not-extended.js';

/** What a run of the signer did. */
export interface SignedCheckpoints {
  signed: number;
  /** a sentence for each workspace whose tree does not go on from its last checkpoint; nothing of it is signed */
  inconsistent: string[];
}

/**
 * Signs a checkpoint of every tree that has grown since its last one, each in a transaction of its own with the fact that
 * tells of it. Where another process is at it, it is left to that one. Throws where the key is not the one in force.
 */
export async function signCheckpoints(
  dataSource: DataSource,
  privateKey: KeyObject,
): Promise<SignedCheckpoints> {
  const done: SignedCheckpoints = { signed: 0, inconsistent: [] };
  for (const workspaceId of await workspacesToSign(dataSource.manager)) {
    const outcome = await dataSource.transaction((manager) =>
      signNext(manager, workspaceId, privateKey),
    );
    if (outcome === 'busy') return done;
    if (outcome === 'signed') done.signed += 1;
    else if (outcome !== 'nothing_new') done.inconsistent.push(outcome.sentence);
  }
  return done;
}

type Outcome = 'busy' | 'signed' | 'nothing_new' | { sentence: string };

async function signNext(
  manager: EntityManager,
  workspaceId: string,
  privateKey: KeyObject,
): Promise<Outcome> {
  const [lock] = await manager.query<{ held: boolean }[]>(
    'select pg_try_advisory_xact_lock($1) as held',
    [SIGNER_LOCK],
  );
  if (!lock!.held) return 'busy';
  const keyNumber = await numberInForce(manager, publicBytes(privateKey));
  const last = await readCheckpointRow(manager, workspaceId);
  const tree = await readTree(manager, workspaceId);
  const head = { size: tree.size, root: rootOf(tree) };
  if (head.size === (last?.size ?? 0)) return 'nothing_new';
  const reason = last === null ? null : await whyNotExtended(manager, workspaceId, { last, head });
  if (last !== null && reason !== null) {
    await announceOnce(manager, workspaceId, { last, head, reason });
    return { sentence: `Workspace ${workspaceId}: ${reason}` };
  }
  const note = signCheckpoint({ origin: originOf(workspaceId), ...head }, privateKey);
  const at = await databaseNow(manager);
  await manager.query(
    `insert into audit_checkpoint (workspace_id, size, root, note, key_number, signed_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [workspaceId, head.size, head.root, note, keyNumber, at],
  );
  const data = { ...shown(head), note };
  await tell(manager, workspaceId, { id: newId(), type: 'audit.checkpoint_signed', at, data });
  return 'signed';
}

/** The same disagreement is found at every run and told once, under an id that follows from the checkpoint. */
async function announceOnce(
  manager: EntityManager,
  workspaceId: string,
  { last, head, reason }: { last: StoredCheckpoint; head: TreeHead; reason: string },
): Promise<void> {
  const id = derivedUuid(last.signedAt.getTime(), `${workspaceId}:${last.size}:inconsistent`);
  const known = await manager.query<unknown[]>(
    'select from message where workspace_id = $1 and message_id = $2',
    [workspaceId, id],
  );
  if (known.length > 0) return;
  const at = await databaseNow(manager);
  const data = { ...shown(head), checkpoint: shown(last), detail: reason };
  await tell(manager, workspaceId, { id, type: 'audit.inconsistent', at, data });
}

async function tell(
  manager: EntityManager,
  workspaceId: string,
  fact: { id: string; type: FactType; at: string; data: object },
): Promise<void> {
  const { id, type, at } = fact;
  const data = { subject: 'audit', workspaceId, actor: actorId(LINE), ...fact.data };
  const body = frozenBody(type, { at, data });
  await announce(manager, workspaceId, { facts: [{ id, type, body }], at });
}

function shown({ size, root }: TreeHead) {
  return { size, root: root.toString('base64') };
}
