import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the delivery of published texts asks: when an item last went out or was withdrawn, which is the newest message of
 * a few types, and the stages in which a process ends without the item being out. Few messages have these types, so
 * that most changes of items pay nothing for the index.
 */
export class Published1761955200011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index message_delivery on message (workspace_id, item_id, sequence)
        where type in ('item.published', 'item.delivered', 'item.expired', 'item.retired', 'item.cancelled');

      alter table process_version add column ended_stages jsonb not null
        generated always as (jsonb_path_query_array(definition::jsonb,
          '$.states.keyvalue() ? (@.value.type == "final" && !(@.value.meta.announces == "item.published"
             || @.value.meta.announces == "item.delivered")).key', '{}', true)) stored;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
