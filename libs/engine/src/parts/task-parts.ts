import { insertInto, type Part } from './part.js';

export const TASK_OPENED: Part = {
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

export const TASK_CHANGED: Part = {
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
export const HANDOFF: Part = {
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
