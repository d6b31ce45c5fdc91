import type { DataSource } from 'typeorm';

/** Forgets sessions and sign-ins that are over; gives how many. */
export async function forgetSignIns(dataSource: DataSource): Promise<number> {
  const [, sessions] = await dataSource.query<[unknown, number]>(
    'delete from session where expires_at < now()',
  );
  const [, attempts] = await dataSource.query<[unknown, number]>(
    'delete from sign_in_attempt where expires_at < now()',
  );
  return sessions + attempts;
}
