import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../bench/undo.js';
import { prove } from './proof.js';
import { runProof } from './run-proof.js';

const USAGE = `Usage: npm run proof -- [--items 10000]
  Brings items to another version of their process while worker and API are killed, and checks every one of them.
  --items  how many, 300 to 100000: fewer would go over in one batch, which has no middle
DATABASE_URL names a server to create a database on, in place of an embedded one.`;

const FOLDER = join(process.cwd(), '.baton/proof');
const LONGEST_MINUTES = 10;

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
await runProof({ folder: FOLDER, longestMinutes: LONGEST_MINUTES }, ({ say, undo }) =>
  prove(items, { folder: FOLDER, undo, say }),
);
