import { ITEM_CHANGED, ITEM_CREATED } from './item-parts.js';
import { TAXONOMY_CHECKED, witnessed } from './leaned-on-parts.js';
import { SEGMENT_CHANGE, SEGMENT_GONE, SEGMENT_SET } from './segment-parts.js';
import { MEMORY_CLUE, MEMORY_ENTRY, MEMORY_SOURCE } from './memory-parts.js';
import { HANDOFF, TASK_CHANGED, TASK_OPENED } from './task-parts.js';
import { COMMENT_ADDED, COMMENT_RESOLVED, ITEM_TEXT, REVISION } from './text-parts.js';
import { AUDIT_ENTRY, IDEMPOTENCY, MESSAGE, OUTBOX } from './trail-parts.js';

export type { ChangeSet, Part } from './part.js';

/** Every table that a change can reach, in the order in which their names stand in the statement. */
export const PARTS = [
  TAXONOMY_CHECKED,
  ITEM_CREATED,
  ITEM_CHANGED,
  witnessed('item'),
  witnessed('goal'),
  AUDIT_ENTRY,
  MESSAGE,
  OUTBOX,
  TASK_OPENED,
  TASK_CHANGED,
  HANDOFF,
  COMMENT_ADDED,
  COMMENT_RESOLVED,
  REVISION,
  ITEM_TEXT,
  SEGMENT_SET,
  SEGMENT_GONE,
  SEGMENT_CHANGE,
  MEMORY_SOURCE,
  MEMORY_CLUE,
  MEMORY_ENTRY,
  IDEMPOTENCY,
];
