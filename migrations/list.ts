import { WorkspacesAndPeople1761955200001 } from './0001-workspaces-and-people.js';
import { TheLine1761955200002 } from './0002-the-line.js';
import { TextSearch1761955200003 } from './0003-text-search.js';
import { RolesThatExecute1761955200004 } from './0004-roles-that-execute.js';
import { GoalsAndAgreements1761955200005 } from './0005-goals.js';
import { Taxonomies1761955200006 } from './0006-taxonomies.js';
import { ProcessVersions1761955200007 } from './0007-process-versions.js';
import { ItemsNameGoals1761955200008 } from './0008-items-name-goals.js';
import { Segments1761955200009 } from './0009-segments.js';
import { Freshness1761955200010 } from './0010-freshness.js';
import { Published1761955200011 } from './0011-published.js';
import { Glossary1761955200012 } from './0012-glossary.js';
import { TranslationMemory1761955200013 } from './0013-translation-memory.js';
import { TheLog1761955200014 } from './0014-the-log.js';
import { Webhooks1761955200015 } from './0015-webhooks.js';
import { Checkpoints1761955200016 } from './0016-checkpoints.js';
import { SignIn1761955200017 } from './0017-sign-in.js';

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
  Segments1761955200009,
  Freshness1761955200010,
  Published1761955200011,
  Glossary1761955200012,
  TranslationMemory1761955200013,
  TheLog1761955200014,
  Webhooks1761955200015,
  Checkpoints1761955200016,
  SignIn1761955200017,
];
