import type { Description } from './item-state.js';
import type { ItemKind } from './vocabulary.js';

/** What a sender may add to a process event. */
export interface EventInput {
  comment?: string;
  reasonCode?: string;
  /** request_changes: the stage to go back to */
  returnTo?: string;
  /** schedule: ISO 8601 UTC */
  publishAt?: string;
  /** source_published: the digest of the body that was published */
  sourceDigest?: string;
}

export interface NewItem {
  kind: ItemKind;
  slug: string;
  locale: string;
  description: Description;
  processDigest: string;
  source: { itemId: string; digest: string | null } | null;
}

/** Every way to change an item. What is not here cannot be done. */
export type Command =
  | { type: 'create'; item: NewItem }
  | { type: 'event'; event: string; input: EventInput }
  | {
      type: 'revise';
      digest: string;
      /** UTF-8 bytes */
      size: number;
      origin: 'edited' | 'imported';
      /** when the text was written elsewhere, ISO 8601 UTC */
      writtenAt?: string;
    }
  | { type: 'describe'; changes: Partial<Description> }
  | { type: 'claim'; taskId: string }
  | { type: 'release'; taskId: string }
  /** enablement brings the item to another version of its process */
  | {
      type: 'migrate';
      processDigest: string;
      /** where it stands in that version */
      stage: string;
      /** where its work resumes after a request for changes; null: nowhere */
      resumeAt: string | null;
      /** true: tasks that somebody holds and the stage does not have are cancelled; else they forbid it */
      cancelHeld: boolean;
    };
