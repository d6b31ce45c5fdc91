import type {
  Arrival,
  AttachmentState,
  Blocker,
  ItemKind,
  ItemLink,
  ItemState,
  OpenComment,
  Section,
  TaskState,
  TranslationState,
  WorkContext,
} from '#domain';

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
  goalId: string | null;
  processDigest: string;
  stage: string;
  context: WorkContext;
  version: number;
  auditHash: string;
  revisionNumber: number | null;
  revisionDigest: string | null;
  revisionSize: number | null;
  revisionSections: Section[];
  sourceItemId: string | null;
  sourceDigest: string | null;
  translation: TranslationState | null;
  arrival: Arrival | null;
  blockers: Blocker[];
  links: ItemLink[];
  openComments: OpenComment[];
  attachments: AttachmentState[];
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
      goalId: row.goalId,
    },
    processDigest: row.processDigest,
    stage: row.stage,
    context: row.context,
    version: row.version,
    auditHash: row.auditHash,
    revision:
      row.revisionNumber === null
        ? null
        : {
            number: row.revisionNumber,
            digest: row.revisionDigest!,
            size: row.revisionSize!,
            sections: row.revisionSections,
          },
    source:
      row.sourceItemId === null ? null : { itemId: row.sourceItemId, digest: row.sourceDigest },
    translation: row.translation,
    arrival: row.arrival,
    blockers: row.blockers,
    links: row.links,
    openComments: row.openComments,
    attachments: row.attachments,
    openTasks,
  };
}

/** The select list that gives an ItemRow, from `item i`. */
export const ITEM_COLUMNS = `
  i.workspace_id as "workspaceId", i.item_id as "id", i.kind, i.slug, i.locale, i.title, i.type,
  i.audience, i.purpose, i.journey_stage as "journeyStage", i.owner_function as "ownerFunction",
  i.required_locales as "requiredLocales", i.goal_id as "goalId", i.process_digest as "processDigest", i.stage, i.context,
  i.version, i.audit_hash as "auditHash", i.revision_number as "revisionNumber",
  i.revision_digest as "revisionDigest", i.revision_size as "revisionSize",
  i.revision_sections as "revisionSections",
  i.source_item_id as "sourceItemId", i.source_digest as "sourceDigest", i.translation, i.arrival, i.blockers,
  i.links, i.open_comments as "openComments", i.attachments`;

/** An instant of a column as ISO 8601 UTC with milliseconds, as the rules write it. */
const instant = (column: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The select list that gives a TaskState, as arguments of json_build_object, from `task t`. */
const TASK_FIELDS = `'id', t.task_id, 'activity', t.activity, 'functions', t.functions,
  'locale', t.locale, 'status', t.status, 'holderId', t.holder_id, 'role', t.role,
  'dueAt', ${instant('t.due_at')}, 'dropped', t.dropped, 'delegation', t.delegation,
  'signature', t.signature`;

/** A task as TaskState, from `task t`. */
export const TASK_STATE = `json_build_object(${TASK_FIELDS})`;

/** A JSON array of an item's open tasks as TaskState, from `item i`. */
export const OPEN_TASKS = `
  (select coalesce(json_agg(${TASK_STATE} order by t.activity collate "C"), '[]'::json)
   from task t
   where t.workspace_id = i.workspace_id and t.item_id = i.item_id
     and t.status in ('offered', 'claimed'))`;

/** The database's clock as ISO 8601 UTC with milliseconds. */
export const DATABASE_NOW = instant('clock_timestamp()');
