import {
  type Actor,
  actorId,
  canonicalJson,
  checkProcess,
  type ProcessFinding,
  type ProcessDefinition,
  processDigest,
} from '#domain';
import type { EntityManager } from 'typeorm';
import { appendProcessEntry, appendProcessFact } from './process-records.js';
import { loadStaff } from './staff.js';
import { ProcessVersionEntity } from './tables/process-version.entity.js';

/**
 * The life of a process version: a draft is deployed, checked against its own shape and today's staffing, activated and
 * retired. What it says never changes. All of this runs in the caller's transaction.
 */
export const PROCESS_STATUSES = ['draft', 'checked', 'active', 'retired'] as const;
export type ProcessStatus = (typeof PROCESS_STATUSES)[number];

/** One version of one workspace, and who acts on it. */
export interface VersionAddress {
  workspaceId: string;
  digest: string;
  actor: Actor;
}

/** The status is derived, so it cannot disagree with what it is derived from. */
export function statusOf(
  row: Pick<ProcessVersionEntity, 'active' | 'retiredAt' | 'checkedAt'>,
): ProcessStatus {
  if (row.active) return 'active';
  if (row.retiredAt !== null) return 'retired';
  return row.checkedAt === null ? 'draft' : 'checked';
}

/** Stores a definition as a draft. The same one again changes nothing, in whatever status it is. */
export async function deployProcess(
  manager: EntityManager,
  {
    workspaceId,
    definition,
    actor,
  }: { workspaceId: string; definition: ProcessDefinition; actor: Actor },
): Promise<{ digest: string; isNew: boolean }> {
  const digest = processDigest(definition);
  const inserted = await manager.query<unknown[]>(
    `insert into process_version
       (workspace_id, digest, process_id, kind, definition, active, created_by)
     values ($1, $2, $3, $4, $5, false, $6) on conflict do nothing returning 1`,
    [
      workspaceId,
      digest,
      definition.id,
      definition.meta.kind,
      canonicalJson(definition),
      actorId(actor),
    ],
  );
  const isNew = inserted.length === 1;
  if (isNew) {
    await appendProcessEntry(manager, { workspaceId, digest, actor, change: 'deployed' });
  }
  return { digest, isNew };
}

/** Checks a version against today's staffing and keeps what was found. Null where the workspace has no such version. */
export async function checkVersion(
  manager: EntityManager,
  address: VersionAddress,
  options: { goalDate?: string } = {},
): Promise<ProcessFinding[] | null> {
  const row = await lockVersion(manager, address);
  return row === null ? null : checkLocked(manager, address, { row, ...options });
}

export type Activation =
  | { outcome: 'activated'; row: ProcessVersionEntity }
  | { outcome: 'unchanged'; row: ProcessVersionEntity }
  | { outcome: 'refused'; findings: ProcessFinding[] }
  | { outcome: 'missing' };

/**
 * Lets new items begin with a version, a retired one too. It is checked once more, since people come and go; with errors
 * it is refused and the findings are kept. The version of the same process that was active until now is retired by it.
 */
export async function activateVersion(
  manager: EntityManager,
  address: VersionAddress,
): Promise<Activation> {
  const row = await lockVersion(manager, address);
  if (row === null) return { outcome: 'missing' };
  if (row.active) return { outcome: 'unchanged', row };
  const findings = await checkLocked(manager, address, { row });
  if (findings.some(({ severity }) => severity === 'error')) {
    return { outcome: 'refused', findings };
  }
  const { workspaceId, digest, actor } = address;
  const previous = await manager.findOneBy(ProcessVersionEntity, {
    workspaceId,
    processId: row.processId,
    active: true,
  });
  if (previous !== null) {
    const comment = `Followed by ${digest}.`;
    await retireLocked(manager, { workspaceId, digest: previous.digest, actor }, previous, comment);
  }
  await manager.update(
    ProcessVersionEntity,
    { workspaceId, digest },
    { active: true, retiredAt: null },
  );
  await appendProcessEntry(manager, { workspaceId, digest, actor, change: 'activated' });
  await appendProcessFact(manager, {
    workspaceId,
    row,
    actor,
    type: 'process.activated',
    data: { follows: previous?.digest ?? null },
  });
  return { outcome: 'activated', row };
}

export type Retirement =
  | { outcome: 'retired' }
  | { outcome: 'already_retired' }
  | { outcome: 'last_of_its_kind'; kind: string }
  | { outcome: 'missing' };

/**
 * Takes a version out of use: new items refuse it, those that are pinned to it go on. The active version of a process
 * that gives a kind of items its beginning can only be followed by another one.
 */
export async function retireVersion(
  manager: EntityManager,
  address: VersionAddress,
  comment: string,
): Promise<Retirement> {
  const row = await lockVersion(manager, address);
  if (row === null) return { outcome: 'missing' };
  if (statusOf(row) === 'retired') return { outcome: 'already_retired' };
  if (row.active && row.processId === row.kind) {
    return { outcome: 'last_of_its_kind', kind: row.kind };
  }
  await retireLocked(manager, address, row, comment);
  return { outcome: 'retired' };
}

async function retireLocked(
  manager: EntityManager,
  { workspaceId, digest, actor }: VersionAddress,
  row: ProcessVersionEntity,
  comment: string,
): Promise<void> {
  await manager.update(
    ProcessVersionEntity,
    { workspaceId, digest },
    { active: false, retiredAt: () => 'now()' },
  );
  await appendProcessEntry(manager, { workspaceId, digest, actor, change: 'retired', comment });
  const data = { comment };
  await appendProcessFact(manager, { workspaceId, row, actor, type: 'process.retired', data });
}

async function checkLocked(
  manager: EntityManager,
  { workspaceId, digest, actor }: VersionAddress,
  { row, goalDate }: { row: ProcessVersionEntity; goalDate?: string },
): Promise<ProcessFinding[]> {
  const findings = checkProcess(JSON.parse(row.definition) as ProcessDefinition, {
    staff: await loadStaff(manager, workspaceId),
    now: new Date().toISOString(),
    ...(goalDate === undefined ? {} : { goalDate }),
  });
  const isSound = findings.every(({ severity }) => severity !== 'error');
  await manager.query(
    `update process_version set findings = $3, checked_at = case when $4 then now() end
     where workspace_id = $1 and digest = $2`,
    [workspaceId, digest, JSON.stringify(findings), isSound],
  );
  await appendProcessEntry(manager, { workspaceId, digest, actor, change: 'checked' });
  return findings;
}

/** The version, with all those of its process in hand, so that two activations come one after the other. */
async function lockVersion(
  manager: EntityManager,
  { workspaceId, digest }: VersionAddress,
): Promise<ProcessVersionEntity | null> {
  const wanted = await manager.findOneBy(ProcessVersionEntity, { workspaceId, digest });
  if (wanted === null) return null;
  const rows = await manager.find(ProcessVersionEntity, {
    where: { workspaceId, processId: wanted.processId },
    order: { digest: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return rows.find((row) => row.digest === digest) ?? null;
}
