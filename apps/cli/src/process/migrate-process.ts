import { setTimeout as pause } from 'node:timers/promises';
import type { BatonClient } from '../baton-client.js';
import { FailedRun } from '../failed-run.js';
import { print, tell } from '../print.js';
import { findDigest } from './process-versions.js';
import { readSource } from './source-file.js';

interface Counts {
  mapped: number;
  needsChoice: number;
  blocked: number;
}

interface Planned {
  slug: string;
  locale: string;
  stage: string;
  reason: string | null;
  notes: string[];
}

interface Report {
  whyNot: { detail: string }[];
  counts: Counts;
  mapped: { items: Planned[] };
  needsChoice: { items: Planned[] };
  blocked: { items: Planned[] };
}

interface Run {
  id: string;
  status: 'running' | 'done' | 'stopped';
  stoppedBecause: string | null;
  counts: { live: number; migrated: number; needsChoice: number; blocked: number; failed: number };
}

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
  const report = await client.post<Report>('/v1/process-migrations', mapping);
  printReport(report);
  if (!apply) {
    if (report.whyNot.length > 0) throw new FailedRun('It cannot be started yet.');
    return print('Nothing was changed: --apply starts it.');
  }
  const { id } = await client.post<Run>('/v1/process-migrations', { ...mapping, dryRun: false });
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
async function mappingIn(client: BatonClient, file: string): Promise<object> {
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
    const run = await client.get<Run>(`/v1/process-migrations/${id}`);
    const progress = `${run.counts.migrated} of ${run.counts.live} migrated`;
    if (progress !== said) tell(progress);
    said = progress;
    if (run.status !== 'running') return run;
    await pause(LOOK_MS);
  }
}

async function printUnmigrated(client: BatonClient, id: string): Promise<void> {
  type Unmigrated = Pick<Planned, 'slug' | 'locale' | 'stage' | 'reason'>;
  for (const [outcome, title] of [
    ['needs_choice', 'Need a choice'],
    ['blocked', 'Blocked'],
    ['failed', 'Failed'],
  ] as const) {
    const items = await client.all<Unmigrated>(
      `/v1/process-migrations/${id}/items?outcome=${outcome}`,
    );
    printItems(title, items.length, items);
  }
}
