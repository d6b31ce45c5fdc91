import { type AuditKey, publicBytes, stateSuccessor } from '#domain';
import type { KeyObject } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

/** Any number: whoever signs holds it, and whoever changes the key that signs. */
export const SIGNER_LOCK = 6_242_172;

/** A key with the time in which it was in force. */
export interface StoredKey extends AuditKey {
  activatedAt: Date;
  /** when the next one took over; null for the one in force */
  retiredAt: Date | null;
}

/** Every key of the installation, the first one first. */
export async function readAuditKeys(manager: EntityManager): Promise<StoredKey[]> {
  return manager.query<StoredKey[]>(`
    select key_number as "number", public_key as "publicKey", statement, activated_at as "activatedAt",
      lead(activated_at) over (order by key_number) as "retiredAt"
    from audit_key order by key_number`);
}

/** The number of the key that signs; the first one ever is taken down here. Throws where another one is in force. */
export async function numberInForce(manager: EntityManager, publicKey: Buffer): Promise<number> {
  const keys = await readAuditKeys(manager);
  const newest = keys.at(-1);
  if (newest === undefined) return addKey(manager, { number: 1, publicKey, statement: null });
  if (newest.publicKey.equals(publicKey)) return newest.number;
  const known = keys.find((key) => key.publicKey.equals(publicKey));
  const found =
    known === undefined
      ? 'one that no key before it has stated: rotate to it with the audit-key command'
      : `key ${known.number}, which was retired at ${known.retiredAt!.toISOString()}`;
  throw new Error(`Expected audit key ${newest.number}, the one in force; found ${found}.`);
}

/**
 * Puts another key in force, stated by the one that was. Without that one, as where it was lost, the new key is stated by
 * nobody, and whoever pinned an older one has to be told. Gives its number; throws where the older one is not in force.
 */
export async function rotateAuditKey(
  dataSource: DataSource,
  { key, stating }: { key: KeyObject; stating: KeyObject | null },
): Promise<number> {
  return dataSource.transaction(async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [SIGNER_LOCK]);
    const before =
      stating === null
        ? ((await readAuditKeys(manager)).at(-1)?.number ?? 0)
        : await numberInForce(manager, publicBytes(stating));
    const next = { number: before + 1, publicKey: publicBytes(key) };
    const statement = stating === null ? null : stateSuccessor(next, stating);
    return addKey(manager, { ...next, statement });
  });
}

async function addKey(
  manager: EntityManager,
  { number, publicKey, statement }: AuditKey,
): Promise<number> {
  await manager.query(
    `insert into audit_key (key_number, public_key, statement) values ($1, $2, $3)`,
    [number, publicKey, statement],
  );
  return number;
}
