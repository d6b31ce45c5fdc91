import { actorId, type Change } from '#domain';
import type { Answer, IdempotencyKey } from './answer.js';
import type { SearchText } from './search-texts.js';
import type { Witness } from './around.js';

/** Changes that are written together or not at all, with what they leave beside the items. */
export interface ChangeSet {
  changes: Change[];
  /** the text of a new revision or comment, by item id */
  bodies: Map<string, string>;
  /** rows beside the changed items that the decisions leaned on */
  witnesses?: (Witness & { workspaceId: string })[];
  texts: SearchText[];
  phaseOf: (change: Change) => string;
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

const insertInto = (table: string, columns: string) => (rows: string) =>
  `insert into ${table} (${columns}) select * from ${rows} r`;

/** The columns of an item that a change may touch, with their types. */
const ITEM_MUTABLE = {
  title: 'text',
  type: 'text',
  audience: 'jsonb',
  purpose: 'text',
  journey_stage: 'jsonb',
  owner_function: 'text',
  required_locales: 'jsonb',
  goal_id: 'uuid',
  process_digest: 'text',
  stage: 'text',
  phase: 'text',
  context: 'jsonb',
  version: 'integer',
  audit_hash: 'text',
  revision_number: 'integer',
  revision_digest: 'text',
  revision_size: 'integer',
  revision_sections: 'jsonb',
  source_digest: 'text',
  arrival: 'jsonb',
  blockers: 'jsonb',
  links: 'jsonb',
  open_comments: 'jsonb',
  attachments: 'jsonb',
  updated_at: 'timestamptz',
};
const ITEM_FIXED = {
  workspace_id: 'uuid',
  item_id: 'uuid',
  kind: 'text',
  slug: 'text',
  locale: 'text',
  source_item_id: 'uuid',
  created_at: 'timestamptz',
};
const namesOf = (columns: object) => Object.keys(columns).join(', ');

/** The values of ITEM_MUTABLE. */
function mutableOf(change: Change, phase: string): unknown[] {
  const { description, revision, ...after } = change.after;
  return [
    description.title,
    description.type,
    JSON.stringify(description.audience),
    description.purpose,
    JSON.stringify(description.journeyStage),
    description.ownerFunction,
    JSON.stringify(description.requiredLocales),
    description.goalId,
    after.processDigest,
    after.stage,
    phase,
    JSON.stringify(after.context),
    after.version,
    after.auditHash,
    revision?.number ?? null,
    revision?.digest ?? null,
    revision?.size ?? null,
    JSON.stringify(revision?.sections ?? []),
    after.source?.digest ?? null,
    after.arrival === null ? null : JSON.stringify(after.arrival),
    JSON.stringify(after.blockers),
    JSON.stringify(after.links),
    JSON.stringify(after.openComments),
    JSON.stringify(after.attachments),
    change.at,
  ];
}

/** Waits for a change of these taxonomies that is under way, and lets none begin until this is written. */
const TAXONOMY_CHECKED: Part = {
  name: 'taxonomy_checked',
  exact: true,
  types: ['uuid', 'text', 'integer'],
  rows: ({ checkedAgainst = [] }) =>
    checkedAgainst.map(({ workspaceId, name, version }) => [workspaceId, name, version]),
  sql: (rows) => `
    select 1 from taxonomy x
    join ${rows} as r (workspace_id, name, version)
      on x.workspace_id = r.workspace_id and x.name = r.name and x.version = r.version
    for share of x`,
};

const ITEM_CREATED: Part = {
  name: 'item_created',
  types: Object.values({ ...ITEM_FIXED, ...ITEM_MUTABLE }),
  rows: ({ changes, phaseOf }) =>
    changes
      .filter(({ before }) => before === null)
      .map((change) => {
        const { workspaceId, id, kind, slug, locale, source } = change.after;
        const fixed = [workspaceId, id, kind, slug, locale];
        const from = source?.itemId ?? null;
        return [...fixed, from, change.at, ...mutableOf(change, phaseOf(change))];
      }),
  sql: insertInto('item', `${namesOf(ITEM_FIXED)}, ${namesOf(ITEM_MUTABLE)}`),
};

/** Compare and set: a row is updated from exactly the version before. */
const ITEM_CHANGED: Part = {
  name: 'item_changed',
  exact: true,
  types: ['uuid', 'uuid', ...Object.values(ITEM_MUTABLE)],
  rows: ({ changes, phaseOf }) =>
    changes
      .filter(({ before }) => before !== null)
      .map((change) => [
        change.after.workspaceId,
        change.after.id,
        ...mutableOf(change, phaseOf(change)),
      ]),
  sql: (rows) => `
    update item i set (${namesOf(ITEM_MUTABLE)}) = row(${Object.keys(ITEM_MUTABLE)
      .map((column) => `r.${column}`)
      .join(', ')})
    from ${rows} as r (workspace_id, item_id, ${namesOf(ITEM_MUTABLE)})
    where i.workspace_id = r.workspace_id and i.item_id = r.item_id and i.version = r.version - 1
    returning 1`,
};

/** What a decision leaned on is held as it was until the decision is written. */
const witnessed = (table: Witness['table']): Part => ({
  name: `${table}_witnessed`,
  exact: true,
  types: ['uuid', 'uuid', 'integer'],
  rows: ({ witnesses = [] }) =>
    witnesses
      .filter((witness) => witness.table === table)
      .map(({ workspaceId, id, version }) => [workspaceId, id, version]),
  sql: (rows) => `
    select 1 from ${table} w join ${rows} as r (workspace_id, id, version)
      on w.workspace_id = r.workspace_id and w.${table}_id = r.id and w.version = r.version
    for share of w`,
});

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
  types: 'uuid uuid uuid text jsonb text text text timestamptz timestamptz'.split(' '),
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
        task.role,
        task.dueAt,
        at,
      ]),
    ),
  sql: insertInto(
    'task',
    'workspace_id, task_id, item_id, activity, functions, locale, status, role, due_at, opened_at',
  ),
};

