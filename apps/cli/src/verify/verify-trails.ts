import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { FailedRun } from '../failed-run.js';
import { print } from '../print.js';
import { ExportVerifier } from './export-verifier.js';
import type { Brought } from './log.js';

/** Some editors put it before what they save; it changes nothing of what is proven. */
const BYTE_ORDER_MARK = /^\uFEFF/u;

/**
 * Reads an audit export, replays every trail in it and makes every root of its tree anew. Prints each item whose trail does
 * not hold with its first bad row, what does not hold of the tree, and a summary; ends as failed where there is any.
 */
export async function verifyTrails(source: Readable | string, brought: Brought): Promise<void> {
  const input = typeof source === 'string' ? createReadStream(source) : source;
  const verifier = new ExportVerifier(brought);
  let lines = 0;
  let found = 0;
  const tell = (faults: string[]) => {
    found += faults.length;
    for (const fault of faults) print(fault);
  };
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      lines += 1;
      tell(verifier.take(lines === 1 ? line.replace(BYTE_ORDER_MARK, '') : line));
    }
  } catch (error) {
    const place = lines === 0 ? '' : `line ${lines}: `;
    // Within what an item was, anything may stand; where that is no item at all, some field of it is not there.
    const why =
      error instanceof TypeError
        ? `expected the item that its trail leads to; found another kind of thing (${error.message})`
        : (error as Error).message;
    throw new FailedRun(`The export could not be read: ${place}${why}`);
  }
  const { whole, items, entries, revisions, faults, log } = verifier.finish();
  if (!whole) {
    throw new FailedRun(
      `The export is not whole: found ${items} items, and no last line that counts as many items.`,
    );
  }
  tell(log?.faults ?? []);
  print(
    `${items} items, ${entries} entries, ${revisions} revisions: ` +
      (faults === 0
        ? 'every trail holds and leads to what is stored.'
        : `${faults} ${faults === 1 ? 'does' : 'do'} not hold.`),
  );
  for (const notice of log?.notices ?? [
    'Nothing of it is signed: it is from before there was a tree.',
  ]) {
    print(notice);
  }
  if (found > 0) throw new FailedRun(`Things that do not hold: ${found}, each named above.`);
}
