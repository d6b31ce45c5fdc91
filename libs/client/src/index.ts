export { dataOf, everyItem, once, seen, unlessNew } from './conveniences.js';
export {
  type BatonClient,
  type BatonConnection,
  createBatonClient,
} from './create-baton-client.js';
export type { components, operations, paths } from './openapi.js';
export { type Problem, ProblemAnswer } from './problem-answer.js';
