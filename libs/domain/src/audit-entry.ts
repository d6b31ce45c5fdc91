import type { Actor } from './actor.js';
import type { Command } from './command.js';
import { sha256 } from './identifiers.js';
import { canonicalJson } from './process-machine.js';
import type { Surroundings } from './surroundings.js';
import type { VoidedApproval } from './votes.js';

export type EntryVersion = 1 | 2;

/** One accepted change of one item: who sent what, when, and what it led to. */
export interface AuditEntry {
  /** version of this shape; entries of version 1 know of no hand-offs */
  v: EntryVersion;
  workspaceId: string;
  itemId: string;
  /** 1 for the first entry of an item, without gaps */
  seq: number;
  /** ISO 8601 UTC, by the database's clock */
  at: string;
  actor: Actor;
  command: Command;
  /** the stage before and after; `from` is null at creation */
  from: string | null;
  to: string;
  opened: string[];
  closed: { id: string; status: string }[];
  /** approvals that an edit took away; left out where there are none */
  voided?: VoidedApproval[];
  /** what the rules saw beyond the item; left out where they looked at nothing */
  given?: Partial<Surroundings>;
  /** SHA-256 of the entry before, hex; 64 zeros for the first */
  prevHash: string;
}

export const FIRST_PREV_HASH = '0'.repeat(64);

/** An entry as it is stored: the canonical JSON (RFC 8785) and the SHA-256 of exactly these bytes. */
export interface SealedEntry {
  text: string;
  hash: string;
}

export function seal(entry: AuditEntry): SealedEntry {
  const text = canonicalJson(entry);
  return { text, hash: sha256(text) };
}
