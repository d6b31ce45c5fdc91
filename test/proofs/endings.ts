import type { GroupName, Seeded } from './population.js';
import type { Exported } from './trails.js';
import { NEW, OLD } from './versions.js';

/** One in ten is left without a choice, or in the hands of whoever holds its task. */
export function isLeft({ place }: Seeded): boolean {
  return place % 10 === 9;
}

/** What is chosen for an item in the brief. */
export function choiceFor({ place }: Seeded): 'intake' | 'outlining' {
  return place % 2 === 0 ? 'intake' : 'outlining';
}

/** Where an item has to stand in the end: version, stage, open tasks, votes, and entries that migrated it. */
export interface Ending {
  version: 'old' | 'new';
  stage: string;
  tasks: string[];
  votes: number;
  migrations: number;
}

const OUTLINING = { stage: 'outlining', tasks: ['draw_outline offered'] };
const INTAKE = { stage: 'intake', tasks: ['triage offered'] };

const AFTER: Record<
  GroupName,
  (item: Seeded) => Partial<Ending> & Pick<Ending, 'stage' | 'tasks'>
> = {
  intake: () => INTAKE,
  brief: (item) =>
    isLeft(item)
      ? { version: 'old', stage: 'brief', tasks: ['write_brief offered'] }
      : { intake: INTAKE, outlining: OUTLINING }[choiceFor(item)],
  structuring: () => OUTLINING,
  structuring_held: (item) =>
    isLeft(item) ? { version: 'old', stage: 'structuring', tasks: ['outline claimed'] } : OUTLINING,
  drafting_held: () => ({ stage: 'drafting', tasks: ['draft claimed'] }),
  in_review_voted: () => ({ stage: 'in_review', tasks: ['product_review offered'], votes: 1 }),
  approved: () => ({ stage: 'cleared', tasks: ['release offered'], votes: 2 }),
  published: () => ({ stage: 'published', tasks: [] }),
  cancelled: () => ({ version: 'old', stage: 'cancelled', tasks: [] }),
};

export function endingOf(item: Seeded): Ending {
  const { version = 'new', stage, tasks, votes = 0 } = AFTER[item.group](item);
  return { version, stage, tasks, votes, migrations: version === 'new' ? 1 : 0 };
}

export function foundEnding({ stored, migrations }: Exported): Ending | string {
  const version = { [OLD.digest]: 'old' as const, [NEW.digest]: 'new' as const }[
    stored.processDigest
  ];
  if (version === undefined) return `pinned to ${stored.processDigest}`;
  const { stage, openTasks, context } = stored;
  const tasks = openTasks.map(({ activity, status }) => `${activity} ${status}`);
  return { version, stage, tasks, votes: context.approvals.length, migrations };
}
