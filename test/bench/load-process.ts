import type { Driven } from './drive.js';
import { runHttpLoad } from './http-load.js';
import { figuresOf } from './latencies.js';
import type { Load, LoadAnswer } from './loader.js';
import { runEngineSql, runPlainSql } from './sql-load.js';

/** The load under way was told to come to its end. */
let isOver = false;

// A process of its own, so that what sends the load shares neither thread nor heap with what measures or answers it.
process.on('message', (message: Load | 'finish') => {
  isOver = message === 'finish';
  if (message !== 'finish') void answerTo(message).then((answer) => process.send!(answer));
});
process.on('disconnect', () => process.exit(0));

async function answerTo(load: Load): Promise<LoadAnswer> {
  try {
    const { samples, senderCpuMs } = await run(load);
    return { figures: { ...figuresOf(samples), senderCpuMs } };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

function run(load: Load): Promise<Driven> {
  switch (load.kind) {
    case 'http':
      return runHttpLoad(load, () => isOver);
    case 'plain_sql':
      return runPlainSql(load);
    case 'engine_sql':
      return runEngineSql(load);
  }
}
