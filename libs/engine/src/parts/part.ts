import type { Change, ProcessDefinition } from '#domain';
import type { Answer, IdempotencyKey } from '../answer.js';
import type { Witness } from '../around.js';
import type { MemoryRow } from '../memory/memory-row.js';
import type { SearchText } from '../search-texts.js';
import type { SegmentWrite } from '../translation/segment-work.js';

/** Changes that are written together or not at all, with what they leave beside the items. */
export interface ChangeSet {
  changes: Change[];
  /** the text of a new revision or comment, by item id */
  bodies: Map<string, string>;
  /** segments of variants that change with them, by item id */
  segments?: Map<string, SegmentWrite>;
  /** rows beside the changed items that the decisions leaned on */
  witnesses?: (Witness & { workspaceId: string })[];
  texts: SearchText[];
  /** approved segments that the translation memory takes in */
  remembered?: MemoryRow[];
  /** the process that the item is pinned to after the change */
  definitionOf: (change: Change) => ProcessDefinition;
  /** the taxonomies that words of these changes were checked against, as they were then */
  checkedAgainst?: { workspaceId: string; name: string; version: number }[];
  answered: {
    workspaceId: string;
    actorId: string;
    idempotency: IdempotencyKey;
    answer: Answer;
  } | null;
}

/** One table's share of the statement: its rows, and the types of their columns. */
export interface Part {
  name: string;
  rows: (set: ChangeSet) => unknown[][];
  types: string[];
  /** the data-modifying query; `rows` stands for the rows as something to select from */
  sql: (rows: string) => string;
  /** true: each of its rows has to be written, or somebody else was first */
  exact?: boolean;
}

export const insertInto = (table: string, columns: string) => (rows: string) =>
  `insert into ${table} (${columns}) select * from ${rows} r`;
