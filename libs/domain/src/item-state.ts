import type { WorkContext } from './process-definition.js';
import type { ItemKind, TaskStatus } from './vocabulary.js';

/** The facets by which an item is found; `type`, `audience`, `purpose` and `journeyStage` are due before creation starts. */
export interface Description {
  title: string;
  /** a content or training type; null until someone decides */
  type: string | null;
  audience: string[];
  purpose: string | null;
  journeyStage: string[];
  /** the function that stands for `owner` in a RACI */
  ownerFunction: string;
  /** BCP 47 tags of the variants that publishing opens */
  requiredLocales: string[];
}

export interface TaskState {
  id: string;
  activity: string;
  /** functions that may claim it */
  functions: string[];
  /** the locale the task is for, or null when it is for none in particular */
  locale: string | null;
  status: TaskStatus;
  holderId: string | null;
}

/** Everything the rules know of an item; the stored row and its open tasks, and what a replayed trail ends in. */
export interface ItemState {
  workspaceId: string;
  id: string;
  kind: ItemKind;
  /** kebab-case; unique among the sources of a workspace, and shared by a source and its variants */
  slug: string;
  /** BCP 47 tag of the body's language */
  locale: string;
  description: Description;
  processDigest: string;
  stage: string;
  context: WorkContext;
  /** the number of changes so far, and the sequence number of the last audit entry */
  version: number;
  /** SHA-256 of the last audit entry, hex: the tip of the chain */
  auditHash: string;
  /** the current body, or null when none was written */
  revision: { number: number; digest: string; size: number } | null;
  /** variants: the source and the digest of it that this variant is pinned to (null until the source is published) */
  source: { itemId: string; digest: string | null } | null;
  /** offered and claimed tasks, in the order of their activities' keys */
  openTasks: TaskState[];
}
