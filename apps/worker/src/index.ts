export { type Duty, DUTIES } from './duties.js';
export { WorkerSettings } from './settings.js';
export { type RunningWorker, startWorker } from './worker.js';
