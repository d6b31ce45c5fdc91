import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { FailedRun } from '../failed-run.js';
import { ItemVerifier } from './item-verifier.js';

/**
 * Reads an audit export and replays every trail in it. Prints each item whose trail does not hold with its first bad
 * row, and a summary; ends as failed where there is any.
 */
export async function verifyTrails(source: Readable | string): Promise<void> {
  const input = typeof source === 'string' ? createReadStream(source) : source;
  const verifier = new ItemVerifier();
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      const fault = verifier.take(line);
      if (fault !== null) print(fault);
    }
  } catch (error) {
    throw new FailedRun(`The export could not be read: ${(error as Error).message}`);
  }
  const { whole, items, entries, revisions, faults } = verifier.finish();
  if (!whole) {
    throw new FailedRun(
      `The export is not whole: found ${items} items and no last line that counts as many.`,
    );
  }
  print(
    `${items} items, ${entries} entries, ${revisions} revisions: ` +
      (faults === 0
        ? 'every trail holds and leads to what is stored.'
        : `${faults} ${faults === 1 ? 'does' : 'do'} not hold.`),
  );
  if (faults > 0) throw new FailedRun('');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
