import type { KeyObject } from 'node:crypto';
import { type NoteKey, type OpenedNote, openNote, signNote } from './signed-note.js';
import type { TreeHead } from './tree-proof.js';

/** How far the tree of a workspace had grown, as the text of a note says it (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** which tree it is */
  origin: string;
}

const SIZE = /^(?:0|[1-9]\d{0,15})$/u;
const ROOT_BYTES = 32;

/** What the tree of a workspace is called in its checkpoints, and its key in their signatures. */
export function originOf(workspaceId: string): string {
  return `baton/${workspaceId}`;
}

/** A checkpoint as a signed note. */
export function signCheckpoint({ origin, size, root }: Checkpoint, privateKey: KeyObject): string {
  const text = `${origin}\n${size}\n${root.toString('base64')}\n`;
  return signNote(text, { name: origin, privateKey });
}

/** What a signed checkpoint says, and which key says so. */
export type OpenedCheckpoint =
  | { outcome: 'opened'; checkpoint: Checkpoint; key: NoteKey }
  | Exclude<OpenedNote, { outcome: 'opened' }>;

/** Opens a note by one of these keys and reads the checkpoint in it. */
export function openCheckpoint(note: string, keys: readonly NoteKey[]): OpenedCheckpoint {
  const opened = openNote(note, keys);
  if (opened.outcome !== 'opened') return opened;
  const checkpoint = readCheckpoint(opened.text);
  return checkpoint === null
    ? { outcome: 'malformed' }
    : { outcome: 'opened', checkpoint, key: opened.key };
}

/** The checkpoint in the text of a note, whoever signed it, or null where there is none. Extension lines are passed over. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n');
  const bytes = Buffer.from(root, 'base64');
  const last = rest.pop();
  if (origin === '' || !SIZE.test(size) || !Number.isSafeInteger(Number(size))) return null;
  if (bytes.length !== ROOT_BYTES || bytes.toString('base64') !== root) return null;
  if (last !== '' || rest.includes('')) return null;
  return { origin, size: Number(size), root: bytes };
}
