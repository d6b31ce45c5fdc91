import type { KeyObject } from 'node:crypto';
import { openNote, signNote, verifierOf } from './signed-note.js';

/** A key that checkpoints are or were signed with. */
export interface AuditKey {
  /** 1 for the first, ascending */
  number: number;
  /** 32 bytes */
  publicKey: Buffer;
  /** the note in which the key before it says that this one follows; null for the first, and where that one was lost */
  statement: string | null;
}

/** How a key came after the one before it: said by that one, said by nobody, or in words that do not hold. */
export type Succession = 'stated' | 'unstated' | 'broken';

/** Keys are stated under this name, so that no statement can pass for a checkpoint of a tree. */
const NAME = 'baton/audit-keys';

/** The note in which a key says which one follows it. */
export function stateSuccessor(
  successor: { number: number; publicKey: Buffer },
  privateKey: KeyObject,
): string {
  return signNote(textFor(successor), { name: NAME, privateKey });
}

/** Whether the older key says that the newer one follows it. */
export function successionOf(older: AuditKey, newer: AuditKey): Succession {
  if (newer.statement === null) return 'unstated';
  const opened = openNote(newer.statement, [{ name: NAME, publicKey: older.publicKey }]);
  return opened.outcome === 'opened' && opened.text === textFor(newer) ? 'stated' : 'broken';
}

function textFor({ number, publicKey }: { number: number; publicKey: Buffer }): string {
  return `${NAME}\nkey ${number} is\n${verifierOf({ name: NAME, publicKey })}\n`;
}
