import { actorId, textOf } from '#domain';
import { insertInto, type Part } from './part.js';

export const REVISION: Part = {
  name: 'revision',
  types: 'uuid uuid integer text integer text text text timestamptz timestamptz'.split(' '),
  rows: ({ changes, bodies }) =>
    changes.flatMap(({ before, after, entry, at }) => {
      const { command } = entry;
      if (textOf(command) === null || after.revision?.number === before?.revision?.number)
        return [];
      const { number, digest, size } = after.revision!;
      const body = bodies.get(after.id)!;
      const origin = command.type === 'revise' ? command.origin : 'translated';
      const writtenAt = command.type === 'revise' ? (command.writtenAt ?? null) : null;
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

export const COMMENT_ADDED: Part = {
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

export const COMMENT_RESOLVED: Part = {
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

export const ITEM_TEXT: Part = {
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
