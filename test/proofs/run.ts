import { setTimeout as pause } from 'node:timers/promises';
import type { BatonClient } from '../../apps/cli/src/baton-client.js';
import type { Ground } from './ground.js';
import { holds } from './holds.js';
import { countBy, GROUPS, type Said, type Seeded } from './population.js';
import { MAPPING } from './versions.js';

const RUNS = '/v1/process-migrations';

/** A run as the API shows it. */
export interface Run {
  id: string;
  status: string;
  stoppedBecause: string | null;
  counts: Record<'live' | 'migrated' | 'needsChoice' | 'blocked' | 'failed', number>;
}

/** An item that a run set aside, as the API shows it. */
export interface Aside {
  itemId: string;
  outcome: string;
  reason: string;
}

type Listed = { items: { reason: string | null }[]; nextCursor: string | null };
type Report = Record<'mapped' | 'needsChoice' | 'blocked', Listed> & {
  counts: Record<'mapped' | 'needsChoice' | 'blocked', number>;
};

/** Asks what would happen, and compares it with what was seeded. Gives how many items it would bring over. */
export async function dryRun(
  client: BatonClient,
  seeded: Seeded[],
  say: Ground['say'],
): Promise<number> {
  const { counts } = await client.post<Report>(RUNS, MAPPING);
  const wanted = countBy(seeded, ({ group }) => GROUPS[group].said) as Record<Said, number>;
  const { mapped, needsChoice, blocked } = wanted;
  holds('The dry run', { mapped, needsChoice, blocked }, counts);
  say(
    `A dry run would bring ${mapped} over; ${needsChoice} need a choice and ${blocked} are blocked:`,
  );
  for (const outcome of ['needsChoice', 'blocked'] as const) {
    const reasons: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const from = cursor === '' ? {} : { cursor };
      const report: Report = await client.post<Report>(RUNS, { ...MAPPING, ...from });
      reasons.push(...report[outcome].items.map(({ reason }) => reason!));
      cursor = report[outcome].nextCursor;
    }
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
  return (await client.post<Run>(RUNS, { ...MAPPING, dryRun: false })).id;
}

const POLL_MS = 50;

/** The run when it runs no more. */
export async function ended(client: BatonClient, id: string): Promise<Run> {
  for (;;) {
    const run = await client.get<Run>(`${RUNS}/${id}`);
    if (run.status !== 'running') {
      holds('The run ends', ['done', null], [run.status, run.stoppedBecause]);
      return run;
    }
    await pause(POLL_MS);
  }
}

export async function setAside(client: BatonClient, id: string): Promise<Aside[]> {
  return client.all<Aside>(`${RUNS}/${id}/items`);
}

/** Chooses, and lets the run come again to all that it set aside. */
export async function choose(client: BatonClient, id: string, choices: object): Promise<void> {
  await client.post<Run>(`${RUNS}/${id}/choices`, choices);
}
