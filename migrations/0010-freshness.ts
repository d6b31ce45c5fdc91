import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Derives it for every variant there is. */
export const FRESHNESS_OF_ROWS = `
  with stood as (
    select i.workspace_id, i.item_id, i.stage = d.definition ->> 'initial' as begins,
      i.context ->> 'publishedDigest' is not null as published,
      i.revision_number is not null as written, s.stage ->> 'type' = 'final' as ended,
      s.stage #>> '{meta,announces}' as announces,
      jsonb_path_exists(s.stage, '$.meta.activities[*] ? (@.edits == true)') as edits,
      (i.arrival ->> 'at')::timestamptz as since
    from item i
    join process_version p on p.workspace_id = i.workspace_id and p.digest = i.process_digest
    cross join lateral (select p.definition::jsonb as definition) d
    cross join lateral (select d.definition -> 'states' -> i.stage as stage) s
    where i.kind = 'variant')
  update item i set
    freshness = case
      when s.ended then 'missing'
      when s.announces = 'item.out_of_date' then 'out_of_date'
      when not s.published and not s.begins and (s.written or s.edits) then 'in_progress'
      when not s.published then 'missing'
      when s.announces in ('item.published', 'item.delivered') then 'up_to_date'
      else 'out_of_date'
    end,
    out_of_date_since = case
      when not coalesce(s.ended, false) and s.announces = 'item.out_of_date'
        then s.since
    end
  from stood s where s.workspace_id = i.workspace_id and s.item_id = i.item_id;
`;

/**
 * How each locale stands to its source, and since when it is out of date, as `freshnessOf` of the domain says it. For
 * the rows there are it is derived from what the stages of their processes announce, the only thing older processes
 * have to say it; since when is known where such a stage was come to.
 */
export class Freshness1761955200010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table item
        add column freshness text
          check (freshness in ('missing', 'in_progress', 'up_to_date', 'out_of_date')),
        add column out_of_date_since timestamptz;

      ${FRESHNESS_OF_ROWS}

      create index item_freshness on item (workspace_id, kind, freshness, item_id)
        where freshness is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
