import type { FactName } from './fact-types/fact-types.js';
import { frozenBody } from './fact-types/frozen-body.js';
import { derivedUuid } from './identifiers.js';
import type { ItemState } from './item-state.js';

/** Something that happened, as other systems will hear of it: the body is frozen as bytes at that moment. */
export interface Fact {
  id: string;
  /** past tense and dotted: `item.stage_changed`, `task.claimed` */
  type: FactName;
  /** JSON `{ type, timestamp, data }`, made by `frozenBody` */
  body: string;
}

/** What a fact says beside the item it happened to. */
export interface FactDraft {
  type: FactName;
  data: Record<string, unknown>;
}

/** Freezes the facts of one change; `after` is the item as the change left it. */
export function freezeFacts(drafts: FactDraft[], after: ItemState, at: string): Fact[] {
  return drafts.map(({ type, data }, index) => ({
    id: derivedUuid(Date.parse(at), `${after.id}:${after.version}:fact:${index}`),
    type,
    body: frozenBody(type, {
      at,
      data: {
        subject: `items/${after.id}`,
        workspaceId: after.workspaceId,
        kind: after.kind,
        slug: after.slug,
        locale: after.locale,
        stage: after.stage,
        sequence: after.version,
        auditHash: after.auditHash,
        ...data,
      },
    }),
  }));
}
