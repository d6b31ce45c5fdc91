import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { messageOf, openUndo } from '../bench/undo.js';
import { prove } from './proof.js';

const USAGE = `Usage: npm run proof -- [--items 10000]
  Brings items to another version of their process while worker and API are killed, and checks every one of them.
  --items  how many, 300 to 100000: fewer would go over in one batch, which has no middle
DATABASE_URL names a server to create a database on, in place of an embedded one.`;

const FOLDER = join(process.cwd(), '.baton/proof');
const LONGEST_MINUTES = 10;

const startedAt = performance.now();

/** With the seconds since the start. */
function say(sentence: string): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${seconds.padStart(6)} s  ${sentence}\n`);
}

function readItems(): number {
  try {
    const { items = '10000' } = parseArgs({ options: { items: { type: 'string' } } }).values;
    const count = Number(items);
    if (Number.isInteger(count) && count >= 300 && count <= 100_000) return count;
    throw new Error(`Expected --items from 300 to 100000; found ${items}.`);
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n${USAGE}\n`);
    process.exit(2);
  }
}

const items = readItems();
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
  await prove(items, { folder: FOLDER, undo, say });
  await undo.all();
  say('It holds.');
} catch (error) {
  await giveUp(messageOf(error));
}
