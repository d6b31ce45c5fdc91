import type { Done } from './faults.js';
import { MOODS } from './moods.js';
import type { Endpoint, Site } from './site.js';

/** What was done to the parts, in a sentence. */
export function brokenInWords(done: Done): string {
  const parts = [
    `the API was killed ${done.apiKills} times`,
    `a worker ${done.workerKills}`,
    `PostgreSQL ${done.databaseKills}`,
    ...(done.redisKills > 0 ? [`Redis ${done.redisKills}`] : []),
    ...(done.redisFlushes > 0 ? [`and emptied ${done.redisFlushes}`] : []),
    `a worker was frozen for 20 s ${done.freezes} times`,
  ];
  return parts.join(', ');
}

/** What came to one receiver, and what it did with that. */
export function arrivalsInWords({ receiver }: Endpoint): string {
  const messages = [...receiver.messages.values()];
  const arrivals = sum(messages.map((message) => message.arrivals));
  const accepted = sum(messages.map((message) => message.accepted));
  const taken = messages.filter((message) => message.accepted > 0).length;
  const again = accepted - taken;
  const share = ((100 * again) / taken).toFixed(2);
  const moods = MOODS.map((mood) => `${receiver.moods[mood]} ${mood}`).join(', ');
  const silence = (receiver.silence.longest / 1000).toFixed(1);
  return `${receiver.name}: ${messages.length} messages arrived ${arrivals} times (${moods}); ${again} were taken again (${share} %); longest silence ${silence} s.`;
}

/** Attempts by what came of them, and those of which nobody could say any more what did. */
export async function attemptsInWords({ pool, workspaceId }: Site): Promise<string> {
  const { rows } = await pool.query<{ outcome: string; count: number }>(
    `select coalesce(error || coalesce(' ' || status_code, ''), 'delivered') as outcome, count(*)::integer
     from attempt where workspace_id = $1 group by 1 order by 2 desc`,
    [workspaceId],
  );
  const { rows: begun } = await pool.query<{ attempts: number; twice: number }>(
    `select sum(attempts)::integer as attempts,
       (select count(*)::integer from (
          select from attempt where workspace_id = $1 and error is null
          group by endpoint_id, message_id having count(*) > 1) several) as twice
     from delivery where workspace_id = $1`,
    [workspaceId],
  );
  const recorded = sum(rows.map(({ count }) => count));
  const outcomes = rows.map(({ outcome, count }) => `${count} ${outcome}`).join(', ');
  const { attempts, twice } = begun[0]!;
  return `${attempts} attempts: ${outcomes}; of ${attempts - recorded} nothing was recorded, since their worker or the database was killed in between; ${twice} deliveries have two that were taken, by a worker that was frozen and by another.`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
