import { WorkspacesAndPeople1761955200001 } from './0001-workspaces-and-people.js';
import { TheLine1761955200002 } from './0002-the-line.js';
import { TextSearch1761955200003 } from './0003-text-search.js';
import { RolesThatExecute1761955200004 } from './0004-roles-that-execute.js';

/** Every schema change in order; the last one is what a running application expects to find. */
export const MIGRATIONS = [
  WorkspacesAndPeople1761955200001,
  TheLine1761955200002,
  TextSearch1761955200003,
  RolesThatExecute1761955200004,
];
