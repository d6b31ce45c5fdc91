import type { WorkContext } from './process-definition.js';
import type { TranslationState } from './translation.js';
import type { BlockerCategory, Formality, ItemKind, LinkType, TaskStatus } from './vocabulary.js';

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
  /** the goal that the item is made for; null until someone names it */
  goalId: string | null;
}

/** Where somebody stands when they pass or take a baton: the membership that they act in. */
export interface Standpoint {
  function: string;
  region: string | null;
  division: string | null;
}

/** How the item came to its present stage, and from whom. */
export interface Arrival {
  /** null for an item that was just created */
  from: string | null;
  at: string;
  giverId: string;
  /** null where no function stands behind it: Baton's own line, or somebody outside the process */
  standpoint: Standpoint | null;
  formality: Formality;
}

/** A task that was passed on to one person, who accepts it by claiming it. */
export interface Delegation {
  to: string;
  by: string;
  at: string;
  standpoint: Standpoint | null;
}

/** The accountable function's name under what was seen. */
export interface Signature {
  by: string;
  digest: string | null;
}

export interface TaskState {
  id: string;
  activity: string;
  /** functions that may claim it, or answer it where they are consulted */
  functions: string[];
  /** the locale the task is for, or null when it is for none in particular */
  locale: string | null;
  status: TaskStatus;
  holderId: string | null;
  /** responsible: to be claimed and done. consulted: a question, to be answered by advice. */
  role: 'responsible' | 'consulted';
  /** when a baton that nobody accepted is dropped, or a consultation ends; ISO 8601 UTC, null: never */
  dueAt: string | null;
  /** nobody accepted it by `dueAt`; it can still be picked up */
  dropped: boolean;
  delegation: Delegation | null;
  signature: Signature | null;
}

/** What keeps work from going on, whatever its stage. */
export interface Blocker {
  id: string;
  category: BlockerCategory;
  /** who has to clear it away: a person's id or a function */
  owner: { personId: string } | { function: string };
  detail: string;
  by: string;
  at: string;
}

export interface ItemLink {
  type: LinkType;
  itemId: string;
}

/** A comment that nobody has resolved yet; its text stands beside the item. */
export interface OpenComment {
  id: string;
  by: string;
  mandatory: boolean;
}

export interface AttachmentState {
  id: string;
  /** the file's own name */
  name: string;
  mediaType: string;
  /** bytes */
  size: number;
  /** SHA-256 of its bytes, hex */
  digest: string;
  by: string;
  at: string;
}

/** A part of a body under its heading. */
export interface Section {
  /** its heading and those above it as a path: `pricing/discounts` */
  key: string;
  /** SHA-256 of its text, hex */
  digest: string;
}

export interface RevisionState {
  number: number;
  digest: string;
  /** UTF-8 bytes */
  size: number;
  /** in the order of the text; empty for texts written before sections were told apart */
  sections: Section[];
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
  revision: RevisionState | null;
  /** variants: the source and the digest of it that this variant is pinned to (null until the source is published) */
  source: { itemId: string; digest: string | null } | null;
  /** variants: how far their segments are; null for sources, and before there is a text to translate */
  translation: TranslationState | null;
  /** null for an item that came to its stage before hand-offs were recorded */
  arrival: Arrival | null;
  blockers: Blocker[];
  links: ItemLink[];
  openComments: OpenComment[];
  attachments: AttachmentState[];
  /** offered and claimed tasks, in the order of their activities' keys */
  openTasks: TaskState[];
}
