import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { messageOf, openUndo } from '../bench/undo.js';
import { openGround } from './ground.js';
import { readProofLibrary } from './library.js';
import { prove } from './proof.js';
import { PROVED_WITH } from './tools.js';

const USAGE = `Usage: npm run proof:localization -- [--library <folder>] [--short] [--require]
  Takes texts through localization, and what leaves the house to other people's tools.
  --library  a folder laid out as for "baton import", with translations; a small one of its own where it is left out
  --short    one locale for OmegaT, and one course
  --require  fails where a tool is not installed
DATABASE_URL names a server to create a database on, in place of an embedded one.`;

const FOLDER = join(process.cwd(), '.baton/proof-localization');
const OWN_LIBRARY = join(process.cwd(), 'test/localization/library');
const LONGEST_MINUTES = 30;

const startedAt = performance.now();

/** With the seconds since the start. */
function say(sentence: string): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${seconds.padStart(6)} s  ${sentence}\n`);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        library: { type: 'string' },
        short: { type: 'boolean', default: false },
        require: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n${USAGE}\n`);
    process.exit(2);
  }
}

const { library, short, require } = readOptions();
const folder =
  library === undefined ? OWN_LIBRARY : resolve(process.env['INIT_CWD'] ?? '.', library);
const missing = new Set<string>();
const leaveOut = (name: string) => void missing.add(name);
const undo = openUndo(say);
undo.push(() => rmSync(FOLDER, { recursive: true, force: true }));
let givenUp = false;
/** Once: what fails while everything is undone is no news. */
async function giveUp(why: string): Promise<void> {
  if (givenUp) return;
  givenUp = true;
  say(`It does not hold: ${why}`);
  await undo.all();
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void giveUp(`ended by ${signal}.`));
}
setTimeout(
  () => void giveUp(`it is not done after ${LONGEST_MINUTES} minutes.`),
  LONGEST_MINUTES * 60_000,
).unref();
try {
  const texts = readProofLibrary(folder);
  const ground = await openGround({ folder: FOLDER, undo, say, leaveOut });
  await prove(ground, texts, short);
  for (const name of missing)
    say(`Left out, since ${name} is not installed: ${PROVED_WITH[name]}.`);
  if (require && missing.size > 0) throw new Error('a tool that is required is not installed.');
  await undo.all();
  say('It holds.');
} catch (error) {
  await giveUp(messageOf(error));
}
