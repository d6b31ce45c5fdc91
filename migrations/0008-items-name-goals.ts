import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An item is made for a goal that its workspace has. Goals are never deleted, so this is only asked when one is named. */
export class ItemsNameGoals1761955200008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table item add constraint item_goal_exists
        foreign key (workspace_id, goal_id) references goal;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
