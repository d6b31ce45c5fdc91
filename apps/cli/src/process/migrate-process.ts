import { allItems, type BatonClient, type components, dataOf } from '#client';
import { setTimeout as pause } from 'node:timers/promises';
import { FailedRun } from '../failed-run.js';
import { print, tell } from '../print.js';
import { findDigest } from './process-versions.js';
import { readSource } from './source-file.js';

type Mapping = components['schemas']['MigrationBody'];
type Planned = components['schemas']['PlannedItemView'];
type Report = components['schemas']['MigrationReportView'];
type Run = components['schemas']['MigrationView'];

/** Items that are named one by one; the others are counted. */
const NAMED = 20;
/** Between two looks at a run, in milliseconds. */
const LOOK_MS = 500;

/**
 * Tells what a migration would do, and with `apply` starts it and follows it to its end. Fails where items are left that
 * somebody has to look at; a run goes on in the server whether somebody follows it or not.
 */
export async function migrateProcess(
  client: BatonClient,
  file: string,
  { apply = false }: { apply?: boolean },
): Promise<void> {
  const mapping = await mappingIn(client, file);
  const start = (body: Mapping) => dataOf(client.POST('/v1/process-migrations', { body }));
  const report = (await start(mapping)) as Report;
  printReport(report);
  if (!apply) {
    if (report.whyNot.length > 0) throw new FailedRun('It cannot be started yet.');
    return print('Nothing was changed: --apply starts it.');
  }
  const { id } = (await start({ ...mapping, dryRun: false })) as Run;
  const run = await follow(client, id);
  const { migrated, needsChoice, blocked, failed } = run.counts;
  print(
    `Migration ${id} is ${run.status}: ${migrated} migrated, ${needsChoice} need a choice, ${blocked} blocked, ${failed} failed.`,
  );
  if (run.stoppedBecause !== null) print(run.stoppedBecause);
  await printUnmigrated(client, id);
  if (run.status !== 'done' || needsChoice + blocked + failed > 0) throw new FailedRun('');
}

/** The mapping in a file, with digests in full. */
async function mappingIn(client: BatonClient, file: string): Promise<Mapping> {
  const source = readSource(file);
  if (typeof source !== 'object' || source === null || Array.isArray(source)) {
    throw new FailedRun(`${file}: expected from, to and stages; found something else.`);
  }
  const { from, to, ...rest } = source as { from?: unknown; to?: unknown };
  if (typeof from !== 'string' || typeof to !== 'string') {
    throw new FailedRun(
      `${file}: expected from and to, each a digest or the id of a process; found something else.`,
    );
  }
  return { ...rest, from: await findDigest(client, from), to: await findDigest(client, to) };
}

function printReport({ whyNot, counts, mapped, needsChoice, blocked }: Report): void {
  print(
    `${counts.mapped} would be migrated, ${counts.needsChoice} need a choice, ${counts.blocked} are blocked.`,
  );
  const noted = mapped.items.filter(({ notes }) => notes.length > 0);
  printItems(
    'Something gets lost',
    counts.mapped > mapped.items.length ? null : noted.length,
    noted.map((item) => ({ ...item, reason: item.notes.join(' ') })),
  );
  printItems('Need a choice', counts.needsChoice, needsChoice.items);
  printItems('Blocked', counts.blocked, blocked.items);
  for (const { detail } of whyNot) print(detail);
}

/** `count` is null where nobody counted. */
function printItems(
  title: string,
  count: number | null,
  items: Pick<Planned, 'slug' | 'locale' | 'stage' | 'reason'>[],
): void {
  if (items.length === 0) return;
  print(`${title}:`);
  for (const { slug, locale, stage, reason } of items.slice(0, NAMED)) {
    print(`  ${slug} ${locale} (${stage}): ${reason}`);
  }
  if (count === null) return print('  … and perhaps others');
  if (count > NAMED) print(`  … and ${count - NAMED} more`);
}

async function follow(client: BatonClient, id: string): Promise<Run> {
  let said = '';
  for (;;) {
    const params = { path: { migrationId: id } };
    const run = await dataOf(client.GET('/v1/process-migrations/{migrationId}', { params }));
    const progress = `${run.counts.migrated} of ${run.counts.live} migrated`;
    if (progress !== said) tell(progress);
    said = progress;
    if (run.status !== 'running') return run;
    await pause(LOOK_MS);
  }
}

async function printUnmigrated(client: BatonClient, id: string): Promise<void> {
  const path = { migrationId: id };
  for (const [outcome, title] of [
    ['needs_choice', 'Need a choice'],
    ['blocked', 'Blocked'],
    ['failed', 'Failed'],
  ] as const) {
    const items = await allItems((query) => {
      const params = { path, query: { outcome, ...query } };
      return dataOf(client.GET('/v1/process-migrations/{migrationId}/items', { params }));
    });
    printItems(title, items.length, items);
  }
}
