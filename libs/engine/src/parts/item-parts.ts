import { type Change, freshnessOf, outOfDateSince, type ProcessDefinition } from '#domain';
import { insertInto, type Part } from './part.js';

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
  freshness: 'text',
  out_of_date_since: 'timestamptz',
  version: 'integer',
  audit_hash: 'text',
  revision_number: 'integer',
  revision_digest: 'text',
  revision_size: 'integer',
  revision_sections: 'jsonb',
  source_digest: 'text',
  translation: 'jsonb',
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
function mutableOf(change: Change, definition: ProcessDefinition): unknown[] {
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
    definition.states[after.stage]!.meta.phase,
    JSON.stringify(after.context),
    freshnessOf(definition, change.after),
    outOfDateSince(definition, change.after),
    after.version,
    after.auditHash,
    revision?.number ?? null,
    revision?.digest ?? null,
    revision?.size ?? null,
    JSON.stringify(revision?.sections ?? []),
    after.source?.digest ?? null,
    after.translation === null ? null : JSON.stringify(after.translation),
    after.arrival === null ? null : JSON.stringify(after.arrival),
    JSON.stringify(after.blockers),
    JSON.stringify(after.links),
    JSON.stringify(after.openComments),
    JSON.stringify(after.attachments),
    change.at,
  ];
}

export const ITEM_CREATED: Part = {
  name: 'item_created',
  types: Object.values({ ...ITEM_FIXED, ...ITEM_MUTABLE }),
  rows: ({ changes, definitionOf }) =>
    changes
      .filter(({ before }) => before === null)
      .map((change) => {
        const { workspaceId, id, kind, slug, locale, source } = change.after;
        const fixed = [workspaceId, id, kind, slug, locale];
        const from = source?.itemId ?? null;
        return [...fixed, from, change.at, ...mutableOf(change, definitionOf(change))];
      }),
  sql: insertInto('item', `${namesOf(ITEM_FIXED)}, ${namesOf(ITEM_MUTABLE)}`),
};

/** Compare and set: a row is updated from exactly the version before. */
export const ITEM_CHANGED: Part = {
  name: 'item_changed',
  exact: true,
  types: ['uuid', 'uuid', ...Object.values(ITEM_MUTABLE)],
  rows: ({ changes, definitionOf }) =>
    changes
      .filter(({ before }) => before !== null)
      .map((change) => [
        change.after.workspaceId,
        change.after.id,
        ...mutableOf(change, definitionOf(change)),
      ]),
  sql: (rows) => `
    update item i set (${namesOf(ITEM_MUTABLE)}) = row(${Object.keys(ITEM_MUTABLE)
      .map((column) => `r.${column}`)
      .join(', ')})
    from ${rows} as r (workspace_id, item_id, ${namesOf(ITEM_MUTABLE)})
    where i.workspace_id = r.workspace_id and i.item_id = r.item_id and i.version = r.version - 1
    returning 1`,
};
