import type { BatonClient } from '#client';
import { choiceFor, endingOf, foundEnding, isLeft } from './endings.js';
import { followUp, type Ground, openGround } from './ground.js';
import { holds } from './holds.js';
import { killHalfway, slowDown } from './kill-halfway.js';
import { countBy, GROUPS, populate, type Seeded } from './population.js';
import { type Aside, choose, dryRun, ended, setAside, startRun } from './run.js';
import { startServers } from './servers.js';
import { exportedTrails, storedTrails } from './trails.js';
import { NEW } from './versions.js';

/**
 * Brings items in all stages to another version of their process, kills the worker and the API on the way, and throws
 * unless in the end every item is where it has to be, by a trail that leads there.
 */
export async function prove(
  count: number,
  given: Pick<Ground, 'folder' | 'undo' | 'say'>,
): Promise<void> {
  const { say } = given;
  const ground = await openGround(given);
  const seeded = await populate(ground.pool, ground, count);
  say(`${count} items stand on the line: ${inWords(countBy(seeded, ({ group }) => group))}.`);
  await followUp(ground);
  await ground.database.settle();
  const before = await startServers(ground);
  say('A new version of their process is active, and API and worker run.');
  const mapped = await dryRun(before.client, seeded, say);

  const quicken = await slowDown(ground, count);
  const id = await startRun(before.client);
  say('The run is started.');
  const killed = await killHalfway(ground, before, { id, mapped, to: NEW.digest });
  await quicken();
  const { pinned } = killed;
  holds('After the kill', { status: 'running', migrated: pinned, pinned }, killed);
  if (pinned >= mapped) throw new Error(`The kill came too late: all ${mapped} were over.`);
  say(
    `Worker and API were killed in the middle of a batch: ${pinned} items are over, ${mapped - pinned} are still to go.`,
  );
  await checkKilled(ground, seeded, pinned);

  const { client } = await startServers(ground);
  say('Both are started again, and nobody asks for anything.');
  const resumed = await ended(client, id);
  holds('The run resumed', { migrated: mapped, failed: 0 }, pick(resumed.counts));
  const aside = await setAside(client, id);
  checkAside(aside, seeded.filter(isSetAside));
  say(`The run went on by itself and is done: ${mapped} are over, ${aside.length} set aside.`);

  await settle(client, { id, seeded, say });
  const last = await ended(client, id);
  const over = seeded.filter((item) => endingOf(item).version === 'new').length;
  holds('The run in the end', { migrated: over, failed: 0 }, pick(last.counts));
  const left = await setAside(client, id);
  checkAside(
    left,
    seeded.filter((item) => isSetAside(item) && endingOf(item).version === 'old'),
  );
  say(
    `The run went on and is done: ${over} are over, ${left.length} are listed with their reason.`,
  );
  await checkEnding(ground, { client, seeded, over });
}

/** In the moment of the kill every item is either over, by one entry, or as it was. */
async function checkKilled(ground: Ground, seeded: Seeded[], pinned: number): Promise<void> {
  const { items, entries } = await storedTrails(ground);
  holds('Items after the kill', seeded.length, items.size);
  const over = [...items.values()].filter(({ migrations }) => migrations > 0);
  holds('Items with an entry that migrated them', pinned, over.length);
  for (const { stored, migrations } of over) {
    holds(
      `Item ${stored.slug} after the kill`,
      [NEW.digest, 1],
      [stored.processDigest, migrations],
    );
  }
  ground.say(
    `None is half over: all ${items.size} trails, ${entries} entries, lead to what is stored.`,
  );
}

/** The choices, the releases of the held tasks and the stage that nobody mapped; one in ten is left as it is. */
async function settle(
  client: BatonClient,
  { id, seeded, say }: { id: string; seeded: Seeded[]; say: Ground['say'] },
): Promise<void> {
  const held = seeded.filter((item) => item.group === 'structuring_held' && !isLeft(item));
  const queue = held.values();
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      for (const { taskId } of queue) {
        const params = { path: { taskId: taskId! } };
        await client.POST('/v1/tasks/{taskId}/release', { params });
      }
    }),
  );
  say(`${held.length} held tasks are released.`);
  const chosen = seeded.filter((item) => item.group === 'brief' && !isLeft(item));
  for (let start = 0; start < chosen.length; start += CHOICES_A_REQUEST) {
    const some = chosen.slice(start, start + CHOICES_A_REQUEST);
    const choices = Object.fromEntries(some.map((item) => [item.slug, choiceFor(item)]));
    await choose(client, id, { choices, stages: { approved: 'cleared' } });
  }
  say(`${chosen.length} choices are given, and a stage for what was approved.`);
}

const SENDERS = 8;
const CHOICES_A_REQUEST = 5_000;

/** Every item is where it has to be, and no other is there. */
async function checkEnding(
  { pool, workspaceId, say }: Ground,
  { client, seeded, over }: { client: BatonClient; seeded: Seeded[]; over: number },
): Promise<void> {
  const { items, entries } = await exportedTrails(client);
  holds('Items in the end', seeded.length, items.size);
  for (const item of seeded) {
    const exported = items.get(item.id);
    if (exported === undefined) throw new Error(`Item ${item.slug} is lost.`);
    holds(`Item ${item.slug} (${item.group})`, endingOf(item), foundEnding(exported));
  }
  const { rows } = await pool.query<{ told: number; items: number }>(
    `select count(*)::integer as told, count(distinct item_id)::integer as items
     from message where workspace_id = $1 and type = 'item.migrated'`,
    [workspaceId],
  );
  holds('Facts that an item was migrated', { told: over, items: over }, rows[0]);
  say(
    `Every one of ${items.size} items is where it has to be, ${over} by one entry and one fact each; all ${entries} entries lead to what is stored, with its tasks.`,
  );
}

function isSetAside({ group }: Seeded): boolean {
  return GROUPS[group].said === 'needsChoice' || GROUPS[group].said === 'blocked';
}

/** The same items, none of them twice, each with its outcome and a reason. */
function checkAside(aside: Aside[], expected: Seeded[]): void {
  const name = { needsChoice: 'needs_choice', blocked: 'blocked', mapped: '', finished: '' };
  const lines = (pairs: [string, string][]) => pairs.map((pair) => pair.join(' ')).toSorted();
  holds(
    'Items set aside',
    lines(expected.map(({ id, group }) => [id, name[GROUPS[group].said]])),
    lines(aside.map(({ itemId, outcome }) => [itemId, outcome])),
  );
  const silent = aside.filter(({ reason }) => reason === '').length;
  holds('Items set aside without a reason', 0, silent);
}

function pick({ migrated, failed }: { migrated: number; failed: number }) {
  return { migrated, failed };
}

function inWords(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, number]) => `${number} ${name.replaceAll('_', ' ')}`)
    .join(', ');
}
