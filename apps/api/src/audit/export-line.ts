import type { EntityManager } from 'typeorm';

export async function select<T>(
  manager: EntityManager,
  sql: string,
  values: unknown[],
): Promise<T[]> {
  return manager.query<T[]>(sql, values);
}

export function exportLine(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
