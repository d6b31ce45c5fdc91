import 'reflect-metadata';
import {
  addKey,
  addPerson,
  createWorkspace,
  DatabaseSettings,
  dataSourceOptions,
  readSettings,
} from '#engine';
import { DataSource } from 'typeorm';

// The first workspace of an installation, and the first person of it, who then adds the others by the API:
//   node dist/apps/api/src/workspaces/create-workspace.js acme "Acme Ltd" "Ella Brandt"

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/u;
const [slug, name, personName] = process.argv.slice(2);

try {
  if (slug === undefined || name === undefined || personName === undefined) {
    throw new Error('Expected a slug, the name of the workspace and the name of its first person.');
  }
  if (!SLUG.test(slug)) {
    throw new Error(`Expected a slug of lower-case words joined by hyphens; found "${slug}".`);
  }
  const { DATABASE_URL: url } = readSettings(DatabaseSettings, process.env);
  const options = dataSourceOptions({ url, poolSize: 2, applicationName: 'baton-workspace' });
  const dataSource = await new DataSource(options).initialize();
  const key = await dataSource.transaction(async (manager) => {
    const workspaceId = await createWorkspace(manager, { slug, name });
    const memberships = [{ function: 'enablement', region: null, locale: null }];
    const personId = await addPerson(manager, workspaceId, { name: personName, memberships });
    return addKey(manager, {
      workspaceId,
      personId,
      name: 'first key',
      scopes: ['read', 'write', 'admin'],
      expiresAt: null,
    });
  });
  await dataSource.destroy();
  console.log(
    `Workspace ${slug} is there. The key of ${personName}, shown this once:\n${key.text}`,
  );
} catch (error) {
  const taken = (error as { code?: string }).code === '23505';
  const message = error instanceof Error ? error.message : String(error);
  console.error(taken ? `There already is a workspace "${slug}".` : message);
  process.exit(1);
}
