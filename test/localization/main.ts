import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../bench/undo.js';
import { runProof } from '../proofs/run-proof.js';
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
await runProof({ folder: FOLDER, longestMinutes: LONGEST_MINUTES }, async ({ say, undo }) => {
  const texts = readProofLibrary(folder);
  const ground = await openGround({ folder: FOLDER, undo, say, leaveOut });
  await prove(ground, texts, short);
  for (const name of missing)
    say(`Left out, since ${name} is not installed: ${PROVED_WITH[name]}.`);
  if (require && missing.size > 0) throw new Error('a tool that is required is not installed.');
});
