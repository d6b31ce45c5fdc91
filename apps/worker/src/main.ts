import { readSettings } from '#engine';
import { startWorker, WorkerSettings } from './index.js';

try {
  const worker = await startWorker(readSettings(WorkerSettings, process.env));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void worker.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
