import { actorId, type ItemState } from '#domain';
import { newId } from '#engine';
import type { Pool } from 'pg';
import type { Employee } from '../bench/employ.js';
import {
  advanceItems,
  claimTask,
  seedItems,
  sendEvent,
  type Step,
  writeText,
} from '../item-seed.js';
import { OLD } from './versions.js';

/** Who works on the items. */
export interface Crew {
  /** works for enablement and marketing, and starts the run */
  writer: Employee;
  legal: Employee;
  product: Employee;
}

/** What is first said of an item: by the dry run, and by the run. */
export type Said = 'mapped' | 'needsChoice' | 'blocked' | 'finished';

interface Group {
  /** of every sixty items */
  share: number;
  said: Said;
  steps: (readonly [keyof Crew, Step])[];
}

const by = (who: keyof Crew, ...steps: Step[]) => steps.map((step) => [who, step] as const);
const approve: Step = ({ revision }) => ({
  type: 'event',
  event: 'approve',
  input: { digest: revision!.digest },
});

const BRIEF = by('writer', claimTask, sendEvent('accept'));
const STRUCTURING = [...BRIEF, ...by('writer', claimTask, sendEvent('submit'))];
const DRAFTING = [...STRUCTURING, ...by('writer', claimTask, sendEvent('submit'))];
const DRAFTED = [...DRAFTING, ...by('writer', claimTask)];
const IN_REVIEW = [...DRAFTED, ...by('writer', writeText, sendEvent('submit'))];
const VOTED = [...IN_REVIEW, ...by('legal', claimTask, approve)];
const APPROVED = [...VOTED, ...by('product', claimTask, approve)];
const PUBLISHED = [...APPROVED, ...by('writer', claimTask, sendEvent('publish'))];

/** Where the items stand when the new version comes; a third in drafting, in somebody's hands. */
export const GROUPS = {
  intake: { share: 6, said: 'mapped', steps: [] },
  brief: { share: 6, said: 'needsChoice', steps: BRIEF },
  structuring: { share: 3, said: 'mapped', steps: STRUCTURING },
  structuring_held: {
    share: 5,
    said: 'blocked',
    steps: [...STRUCTURING, ...by('writer', claimTask)],
  },
  drafting_held: { share: 20, said: 'mapped', steps: DRAFTED },
  in_review_voted: { share: 9, said: 'mapped', steps: VOTED },
  approved: { share: 4, said: 'blocked', steps: APPROVED },
  published: { share: 4, said: 'mapped', steps: PUBLISHED },
  cancelled: {
    share: 3,
    said: 'finished',
    steps: by('writer', sendEvent('cancel', { comment: 'Not needed.' })),
  },
} satisfies Record<string, Group>;

export type GroupName = keyof typeof GROUPS;

/** An item as it was seeded; `place` is its number within its group. */
export interface Seeded {
  id: string;
  slug: string;
  group: GroupName;
  place: number;
  taskId: string | null;
}

/** A goal that all of them are made for. */
async function activeGoal(pool: Pool, workspaceId: string, personId: string): Promise<string> {
  const goalId = newId();
  await pool.query(
    `insert into goal (workspace_id, goal_id, title, contributions, status, version, created_by,
       created_at, activated_at)
     values ($1, $2, 'Seeded', '[]', 'active', 1, $3, now(), now())`,
    [workspaceId, goalId, personId],
  );
  return goalId;
}

/** Seeds so many items, the groups well mixed in the order of their ids, so that each batch of a run has some of all. */
export async function populate(
  pool: Pool,
  { workspaceId, crew }: { workspaceId: string; crew: Crew },
  count: number,
): Promise<Seeded[]> {
  const goalId = await activeGoal(pool, workspaceId, actorId(crew.writer.actor));
  const seeding = (who: keyof Crew) => ({
    workspaceId,
    actor: crew[who].actor,
    process: OLD,
    goalId,
  });
  const created = await seedItems(pool, seeding('writer'), { slug: 'item', count });
  const seeded: Seeded[] = [];
  for (const group of Object.keys(GROUPS) as GroupName[]) {
    let items: ItemState[] = created.filter((_, index) => groupAt(index) === group);
    for (const [who, step] of GROUPS[group].steps) {
      items = await advanceItems(pool, seeding(who), items, [step]);
    }
    seeded.push(
      ...items.map(({ id, slug, openTasks }, place) => ({
        id,
        slug,
        group,
        place,
        taskId: openTasks[0]?.id ?? null,
      })),
    );
  }
  return seeded;
}

const PATTERN = Object.entries(GROUPS).flatMap(([name, { share }]) =>
  Array.from({ length: share }, () => name as GroupName),
);
/** Has no divisor in common with the length of the pattern, so every place of it is come to. */
const STRIDE = 23;

function groupAt(index: number): GroupName {
  return PATTERN[(index * STRIDE) % PATTERN.length]!;
}

/** How many items of each kind there are. */
export function countBy<T>(items: T[], nameOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1;
  return counts;
}
