import type { AuditKey, NoteKey, TreeHead } from '#domain';
import type { Leaves } from './leaves.js';

/** What an auditor brings along. */
export interface Brought {
  /** the key that everything has to follow from; null for none */
  pinned: NoteKey | null;
  /** checkpoints kept from earlier, as signed notes, each under the name it is called by */
  kept: { name: string; note: string }[];
}

export const NOTHING_BROUGHT: Brought = { pinned: null, kept: [] };

/** The tree of an export with all that was said of it. */
export interface Log {
  tree: TreeHead & { origin: string };
  keys: AuditKey[];
  /** the smallest tree first */
  checkpoints: { note: string; signedAt: string }[];
  leaves: Leaves;
  /** committed entries without a leaf */
  unsequenced: number;
}

/** A head that somebody vouches for, and how to call it. */
export interface Claim extends TreeHead {
  name: string;
  /** by a key that whoever verifies relies on */
  trusted: boolean;
  /** brought along by whoever verifies */
  kept: boolean;
}
