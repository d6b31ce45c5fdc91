import { ITEM_KINDS } from '../vocabulary.js';
import { AUDIT_FACTS } from './audit-facts.js';
import type { FactEntry, FactSubject } from './fact-entry.js';
import {
  actor,
  count,
  digest,
  type FactField,
  id,
  oneOf,
  optional,
  recordSchema,
  text,
  texts,
} from './fact-field.js';
import { ITEM_FACTS, STAGE_FACTS } from './item-facts.js';
import { TASK_FACTS } from './task-facts.js';
import { WORKSPACE_FACTS } from './workspace-facts.js';

/** Every fact that Baton announces by itself. A type that is not here does not compile. */
const KNOWN = { ...ITEM_FACTS, ...STAGE_FACTS, ...TASK_FACTS, ...WORKSPACE_FACTS, ...AUDIT_FACTS };

export type FactType = keyof typeof KNOWN;

declare const announced: unique symbol;
/** The type of a fact that a process of a workspace announces at a stage: one of `STAGE_FACTS`, or a name of its own. */
export type AnnouncedType = string & { readonly [announced]: true };

/** What a fact can be called. */
export type FactName = FactType | AnnouncedType;

/** A type of fact, for whoever subscribes to it. */
export interface FactDescription {
  type: FactType;
  /** a sentence */
  meaning: string;
  about: FactSubject;
  /** JSON Schema of `data`, with a description for each field */
  dataSchema: object;
}

const CHANGED_BY = {
  workspaceId: id('the workspace'),
  actor: actor('the person who did it, or "line" where Baton acts by itself'),
  truncated: optional(texts('fields that are cut here, so that the body stays below 20,000 bytes')),
};

const BESIDE: Record<FactSubject, Record<string, FactField>> = {
  item: {
    subject: text('items/{id}'),
    ...CHANGED_BY,
    kind: oneOf(ITEM_KINDS, 'what the item is'),
    slug: text('the name that it shares with its variants'),
    locale: text('of its text, BCP 47'),
    stage: text('where the item is now'),
    sequence: count('the version that this change led to; facts of one change share it'),
    auditHash: digest('of the entry in its trail'),
  },
  goal: { subject: text('goals/{id}'), ...CHANGED_BY },
  process: { subject: text('processes/{digest}'), ...CHANGED_BY },
  term: { subject: text('taxonomies/{taxonomy}/terms/{term}'), ...CHANGED_BY },
  endpoint: { subject: text('webhook-endpoints/{id}'), ...CHANGED_BY },
  audit: { subject: text('audit'), ...CHANGED_BY },
};

/** Every type of fact that Baton announces by itself, by name. */
export const FACT_TYPES: readonly FactDescription[] = Object.entries(KNOWN)
  .map(([type, { meaning, about, data }]: [string, FactEntry]) => ({
    type: type as FactType,
    meaning,
    about,
    dataSchema: recordSchema({ ...BESIDE[about], ...data }),
  }))
  .toSorted((one, other) => (one.type < other.type ? -1 : 1));

/** A fact under a name that a process of the workspace gave it, in `announces` of a stage. */
export const OWN_FACT: Omit<FactDescription, 'type'> = {
  meaning: 'An item came to a stage whose process announces this.',
  about: 'item',
  dataSchema: recordSchema({ ...BESIDE.item, ...STAGE_FACTS['item.published'].data }),
};

/** Whether a process may announce this at a stage: a name of its own, or one that is meant for stages. */
export function mayBeAnnounced(type: string): type is AnnouncedType {
  return Object.hasOwn(STAGE_FACTS, type) || !Object.hasOwn(KNOWN, type);
}
