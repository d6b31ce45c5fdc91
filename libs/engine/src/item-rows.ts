import type { ItemKind, ItemState, TaskState, WorkContext } from '#domain';

/** The columns of an item's head that the rules need, under the names they are read by. */
export interface ItemRow {
  workspaceId: string;
  id: string;
  kind: ItemKind;
  slug: string;
  locale: string;
  title: string;
  type: string | null;
  audience: string[];
  purpose: string | null;
  journeyStage: string[];
  ownerFunction: string;
  requiredLocales: string[];
  processDigest: string;
  stage: string;
  context: WorkContext;
  version: number;
  auditHash: string;
  revisionNumber: number | null;
  revisionDigest: string | null;
  revisionSize: number | null;
  sourceItemId: string | null;
  sourceDigest: string | null;
}

/** The item as the rules know it, from its row and its open tasks in the order of their activities. */
export function itemStateOf(row: ItemRow, openTasks: TaskState[]): ItemState {
  return {
    workspaceId: row.workspaceId,
    id: row.id,
    kind: row.kind,
    slug: row.slug,
    locale: row.locale,
    description: {
      title: row.title,
      type: row.type,
      audience: row.audience,
      purpose: row.purpose,
      journeyStage: row.journeyStage,
      ownerFunction: row.ownerFunction,
      requiredLocales: row.requiredLocales,
    },
    processDigest: row.processDigest,
    stage: row.stage,
    context: row.context,
    version: row.version,
    auditHash: row.auditHash,
    revision:
      row.revisionNumber === null
        ? null
        : { number: row.revisionNumber, digest: row.revisionDigest!, size: row.revisionSize! },
    source:
      row.sourceItemId === null ? null : { itemId: row.sourceItemId, digest: row.sourceDigest },
    openTasks,
  };
}

/** The select list that gives an ItemRow, from `item i`. */
export const ITEM_COLUMNS = `
  i.workspace_id as "workspaceId", i.item_id as "id", i.kind, i.slug, i.locale, i.title, i.type,
  i.audience, i.purpose, i.journey_stage as "journeyStage", i.owner_function as "ownerFunction",
  i.required_locales as "requiredLocales", i.process_digest as "processDigest", i.stage, i.context,
  i.version, i.audit_hash as "auditHash", i.revision_number as "revisionNumber",
  i.revision_digest as "revisionDigest", i.revision_size as "revisionSize",
  i.source_item_id as "sourceItemId", i.source_digest as "sourceDigest"`;

/** A JSON array of an item's open tasks as TaskState, from `item i`. */
export const OPEN_TASKS = `
  (select coalesce(json_agg(json_build_object('id', t.task_id, 'activity', t.activity,
     'functions', t.functions, 'locale', t.locale, 'status', t.status, 'holderId', t.holder_id)
     order by t.activity collate "C"), '[]'::json)
   from task t
   where t.workspace_id = i.workspace_id and t.item_id = i.item_id
     and t.status in ('offered', 'claimed'))`;

/** The database's clock as ISO 8601 UTC with milliseconds. */
export const DATABASE_NOW = `to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
