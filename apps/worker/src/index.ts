export { makeKeyFile, readKeyFile, signingKeyFrom } from './audit-key/private-key.js';
export { type Duty, DUTIES, dutiesFor } from './duties.js';
export { WorkerSettings } from './settings.js';
export { type RunningWorker, startWorker } from './worker.js';
