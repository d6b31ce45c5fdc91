import type { Membership } from './actor.js';
import type { Blocker, Description, Section } from './item-state.js';
import type { Facet } from './taxonomies/taxonomy.js';
import type { SegmentWork } from './translation.js';
import type { BlockerCategory, ChangeClass, ItemKind, LinkType } from './vocabulary.js';

/** What a sender may add to a process event. */
export interface EventInput {
  comment?: string;
  reasonCode?: string;
  /** request_changes: the stage to go back to */
  returnTo?: string;
  /** schedule: ISO 8601 UTC */
  publishAt?: string;
  /** source_published, source_ready: the digest of the body that was published or approved */
  sourceDigest?: string;
  /** the same, content_changed: how much it changed since the publication before; left out: substantively */
  change?: ChangeClass;
  /** content_changed, source_outdated: the content that was published, and the digest of its body */
  contentItemId?: string;
  contentDigest?: string;
  /** approvals: the digest of the body that was seen */
  digest?: string;
  /** enablement acts in the place of the function whose task it is; the rules of the event hold all the same */
  override?: boolean;
}

export interface NewItem {
  kind: ItemKind;
  slug: string;
  locale: string;
  description: Description;
  processDigest: string;
  source: { itemId: string; digest: string | null } | null;
  /** variants of a text that is there: what has to be translated */
  segments?: SegmentWork;
  /** variants: the text that it is pinned to is not out yet */
  awaitsSource?: true;
}

/** A body that a command leaves. */
export interface WrittenText {
  digest: string;
  /** UTF-8 bytes */
  size: number;
  /** the sections of the text, in order */
  sections: Section[];
}

/** Every way to change an item. What is not here cannot be done. */
export type Command =
  | { type: 'create'; item: NewItem }
  | {
      type: 'event';
      event: string;
      input: EventInput;
      /** what the event does to the segments of a variant, where its process says that it does */
      segments?: SegmentWork;
      /** the body that the segments make where the event pins a variant to another text of its source */
      text?: WrittenText;
    }
  | {
      type: 'revise';
      digest: string;
      /** UTF-8 bytes */
      size: number;
      origin: 'edited' | 'imported';
      /** when the text was written elsewhere, ISO 8601 UTC */
      writtenAt?: string;
      /** the sections of the text, in order */
      sections?: Section[];
      /** enablement writes past the process, and says why */
      offProcess?: string;
      /** sources: how much it changes, which decides what its publication asks of the variants */
      change?: ChangeClass;
      /** variants: the segments that were found in the text */
      segments?: SegmentWork;
    }
  /** segments of a variant are translated, reviewed or approved */
  | {
      type: 'translate';
      segments: SegmentWork;
      /** the body that they make now; null where no word of it changed */
      text: WrittenText | null;
      /** the title in the language of the variant, where that was translated */
      title?: string;
    }
  | { type: 'describe'; changes: Partial<Description> }
  /** a term of a taxonomy was merged into another */
  | { type: 'retag'; facet: Facet; from: string; to: string }
  | {
      type: 'claim';
      taskId: string;
      /** the points of the entry checklist that the receiver confirms */
      checked?: string[];
    }
  | { type: 'release'; taskId: string }
  /** the receiver gives the baton back to the stage that it came from */
  | { type: 'decline'; taskId: string; reasonCode: string; comment: string; unmet?: string[] }
  /** a task is passed on to one person, who is named with what they work in */
  | {
      type: 'delegate';
      taskId: string;
      to: { personId: string; memberships: Membership[] };
      comment?: string;
    }
  /** the accountable function signs what the holder is about to hand on */
  | { type: 'sign'; taskId: string }
  /** a consulted function answers */
  | { type: 'advise'; taskId: string; objects: boolean; comment?: string }
  /** the clock: a baton was not accepted in time, or a consultation has ended */
  | { type: 'expire'; taskId: string }
  /** enablement moves the item past the process, and says why */
  | { type: 'move'; to: string; comment: string }
  | { type: 'block'; category: BlockerCategory; owner: Blocker['owner']; detail: string }
  | { type: 'unblock'; blockerId: string; comment?: string }
  | {
      type: 'comment';
      commentId: string;
      /** SHA-256 of its text, which stands beside the trail */
      digest: string;
      section: string | null;
      mandatory: boolean;
      mentions: string[];
    }
  | { type: 'resolve_comment'; commentId: string }
  | { type: 'link'; link: LinkType; to: string }
  | { type: 'unlink'; link: LinkType; to: string }
  /** enablement brings the item to another version of its process */
  | {
      type: 'migrate';
      processDigest: string;
      /** where it stands in that version */
      stage: string;
      /** what other stages that the item remembers are called there; what is left out has no counterpart */
      renamed: Record<string, string>;
      /** true: tasks that somebody holds and the stage does not have are cancelled; else they forbid it */
      cancelHeld: boolean;
    }
  | {
      type: 'attach';
      attachmentId: string;
      name: string;
      mediaType: string;
      /** bytes */
      size: number;
      /** SHA-256 of the bytes, which stand beside the trail */
      digest: string;
    }
  | { type: 'detach'; attachmentId: string };

/** The body that a command writes, or null where it writes none. */
export function textOf(command: Command): WrittenText | null {
  if (command.type === 'translate') return command.text;
  if (command.type === 'event') return command.text ?? null;
  if (command.type !== 'revise') return null;
  const { digest, size, sections = [] } = command;
  return { digest, size, sections };
}
