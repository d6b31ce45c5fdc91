import { FACET_OF, type TaxonomyName } from '#domain';
import type { Pool, PoolClient } from 'pg';

/** Items that carry a word, asked so that an index answers. */
const CARRIES: Record<TaxonomyName, string> = {
  type: 'i.type = $2',
  audience: 'i.audience @> jsonb_build_array($2::text)',
  purpose: 'i.purpose = $2',
  journey_stage: 'i.journey_stage @> jsonb_build_array($2::text)',
};

interface Word {
  workspaceId: string;
  taxonomy: TaxonomyName;
  word: string;
}

/** How many items carry a word. */
export async function countTagged(
  pool: Pool | PoolClient,
  { workspaceId, taxonomy, word }: Word,
): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    `select count(*) from item i where i.workspace_id = $1 and ${CARRIES[taxonomy]}`,
    [workspaceId, word],
  );
  return Number(rows[0]!.count);
}

/** Locks every item that carries a word, in the order of their ids, so that two of these never wait for each other. */
export async function lockTagged(
  client: PoolClient,
  { workspaceId, taxonomy, word }: Word,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select i.item_id as id from item i where i.workspace_id = $1 and ${CARRIES[taxonomy]}
     order by i.item_id for update`,
    [workspaceId, word],
  );
  return rows.map(({ id }) => id);
}

/** How many items carry each word of a facet, whether it is a term or not. */
export async function wordsInUse(
  pool: Pool | PoolClient,
  workspaceId: string,
  taxonomy: TaxonomyName,
): Promise<Map<string, number>> {
  const facet = FACET_OF[taxonomy];
  const words = {
    type: 'select i.type as word',
    purpose: 'select i.purpose as word',
    audience: 'select jsonb_array_elements_text(i.audience) as word',
    journeyStage: 'select jsonb_array_elements_text(i.journey_stage) as word',
  }[facet];
  const { rows } = await pool.query<{ word: string; items: string }>(
    `select w.word, count(*) as items from (${words} from item i where i.workspace_id = $1) w
     where w.word is not null group by w.word order by w.word collate "C"`,
    [workspaceId],
  );
  return new Map(rows.map(({ word, items }) => [word, Number(items)]));
}
