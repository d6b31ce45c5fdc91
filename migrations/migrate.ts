import { migrate } from './index.js';

const url = process.env['MIGRATION_DATABASE_URL'] ?? process.env['DATABASE_URL'];
if (url === undefined) {
  console.error(
    'Expected MIGRATION_DATABASE_URL or DATABASE_URL to name the database; found neither.',
  );
  process.exit(2);
}
try {
  const done = await migrate(url);
  console.log(done.length === 0 ? 'The schema is up to date.' : `Migrated: ${done.join(', ')}.`);
} catch (error) {
  console.error(`The migration failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
