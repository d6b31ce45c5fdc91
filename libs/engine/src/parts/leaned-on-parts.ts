import type { Witness } from '../around.js';
import type { Part } from './part.js';

/** Waits for a change of these taxonomies that is under way, and lets none begin until this is written. */
export const TAXONOMY_CHECKED: Part = {
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

/** What a decision leaned on is held as it was until the decision is written. */
export const witnessed = (table: Witness['table']): Part => ({
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
