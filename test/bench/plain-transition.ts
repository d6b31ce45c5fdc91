import { ITEM_COLUMNS } from '#engine';
import { DRAFT_TASK, plainIdSql, siblingIdSql } from './plain-items.js';
import type { SampleChange } from './sample-change.js';
import type { Line } from './seed.js';

/**
 * A transition as a program without an engine would send it: select, then one statement a row, in one transaction.
 * `:name` stands for a constant, for a column of the select, or for `:number`, which counts the items.
 */
export interface PlainTransition {
  statements: string[];
  constants: Record<string, string>;
}

/** Where in `statements` the select stands; its columns are named by the statements after it. */
export const SELECT_AT = 1;

/** The same rows, of the same size, as the transition over HTTP wrote. */
export function plainTransition(
  { workspaceId, actor }: Line,
  sample: SampleChange,
): PlainTransition {
  const { item, opened, entry, messages, answer } = sample;
  const ids = [
    ...opened.map((_, index) => `task${index}`),
    ...messages.map((_, index) => `message${index}`),
  ];
  const newIds = ids.map(
    (name, index) => `${siblingIdSql('i.item_id', DRAFT_TASK + 1 + index)} as ${name}`,
  );
  return {
    statements: [
      'begin',
      `select ${ITEM_COLUMNS}, ${siblingIdSql('i.item_id', DRAFT_TASK)} as draft, ${newIds.join(', ')}
       from item i where i.workspace_id = :workspace and i.item_id = ${plainIdSql(':number::bigint')}`,
      `update item set stage = :newstage, phase = :newphase, context = :newcontext, version = :newversion,
         audit_hash = :hash, arrival = :newarrival, updated_at = :at
       where workspace_id = :workspace and item_id = :id and version = :version`,
      `update task set status = 'done', holder_id = :person, closed_at = :at
       where workspace_id = :workspace and task_id = :draft`,
      ...opened.map(
        (_, index) =>
          `insert into task (workspace_id, task_id, item_id, activity, functions, status, opened_at)
           values (:workspace, :task${index}, :id, :activity${index}, :functions${index}, 'offered', :at)`,
      ),
      `insert into audit_entry (workspace_id, item_id, seq, entry, hash)
       values (:workspace, :id, :newversion, :entry, :hash)`,
      ...messages.map(
        (_, index) =>
          `insert into message (workspace_id, message_id, item_id, sequence, type, body, created_at)
           values (:workspace, :message${index}, :id, :newversion, :type${index}, :body${index}, :at)`,
      ),
      `insert into idempotency (workspace_id, actor_id, key, request_hash, status, etag, body)
       values (:workspace, :person, :id, :request, :status, :etag, :answer)`,
      'commit',
    ],
    constants: {
      workspace: workspaceId,
      person: actor.id,
      newstage: item.stage,
      newphase: item.phase,
      newcontext: item.context,
      newarrival: item.arrival,
      newversion: String(item.version),
      hash: item.audit_hash,
      at: item.updated_at,
      entry: entry.entry,
      request: answer.request_hash,
      status: String(answer.status),
      etag: answer.etag,
      answer: answer.body,
      ...numbered(
        'activity',
        opened.map(({ activity }) => activity),
      ),
      ...numbered(
        'functions',
        opened.map(({ functions }) => functions),
      ),
      ...numbered(
        'type',
        messages.map(({ type }) => type),
      ),
      ...numbered(
        'body',
        messages.map(({ body }) => body),
      ),
    },
  };
}

function numbered(name: string, values: string[]): Record<string, string> {
  return Object.fromEntries(values.map((value, index) => [`${name}${index}`, value]));
}