const TASK_CHANGED: Part = {
  name: 'task_changed',
  types: 'uuid uuid jsonb text text timestamptz boolean jsonb jsonb timestamptz'.split(' '),
  rows: ({ changes }) =>
    changes.flatMap(({ after, changedTasks, at }) =>
      changedTasks.map((task) => [
        after.workspaceId,
        task.id,
        JSON.stringify(task.functions),
        task.status,
        task.holderId,
        task.dueAt,
        task.dropped,
        task.delegation === null ? null : JSON.stringify(task.delegation),
        task.signature === null ? null : JSON.stringify(task.signature),
        at,
      ]),
    ),
  sql: (rows) => `
    update task t set functions = c.functions, status = c.status, holder_id = c.holder_id,
      due_at = c.due_at, dropped = c.dropped, delegation = c.delegation, signature = c.signature,
      claimed_at = case c.status when 'claimed' then coalesce(t.claimed_at, c.at) when 'offered' then null else t.claimed_at end,
      closed_at = case when c.status in ('offered', 'claimed') then null else c.at end
    from ${rows} as c (workspace_id, task_id, functions, status, holder_id, due_at, dropped,
      delegation, signature, at)
    where t.workspace_id = c.workspace_id and t.task_id = c.task_id`,
};

/** Hand-offs that came to an end. */
const HANDOFF: Part = {
  name: 'handoff',
  types:
    'uuid uuid uuid integer text text text text text text text text text jsonb text timestamptz timestamptz'.split(
      ' ',
    ),
  rows: ({ changes }) =>
    changes.flatMap(({ after, handoffs }) =>
      handoffs.map((handoff) => [
        after.workspaceId,
        handoff.id,
        after.id,
        after.version,
        handoff.activity,
        handoff.from,
        handoff.to,
        handoff.outcome,
        handoff.formality,
        handoff.giverId,
        handoff.giverFunction,
        handoff.receiverId,
        handoff.receiverFunction,
        JSON.stringify(handoff.crossed),
        handoff.reasonCode,
        handoff.offeredAt,
        handoff.settledAt,
      ]),
    ),
  sql: insertInto(
    'handoff',
    `workspace_id, handoff_id, item_id, sequence, activity, from_stage, to_stage, outcome, formality,
     giver_id, giver_function, receiver_id, receiver_function, crossed, reason_code, offered_at, settled_at`,
  ),
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

const COMMENT_ADDED: Part = {
  name: 'comment_added',
  types: 'uuid uuid uuid text text boolean jsonb text timestamptz'.split(' '),
  rows: ({ changes, bodies }) =>
    changes.flatMap(({ after, entry: { command, actor }, at }) => {
      if (command.type !== 'comment') return [];
      const { commentId, section, mandatory, mentions } = command;
      const text = bodies.get(after.id)!;
      const { workspaceId, id } = after;
      const said = [section, text, mandatory, JSON.stringify(mentions), actorId(actor), at];
      return [[workspaceId, commentId, id, ...said]];
    }),
  sql: insertInto(
    'comment',
    'workspace_id, comment_id, item_id, section, body, mandatory, mentions, author_id, created_at',
  ),
};

const COMMENT_RESOLVED: Part = {
  name: 'comment_resolved',
  types: ['uuid', 'uuid', 'text', 'timestamptz'],
  rows: ({ changes }) =>
    changes.flatMap(({ after, entry: { command, actor }, at }) =>
      command.type === 'resolve_comment'
        ? [[after.workspaceId, command.commentId, actorId(actor), at]]
        : [],
    ),
  sql: (rows) => `
    update comment c set resolved_by = r.by, resolved_at = r.at
    from ${rows} as r (workspace_id, comment_id, by, at)
    where c.workspace_id = r.workspace_id and c.comment_id = r.comment_id`,
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
    `insert into item_text (workspace_id, item_id, part, content) select * from ${rows} r
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
  TAXONOMY_CHECKED,
  ITEM_CREATED,
  ITEM_CHANGED,
  witnessed('item'),
  witnessed('goal'),
  AUDIT_ENTRY,
  MESSAGE,
  TASK_OPENED,
  TASK_CHANGED,
  HANDOFF,
  COMMENT_ADDED,
  COMMENT_RESOLVED,
  REVISION,
  ITEM_TEXT,
  IDEMPOTENCY,
];
