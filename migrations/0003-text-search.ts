import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Search by any part of a word in any script: trigrams need no dictionary and no spaces between words. */
export class TextSearch1761955200003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;
      create index item_text_trigrams on item_text using gin (content gin_trgm_ops);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
