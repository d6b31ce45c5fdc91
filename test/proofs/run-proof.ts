import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { messageOf, openUndo, type Undo } from '../bench/undo.js';

interface Frame {
  /** holds what the proof writes; removed however it ends */
  folder: string;
  longestMinutes: number;
}

/** What a proof is given: where to tell what it does, and what to undo when it ends. */
interface Given {
  /** with the seconds since the start */
  say: (sentence: string) => void;
  undo: Undo;
}

/** Says whether a proof holds. Whatever ends it, a failure, a signal or the time, everything is undone. */
export async function runProof(
  { folder, longestMinutes }: Frame,
  prove: (given: Given) => Promise<void>,
): Promise<void> {
  const startedAt = performance.now();
  const say = (sentence: string) => {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(`${seconds.padStart(6)} s  ${sentence}\n`);
  };
  const undo = openUndo(say);
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  let givenUp = false;
  /** Once: what fails while everything is undone is no news. */
  const giveUp = async (why: string) => {
    if (givenUp) return;
    givenUp = true;
    say(`It does not hold: ${why}`);
    await undo.all();
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void giveUp(`ended by ${signal}.`));
  }
  setTimeout(
    () => void giveUp(`it is not done after ${longestMinutes} minutes.`),
    longestMinutes * 60_000,
  ).unref();
  try {
    await prove({ say, undo });
    await undo.all();
    say('It holds.');
  } catch (error) {
    await giveUp(messageOf(error));
  }
}
