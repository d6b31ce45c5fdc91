import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../../bench/undo.js';
import { hasRedis } from '../../redis-server.js';
import { runProof } from '../run-proof.js';
import { type Jobs, prove } from './prove.js';
import { FULL, type Scale, SHORT } from './scale.js';

const USAGE = `Usage: npm run proof:webhooks -- [--facts 10000] [--jobs postgres|redis|both] [--short] [--seed 1]
  Sends facts to receivers that fail, hang, redirect and drop answers, kills whatever takes part in it on the way, and
  checks every single delivery.
  --facts  how many comments are written, 200 to 100000
  --jobs   where the jobs of the worker are kept; both, one after the other, where it is left out
  --short  300 facts and fewer kills
  --seed   of what happens at random, a whole number
DATABASE_URL names a server to create a database on, in place of an embedded one.`;

const FOLDER = join(process.cwd(), '.baton/proof-webhooks');
const LONGEST_MINUTES = 25;

interface Options {
  scale: Scale;
  jobs: Jobs[];
  seed: number;
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        facts: { type: 'string' },
        jobs: { type: 'string', default: 'both' },
        short: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
      },
    });
    const scale = values.short ? SHORT : FULL;
    const facts = wholeNumber('--facts', values.facts ?? String(scale.facts), [200, 100_000]);
    const seed = wholeNumber('--seed', values.seed, [0, 1_000_000]);
    return { scale: { ...scale, facts }, jobs: jobsOf(values.jobs), seed };
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n${USAGE}\n`);
    process.exit(2);
  }
}

function wholeNumber(name: string, text: string, [least, most]: [number, number]): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`Expected ${name} from ${least} to ${most}; found ${text}.`);
}

function jobsOf(text: string): Jobs[] {
  if (text === 'both') return ['postgres', 'redis'];
  if (text === 'postgres' || text === 'redis') return [text];
  throw new Error(`Expected --jobs postgres, redis or both; found ${text}.`);
}

const { scale, jobs, seed } = readOptions();
await runProof({ folder: FOLDER, longestMinutes: LONGEST_MINUTES }, async ({ say, undo }) => {
  const possible = jobs.filter((each) => each === 'postgres' || hasRedis);
  if (possible.length < jobs.length)
    say('Left out: jobs in Redis. This machine has no redis-server.');
  await prove(possible, { scale, seed, folder: FOLDER, say, undo });
});
