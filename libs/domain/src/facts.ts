import type { ItemState } from './item-state.js';
import { derivedUuid } from './identifiers.js';
import { canonicalJson } from './process-machine.js';

/** Something that happened, as other systems will hear of it: the body is frozen as bytes at that moment. */
export interface Fact {
  id: string;
  /** past tense and dotted: `item.stage_changed`, `task.claimed` */
  type: string;
  /** JSON `{ type, timestamp, data }` */
  body: string;
}

/** What a fact says beside the item it happened to. */
export interface FactDraft {
  type: string;
  data: Record<string, unknown>;
}

/** Freezes the facts of one change; `after` is the item as the change left it. */
export function freezeFacts(drafts: FactDraft[], after: ItemState, at: string): Fact[] {
  return drafts.map(({ type, data }, index) => ({
    id: derivedUuid(Date.parse(at), `${after.id}:${after.version}:fact:${index}`),
    type,
    body: canonicalJson({
      type,
      timestamp: at,
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
