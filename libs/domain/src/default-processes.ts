import type { ProcessDefinition } from './process-definition.js';
import { contentProcess } from './processes/content.process.js';
import { trainingProcess } from './processes/training.process.js';
import { variantProcess } from './processes/variant.process.js';

/** The processes that every new workspace starts with, one per kind of item. */
export const DEFAULT_PROCESSES: readonly ProcessDefinition[] = [
  contentProcess,
  trainingProcess,
  variantProcess,
];
