import type { Actor } from '#domain';
import { addKey, addPerson, authenticateKey, poolOf, type Scope } from '#engine';
import type { DataSource } from 'typeorm';

/** Somebody who works in a workspace, and the key that they send requests with. */
export interface Employee {
  actor: Actor & { kind: 'person' };
  name: string;
  key: string;
}

export async function employ(
  dataSource: DataSource,
  workspaceId: string,
  { name, functions, scopes }: { name: string; functions: string[]; scopes: Scope[] },
): Promise<Employee> {
  const { manager } = dataSource;
  const memberships = functions.map((each) => ({ function: each, region: null, locale: null }));
  const personId = await addPerson(manager, workspaceId, { name, memberships });
  const { text } = await addKey(manager, {
    workspaceId,
    personId,
    name: 'bench',
    scopes,
    expiresAt: null,
  });
  const authenticated = await authenticateKey(poolOf(dataSource), text);
  if (!authenticated.valid) throw new Error(`The key of ${name} is ${authenticated.why}.`);
  return { actor: authenticated.caller.actor, name, key: text };
}

/** One person each for the functions that approve, advise and answer in the content process, beside whoever writes. */
export async function employReviewers(
  dataSource: DataSource,
  workspaceId: string,
): Promise<Employee[]> {
  const functions = ['product_management', 'legal', 'sales_management', 'learning_and_development'];
  const reviewers: Employee[] = [];
  for (const each of functions) {
    const person = { name: `Somebody of ${each}`, functions: [each] };
    reviewers.push(await employ(dataSource, workspaceId, { ...person, scopes: ['read', 'write'] }));
  }
  return reviewers;
}
