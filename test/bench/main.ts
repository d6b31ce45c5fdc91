import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bench } from './bench.js';
import { PLANS } from './plan.js';
import { reportJson, reportText } from './report.js';
import { messageOf, openUndo } from './undo.js';

const USAGE = `Usage: npm run bench -- [--short] [--profile]
  --short    to see that it works: under a minute on a machine with nothing else to do; its figures say little
  --profile  the API that is measured leaves a processor profile in .baton/bench, and is the slower for it
DATABASE_URL names a server to create a database on, in place of an embedded one. POOL_SIZE and LOG_LEVEL reach the API.`;

const FOLDER = join(process.cwd(), '.baton/bench');

function readArguments(): { short: boolean; profile: boolean } {
  try {
    const { short = false, profile = false } = parseArgs({
      options: { short: { type: 'boolean' }, profile: { type: 'boolean' } },
    }).values;
    return { short, profile };
  } catch (error) {
    say(`${messageOf(error)}\n${USAGE}`);
    process.exit(2);
  }
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

const { short, profile } = readArguments();
const undo = openUndo(say);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void undo.all().then(() => process.exit(1)));
}
try {
  const plan = short ? PLANS.short : PLANS.full;
  const findings = await bench(plan, { folder: FOLDER, profiled: profile, undo, say });
  await undo.all();
  process.stdout.write(`\n${reportText(findings)}\n\n${reportJson(findings)}\n`);
} catch (error) {
  await undo.all();
  say(messageOf(error));
  process.exitCode = 1;
}
