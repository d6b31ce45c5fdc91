import { WorkspacesAndPeople1761955200001 } from './0001-workspaces-and-people.js';
import { TheLine1761955200002 } from './0002-the-line.js';
import { TextSearch1761955200003 } from './0003-text-search.js';
import { RolesThatExecute1761955200004 } from './0004-roles-that-execute.js';
import { GoalsAndAgreements1761955200005 } from './0005-goals.js';
import { Taxonomies1761955200006 } from './0006-taxonomies.js';
import { ProcessVersions1761955200007 } from './0007-process-versions.js';
import { ItemsNameGoals1761955200008 } from './0008-items-name-goals.js';
import { TranslationMemory1761955200010 } from './0010-translation-memory.js';

/** Every schema change in order; the last one is what a running application expects to find. */
export const MIGRATIONS = [
  WorkspacesAndPeople1761955200001,
  TheLine1761955200002,
  TextSearch1761955200003,
  RolesThatExecute1761955200004,
  GoalsAndAgreements1761955200005,
  Taxonomies1761955200006,
  ProcessVersions1761955200007,
  ItemsNameGoals1761955200008,
  TranslationMemory1761955200010,
];
