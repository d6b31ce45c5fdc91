import { readSettings } from '#engine';
import { createApi, runUntilStopped, Settings } from './index.js';

try {
  const settings = readSettings(Settings, process.env);
  const app = await createApi(settings);
  runUntilStopped(app, { timeoutMs: settings.SHUTDOWN_TIMEOUT_MS });
  await app.listen(settings.PORT, settings.HOST);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
