import { currentTraceparent } from '../traceparent.js';
import { insertInto, type Part } from './part.js';

export const AUDIT_ENTRY: Part = {
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

export const MESSAGE: Part = {
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

/** One row a change: what is to be given its place in the feed and in the tree once it is committed. */
export const OUTBOX: Part = {
  name: 'outbox',
  types: ['uuid', 'uuid', 'integer', 'text', 'text'],
  rows: ({ changes }) =>
    changes.map(({ after, facts }) => [
      after.workspaceId,
      after.id,
      after.version,
      `{${facts.map(({ id }) => id).join(',')}}`,
      currentTraceparent(),
    ]),
  // An array of ids travels as text: unnest() would make one list of several.
  sql: (rows) => `
    insert into outbox (workspace_id, item_id, seq, message_ids, traceparent)
    select workspace_id, item_id, seq, message_ids::uuid[], traceparent
    from ${rows} r (workspace_id, item_id, seq, message_ids, traceparent)`,
};

export const IDEMPOTENCY: Part = {
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
