import {
  addKey,
  addPerson,
  authenticateKey,
  createWorkspace,
  dataSourceOptions,
  poolOf,
  type Scope,
  WorkspaceEntity,
} from '#engine';
import { existsSync, readFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { DEMONSTRATION_SLUG as SLUG } from '../../api/src/index.js';
import { DEMONSTRATION_PEOPLE } from './demonstration-people.js';
import { keepPrivately } from './private-file.js';

/** A demonstration person as printed at the start. */
export interface DemonstrationPerson {
  name: string;
  worksIn: string;
  key: string;
}

/**
 * The people of the demonstration workspace with their keys. On the first run both are made; later the keys come
 * from `file`, and where that is lost or belongs to another database, every person gets a new one.
 */
export async function demonstrationPeople(
  url: string,
  file: string,
): Promise<DemonstrationPerson[]> {
  const options = dataSourceOptions({ url, poolSize: 2, applicationName: 'baton-demonstration' });
  const dataSource = await new DataSource(options).initialize();
  try {
    const workspace = await dataSource.manager.findOneBy(WorkspaceEntity, { slug: SLUG });
    const kept = workspace === null ? null : readKeys(file);
    if (kept !== null && (await stillOpens(dataSource, kept, workspace!.id))) return kept;
    const people = await dataSource.transaction(async (manager) => {
      const workspaceId =
        workspace?.id ?? (await createWorkspace(manager, { slug: SLUG, name: 'Demonstration' }));
      return makePeople(manager, workspaceId);
    });
    keepPrivately(file, { people });
    return people;
  } finally {
    await dataSource.destroy();
  }
}

async function makePeople(
  manager: Parameters<typeof addPerson>[0],
  workspaceId: string,
): Promise<DemonstrationPerson[]> {
  const people: DemonstrationPerson[] = [];
  for (const { name, email, memberships } of DEMONSTRATION_PEOPLE) {
    const [known] = await manager.query<{ person_id: string }[]>(
      'select person_id from person where workspace_id = $1 and email = $2',
      [workspaceId, email],
    );
    const personId =
      known?.person_id ?? (await addPerson(manager, workspaceId, { name, email, memberships }));
    await manager.query(
      `update api_key set revoked_at = now()
       where workspace_id = $1 and person_id = $2 and name = $3 and revoked_at is null`,
      [workspaceId, personId, KEY_NAME],
    );
    const { text } = await addKey(manager, {
      workspaceId,
      personId,
      name: KEY_NAME,
      scopes: ['read', 'write', 'admin'] satisfies Scope[],
      expiresAt: null,
    });
    people.push({ name, worksIn: memberships.map(wordsFor).join(', '), key: text });
  }
  return people;
}

const KEY_NAME = 'demonstration';

function wordsFor({ function: name, locale }: { function: string; locale: string | null }): string {
  return locale === null ? name : `${name} ${locale}`;
}

async function stillOpens(
  dataSource: DataSource,
  people: DemonstrationPerson[],
  workspaceId: string,
): Promise<boolean> {
  for (const { key } of people) {
    const authenticated = await authenticateKey(poolOf(dataSource), key);
    if (!authenticated.valid || authenticated.caller.workspaceId !== workspaceId) return false;
  }
  return people.length === DEMONSTRATION_PEOPLE.length;
}

function readKeys(file: string): DemonstrationPerson[] | null {
  if (!existsSync(file)) return null;
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { people: DemonstrationPerson[] }).people;
  } catch {
    return null;
  }
}
