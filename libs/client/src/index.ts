export {
  allItems,
  dataOf,
  everyItem,
  once,
  type PageQuery,
  seen,
  unlessNew,
} from './conveniences.js';
export {
  type BatonClient,
  type BatonConnection,
  createBatonClient,
} from './create-baton-client.js';
export type { components, operations, paths } from './openapi.js';
export { type Problem, ProblemAnswer, problemOf } from './problem-answer.js';
