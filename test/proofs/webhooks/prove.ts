import { setTimeout as pause } from 'node:timers/promises';
import { randomOf } from '../../bench/memory-texts.js';
import { type Ground, openGround } from '../ground.js';
import { holds } from '../holds.js';
import { listDead, listedAsDead, replay } from './dead.js';
import { breakThings } from './faults.js';
import { arrivalsInWords, attemptsInWords, brokenInWords } from './figures.js';
import { checkEndpoint, checkFeed } from './laws.js';
import type { Scale } from './scale.js';
import { openSite, type Site } from './site.js';
import { letTimePass } from './time.js';
import { type Acknowledged, write } from './writers.js';

export type Jobs = 'postgres' | 'redis';

const POLL_MS = 100;
/** How long nothing may come before the proof says that nothing comes any more, in milliseconds. */
const SILENCE_MS = 90_000;

/**
 * Sends facts to two receivers that do what receivers do at their worst, breaks every part on the way, and throws unless
 * each fact was delivered, the same each time, or is listed as given up and delivered when it is asked for again.
 */
export async function prove(
  jobs: Jobs[],
  given: { scale: Scale; seed: number } & Pick<Ground, 'folder' | 'undo' | 'say'>,
): Promise<void> {
  const ground = await openGround(given);
  const { say } = given;
  say(`${ground.database.description}; seed ${given.seed}.`);
  if (ground.database.crash === null) say('Left out: killing PostgreSQL, which is not our own.');
  for (const each of jobs) await proveWith(ground, { jobs: each, ...given });
}

async function proveWith(
  ground: Ground,
  { jobs, scale, seed }: { jobs: Jobs; scale: Scale; seed: number },
): Promise<void> {
  const say = (sentence: string) => ground.say(`${jobs}: ${sentence}`);
  const startedAt = performance.now();
  const withRedis = jobs === 'redis';
  const site = await openSite(ground, { slug: jobs, withRedis, scale, seed });
  say('An API and two workers run, for two endpoints: standard and cloudevents.');
  say('Waiting times of hours are let pass by SQL; a delivery is in hand for 6 s instead of 40.');
  const time = letTimePass(site.pool, site.workspaceId);
  ground.undo.push(time.stop);

  const history = await underFaults(ground, site, { scale, random: randomOf(seed), say });
  await settled(site);
  const dead = await listDead(site);
  await check(site, history, new Set(dead.map(({ messageId }) => messageId)));
  for (const endpoint of site.endpoints) say(arrivalsInWords(endpoint));
  say(await attemptsInWords(site));
  say(
    `The feed holds each comment once, without a gap; each fact is delivered, or one of ${dead.length} that are listed as dead.`,
  );

  for (const { receiver } of site.endpoints) receiver.mend();
  const replayed = await replay(site, dead);
  await settled(site);
  holds('What is dead in the end', [], await listedAsDead(site.client));
  await check(site, history, new Set());
  await time.stop();
  await site.close();
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  say(`All ${replayed} were replayed and are delivered. ${seconds} s.`);
}

/** What was acknowledged, and how often PostgreSQL was killed meanwhile. */
interface History {
  acknowledged: Acknowledged[];
  databaseKills: number;
}

/** Writes while things are broken, until the last of them was. */
async function underFaults(
  { database }: Ground,
  site: Site,
  { scale, random, say }: { scale: Scale; random: () => number; say: Ground['say'] },
): Promise<History> {
  const { facts: count, kills } = scale;
  const arrived = () => Math.min(...site.endpoints.map(({ receiver }) => receiver.messages.size));
  const { fleet, redis } = site;
  let written = false;
  const writing = write(site, { count, arrived }).finally(() => (written = true));
  const breaking = breakThings(
    { fleet, database, redis, random },
    { kills, progress: () => arrived() / count, over: () => written && arrived() >= count },
  );
  const watch = watchSilence(site);
  const [{ acknowledged, repeated }, done] = await Promise.race([
    Promise.all([writing, breaking]),
    watch.broken,
  ]).finally(watch.stop);
  say(`${acknowledged.length} comments are acknowledged, ${repeated} requests were repeated.`);
  say(`Meanwhile: ${brokenInWords(done)}.`);
  return { acknowledged, databaseKills: done.databaseKills };
}

/** Fails once nothing has come to a receiver for too long. */
function watchSilence({ endpoints }: Site): { broken: Promise<never>; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const broken = new Promise<never>((_resolve, reject) => {
    timer = setInterval(() => {
      for (const { receiver } of endpoints) {
        const { name, silence, messages } = receiver;
        if (performance.now() - silence.since < SILENCE_MS) continue;
        reject(new Error(`Nothing comes to ${name} any more, after ${messages.size} messages.`));
      }
    }, POLL_MS);
  });
  return { broken, stop: () => clearInterval(timer) };
}

/** Waits until nothing is to be sequenced, relayed or sent. */
async function settled({ pool, workspaceId }: Site): Promise<void> {
  const deadline = Date.now() + SILENCE_MS * 2;
  for (;;) {
    const { rows } = await pool.query<{ waiting: number }>(
      `select (select count(*) from outbox)::integer
         + (select count(*) from delivery where workspace_id = $1 and status = 'pending')::integer
         + (select count(*) from webhook_endpoint e join log_tip t using (workspace_id)
            where workspace_id = $1 and relayed_position < position)::integer as waiting`,
      [workspaceId],
    );
    const { waiting } = rows[0]!;
    if (waiting === 0) return;
    if (Date.now() > deadline) throw new Error(`${waiting} things wait and do not get on.`);
    await pause(POLL_MS);
  }
}

async function check(
  site: Site,
  { acknowledged, databaseKills }: History,
  dead: ReadonlySet<string>,
): Promise<void> {
  const facts = await checkFeed(site, acknowledged);
  for (const endpoint of site.endpoints) {
    const own = new Set(
      [...dead].filter((id) => endpoint.receiver.messages.get(id)?.poison === true),
    );
    await checkEndpoint(site, endpoint, { facts, dead: own, databaseKills });
  }
}
