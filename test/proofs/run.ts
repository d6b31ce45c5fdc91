import { allItems, type BatonClient, type components, dataOf } from '#client';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ground } from './ground.js';
import { holds } from './holds.js';
import { countBy, GROUPS, type Said, type Seeded } from './population.js';
import { MAPPING } from './versions.js';

type Schemas = components['schemas'];
type Report = Schemas['MigrationReportView'];
/** A run as the API shows it. */
export type Run = Schemas['MigrationView'];
/** An item that a run set aside, as the API shows it. */
export type Aside = Schemas['UnmigratedView'];

const start = (client: BatonClient, body: Schemas['MigrationBody']) =>
  dataOf(client.POST('/v1/process-migrations', { body }));

/** Asks what would happen, and compares it with what was seeded. Gives how many items it would bring over. */
export async function dryRun(
  client: BatonClient,
  seeded: Seeded[],
  say: Ground['say'],
): Promise<number> {
  const { counts } = (await start(client, MAPPING)) as Report;
  const wanted = countBy(seeded, ({ group }) => GROUPS[group].said) as Record<Said, number>;
  const { mapped, needsChoice, blocked } = wanted;
  holds('The dry run', { mapped, needsChoice, blocked }, counts);
  say(
    `A dry run would bring ${mapped} over; ${needsChoice} need a choice and ${blocked} are blocked:`,
  );
  for (const outcome of ['needsChoice', 'blocked'] as const) {
    const listed = await allItems(async ({ cursor }) => {
      const report = await start(client, {
        ...MAPPING,
        ...(cursor === undefined ? {} : { cursor }),
      });
      return (report as Report)[outcome];
    });
    const reasons = listed.map(({ reason }) => reason!);
    holds(`The reasons of the dry run`, wanted[outcome], reasons.length);
    tell(reasons, say);
  }
  return mapped;
}

/** Each reason once, and how many items have it. */
function tell(reasons: string[], say: Ground['say']): void {
  for (const [reason, count] of Object.entries(countBy(reasons, (reason) => reason))) {
    say(`  ${count} × ${reason}`);
  }
}

export async function startRun(client: BatonClient): Promise<string> {
  return ((await start(client, { ...MAPPING, dryRun: false })) as Run).id;
}

const POLL_MS = 50;

/** The run when it runs no more. */
export async function ended(client: BatonClient, id: string): Promise<Run> {
  for (;;) {
    const params = { path: { migrationId: id } };
    const run = await dataOf(client.GET('/v1/process-migrations/{migrationId}', { params }));
    if (run.status !== 'running') {
      holds('The run ends', ['done', null], [run.status, run.stoppedBecause]);
      return run;
    }
    await pause(POLL_MS);
  }
}

export async function setAside(client: BatonClient, id: string): Promise<Aside[]> {
  const path = { migrationId: id };
  return allItems((query) =>
    dataOf(client.GET('/v1/process-migrations/{migrationId}/items', { params: { path, query } })),
  );
}

/** Chooses, and lets the run come again to all that it set aside. */
export async function choose(
  client: BatonClient,
  id: string,
  body: Schemas['ChoicesBody'],
): Promise<void> {
  const params = { path: { migrationId: id } };
  await client.POST('/v1/process-migrations/{migrationId}/choices', { params, body });
}
