import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { proveInterchange } from './prove.js';

const folder = await mkdtemp(join(tmpdir(), 'baton-interchange-'));
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
try {
  await proveInterchange({
    say,
    write: async (name, pieces) => {
      await pipeline(pieces, createWriteStream(join(folder, name)));
      return join(folder, name);
    },
  });
  say('It holds.');
} catch (error) {
  say(`It does not hold: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
