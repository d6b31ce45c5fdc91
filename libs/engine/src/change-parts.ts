import { actorId, type Change } from '#domain';
import type { Answer, IdempotencyKey } from './answer.js';
import type { SearchText } from './search-texts.js';

/** Changes that are written together or not at all, with what they leave beside the items. */
export interface ChangeSet {
  changes: Change[];
  /** the body of a new revision, by item id */
  bodies: Map<string, string>;
  texts: SearchText[];
  phaseOf: (change: Change) => string;
  answered: {
    workspaceId: string;
    actorId: string;
    idempotency: IdempotencyKey;
    answer: Answer;
  } | null;
}

/** One table's share of the statement: its rows, and the columns as arrays for `unnest`. */
export interface Part {
  name: string;
  rows: (set: ChangeSet) => unknown[][];
  types: string[];
  /** the data-modifying query; `rows` is what unnest gives under the names of `columns` */
  sql: (rows: string) => string;
}

const insertInto = (table: string, columns: string) => (rows: string) =>
  `insert into ${table} (${columns}) select * from ${rows}`;

const ITEM_MUTABLE = `title, type, audience, purpose, journey_stage, owner_function, required_locales,
  stage, phase, context, version, audit_hash, revision_number, revision_digest, revision_size,
  source_digest, updated_at`;
const ITEM_INSERTED = `workspace_id, item_id, kind, slug, locale, process_digest, source_item_id,
  created_at, ${ITEM_MUTABLE}`;

/** An item is inserted at version 1 and afterwards updated from exactly the version before. */
const ITEM: Part = {
  name: 'item',
  types:
    'uuid uuid text text text text uuid timestamptz text text jsonb text jsonb text jsonb text text jsonb integer text integer text integer text timestamptz'.split(
      ' ',
    ),
  rows: ({ changes, phaseOf }) =>
    changes.map((change) => {
      const { after, at } = change;
      const { description, revision } = after;
      return [
        after.workspaceId,
        after.id,
        after.kind,
        after.slug,
        after.locale,
        after.processDigest,
        after.source?.itemId ?? null,
        at,
        description.title,
        description.type,
        JSON.stringify(description.audience),
        description.purpose,
        JSON.stringify(description.journeyStage),
        description.ownerFunction,
        JSON.stringify(description.requiredLocales),
        after.stage,
        phaseOf(change),
        JSON.stringify(after.context),
        after.version,
        after.auditHash,
        revision?.number ?? null,
        revision?.digest ?? null,
        revision?.size ?? null,
        after.source?.digest ?? null,
        at,
      ];
    }),
  sql: (rows) => `
    insert into item (${ITEM_INSERTED}) select * from ${rows}
    on conflict (workspace_id, item_id) do update
      set (${ITEM_MUTABLE}) = row(${ITEM_MUTABLE.split(',')
        .map((column) => `excluded.${column.trim()}`)
        .join(', ')})
      where item.version = excluded.version - 1
    returning 1`,
};

const AUDIT_ENTRY: Part = {
  name: 'audit_entry',
  types: ['uuid', 'uuid', 'integer', 'text', 'text'],
  rows: ({ changes }) =>
    changes.map(({ after, sealed }) => [
      after.workspaceId,
      after.id,
      after.version,
      sealed.text,
      sealed.hash,
    ]),
  sql: insertInto('audit_entry', 'workspace_id, item_id, seq, entry, hash'),
};

const MESSAGE: Part = {
  name: 'message',
  types: ['uuid', 'uuid', 'uuid', 'integer', 'text', 'text', 'timestamptz'],
  rows: ({ changes }) =>
    changes.flatMap(({ after, facts, at }) =>
      facts.map(({ id, type, body }) => [
        after.workspaceId,
        id,
        after.id,
        after.version,
        type,
        body,
        at,
      ]),
    ),
  sql: insertInto('message', 'workspace_id, message_id, item_id, sequence, type, body, created_at'),
};

const TASK_OPENED: Part = {
  name: 'task_opened',
  types: ['uuid', 'uuid', 'uuid', 'text', 'jsonb', 'text', 'text', 'timestamptz'],
  rows: ({ changes }) =>
    changes.flatMap(({ after, opened, at }) =>
      opened.map((task) => [
        after.workspaceId,
        task.id,
        after.id,
        task.activity,
        JSON.stringify(task.functions),
        task.locale,
        task.status,
        at,
      ]),
    ),
  sql: insertInto(
    'task',
    'workspace_id, task_id, item_id, activity, functions, locale, status, opened_at',
  ),
};

const TASK_CHANGED: Part = {
  name: 'task_changed',
  types: ['uuid', 'uuid', 'jsonb', 'text', 'text', 'timestamptz'],
  rows: ({ changes }) =>
    changes.flatMap(({ after, changedTasks, at }) =>
      changedTasks.map((task) => [
        after.workspaceId,
        task.id,
        JSON.stringify(task.functions),
        task.status,
        task.holderId,
        at,
      ]),
    ),
  sql: (rows) => `
    update task t set functions = c.functions, status = c.status, holder_id = c.holder_id,
      claimed_at = case c.status when 'claimed' then coalesce(t.claimed_at, c.at) when 'offered' then null else t.claimed_at end,
      closed_at = case when c.status in ('offered', 'claimed') then null else c.at end
    from ${rows} as c (workspace_id, task_id, functions, status, holder_id, at)
    where t.workspace_id = c.workspace_id and t.task_id = c.task_id`,
};

const REVISION: Part = {
  name: 'revision',
  types: 'uuid uuid integer text integer text text text timestamptz timestamptz'.split(' '),
  rows: ({ changes, bodies }) =>
    changes.flatMap(({ after, entry, at }) => {
      const { command } = entry;
      if (command.type !== 'revise') return [];
      const { number, digest, size } = after.revision!;
      const { origin, writtenAt = null } = command;
      const body = bodies.get(after.id)!;
      const author = actorId(entry.actor);
      return [
        [after.workspaceId, after.id, number, digest, size, body, origin, author, writtenAt, at],
      ];
    }),
  sql: insertInto(
    'revision',
    'workspace_id, item_id, number, digest, size, body, origin, author_id, written_at, created_at',
  ),
};

const ITEM_TEXT: Part = {
  name: 'item_text',
  types: ['uuid', 'uuid', 'text', 'text'],
  rows: ({ texts }) =>
    texts.map(({ workspaceId, itemId, part, content }) => [
      workspaceId,
      itemId,
      part,
      content.normalize('NFC'),
    ]),
  sql: (rows) =>
    `insert into item_text (workspace_id, item_id, part, content) select * from ${rows}
     on conflict (workspace_id, item_id, part) do update set content = excluded.content`,
};

const IDEMPOTENCY: Part = {
  name: 'idempotency',
  types: ['uuid', 'text', 'text', 'text', 'integer', 'text', 'text', 'text'],
  rows: ({ answered }) => {
    if (answered === null) return [];
    const { workspaceId, actorId: actor, idempotency, answer } = answered;
    const { status, etag, location, body } = answer;
    const { key, requestHash } = idempotency;
    return [[workspaceId, actor, key, requestHash, status, etag, location, body]];
  },
  sql: insertInto(
    'idempotency',
    'workspace_id, actor_id, key, request_hash, status, etag, location, body',
  ),
};

/** Every table that a change can reach, in the order in which their names stand in the statement. */
export const PARTS = [
  ITEM,
  AUDIT_ENTRY,
  MESSAGE,
  TASK_OPENED,
  TASK_CHANGED,
  REVISION,
  ITEM_TEXT,
  IDEMPOTENCY,
];
