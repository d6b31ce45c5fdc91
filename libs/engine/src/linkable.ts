import { type Invalid, type LinkType, type Refusal, refuse } from '#domain';
import type { Queryable } from './queryable.js';

/** Which kinds of item a link leads from and to. */
const KINDS: Record<LinkType, { from: string[]; to: string[] }> = {
  trains_on: { from: ['training'], to: ['content'] },
  derived_from: { from: ['content', 'training'], to: ['content', 'training'] },
  prerequisite: { from: ['training'], to: ['training'] },
  replaces: { from: ['content', 'training'], to: ['content', 'training'] },
};

interface LinkedRow {
  kind: string;
  title: string;
}

/** The way back from an item along links of every type, as titles; the first is the item itself. */
const WAY_BACK = {
  name: 'way_back',
  text: `
    with recursive way (item_id, titles, depth) as (
      select i.item_id, array[i.title], 0 from item i where i.workspace_id = $1 and i.item_id = $2
      union
      select t.item_id, w.titles || t.title, w.depth + 1
      from way w
      join item f on f.workspace_id = $1 and f.item_id = w.item_id
      cross join lateral jsonb_array_elements(f.links) l
      join item t on t.workspace_id = $1 and t.item_id = (l ->> 'itemId')::uuid
      where w.item_id <> $3 and w.depth < 200
    ) cycle item_id set looped using passed
    select titles from way where item_id = $3 limit 1`,
};

/**
 * Whether one item can be linked to another: both are there, of the right kinds, and the other does not depend on the
 * first already. Ask while nobody else links in the workspace (`lockLinks`), or two links could close a circle.
 */
export async function whyNotLinkable(
  db: Queryable,
  workspaceId: string,
  { from, link, to }: { from: { id: string; kind: string }; link: LinkType; to: string },
): Promise<Refusal | Invalid | null> {
  const { rows } = await db.query<LinkedRow>({
    name: 'linked_item',
    text: 'select kind, title from item where workspace_id = $1 and item_id = $2',
    values: [workspaceId, to],
  });
  const kinds = KINDS[link];
  const [other] = rows;
  if (other === undefined || !kinds.to.includes(other.kind)) {
    return wrong(
      '/to',
      `Expected an item of this workspace of kind ${kinds.to.join(' or ')} for "${link}"; found ${other === undefined ? 'none' : `a ${other.kind}`}.`,
    );
  }
  if (!kinds.from.includes(from.kind)) {
    return wrong(
      '/type',
      `Expected an item of kind ${kinds.from.join(' or ')} to link from with "${link}"; this is a ${from.kind}.`,
    );
  }
  const back = await db.query<{ titles: string[] }>({
    ...WAY_BACK,
    values: [workspaceId, to, from.id],
  });
  const [way] = back.rows;
  if (way === undefined) return null;
  return refuse('conflict', {
    code: 'link_leads_back',
    detail: `This would lead back to where it began: ${way.titles.map((title) => `"${title}"`).join(' → ')} → "${other.title}".`,
    remedy: 'Take one of these links away first.',
  });
}

/** Lets one transaction at a time link items of a workspace. */
export async function lockLinks(db: Queryable, workspaceId: string): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(hashtextextended($1, 3))`, [`links:${workspaceId}`]);
}

function wrong(pointer: string, detail: string): Invalid {
  return { outcome: 'invalid', problems: [{ pointer, code: 'not_valid', detail }] };
}
