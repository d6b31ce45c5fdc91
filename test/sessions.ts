import type { TestApi } from './test-api.js';

/** Waits until it holds of how many sessions of the database are as an SQL condition on `pg_stat_activity` says. */
export async function untilSessions(
  { query }: TestApi['database'],
  condition: string,
  holds: (count: number) => boolean,
): Promise<void> {
  let count: number;
  do {
    const [row] = await query<{ count: number }>(
      `select count(*)::integer as count from pg_stat_activity
       where datname = current_database() and ${condition}`,
    );
    count = row!.count;
  } while (!holds(count));
}
