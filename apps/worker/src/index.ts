export { type Duty, DUTIES } from './duties.js';
export { type RunningWorker, startWorker } from './worker.js';
