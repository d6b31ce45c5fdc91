import {
  type Actor,
  type Change,
  type Command,
  decide,
  type ItemState,
  type Process,
  sha256,
} from '#domain';
import { newId, type Queryable, writeChanges } from '#engine';

/** Items written by one statement. */
const GROUP = 250;

/** What happens to each item after its creation, by whoever seeds. */
export type Step = (item: ItemState) => Exclude<Command, { type: 'create' }>;

export const claimTask: Step = (item) => ({ type: 'claim', taskId: item.openTasks[0]!.id });

export const sendEvent =
  (event: string, input = {}): Step =>
  () => ({ type: 'event', event, input });

const TEXT =
  '# Launch tiers\n\nA tier says how loud a launch is, and who has to be ready on the day.\n';

export const writeText: Step = () => ({
  type: 'revise',
  digest: sha256(TEXT),
  size: Buffer.byteLength(TEXT),
  origin: 'edited',
});

/** Who seeds, for which goal and by which process. */
export interface Seeding {
  workspaceId: string;
  actor: Actor;
  process: Process;
  goalId: string;
}

/**
 * Items with the trail that leads to where they stand, decided by the rules and written by the engine's own statement.
 * The actor needs every function that the steps ask for. Gives the items as they then are.
 */
export async function seedItems(
  queryable: Queryable,
  line: Seeding,
  { slug, count, steps = [] }: { slug: string; count: number; steps?: Step[] },
): Promise<ItemState[]> {
  const seeded: ItemState[] = [];
  while (seeded.length < count) {
    const size = Math.min(GROUP, count - seeded.length);
    const slugs = Array.from({ length: size }, (_, at) => `${slug}-${seeded.length + at + 1}`);
    seeded.push(...(await seedGroup(queryable, line, slugs, steps)));
  }
  return seeded;
}

/** Takes items further, by whoever seeds now. Gives them as they then are. */
export async function advanceItems(
  queryable: Queryable,
  line: Seeding,
  items: ItemState[],
  steps: Step[],
): Promise<ItemState[]> {
  const advanced: ItemState[] = [];
  for (let start = 0; start < items.length; start += GROUP) {
    const group = items.slice(start, start + GROUP);
    advanced.push(...(await advanceGroup(queryable, line, group, steps)));
  }
  return advanced;
}

async function seedGroup(
  queryable: Queryable,
  line: Seeding,
  slugs: string[],
  steps: Step[],
): Promise<ItemState[]> {
  const { process } = line;
  const created = slugs.map((slug) =>
    accepted(decide(process, null, creation(slug, line), { ...momentOf(line), itemId: newId() })),
  );
  await write(queryable, process, created);
  const items = created.map(({ after }) => after);
  return advanceGroup(queryable, line, items, steps);
}

async function advanceGroup(
  queryable: Queryable,
  line: Seeding,
  group: ItemState[],
  steps: Step[],
): Promise<ItemState[]> {
  const { process } = line;
  let items = group;
  for (const step of steps) {
    const changes = items.map((item) =>
      accepted(decide(process, item, step(item), { ...momentOf(line), itemId: item.id })),
    );
    await write(queryable, process, changes);
    items = changes.map(({ after }) => after);
  }
  return items;
}

function momentOf({ workspaceId, actor, goalId }: Seeding) {
  const surroundings = { goal: { id: goalId, title: 'Seeded', status: 'active' }, taught: [] };
  return { workspaceId, actor, at: new Date().toISOString(), surroundings };
}

async function write(queryable: Queryable, process: Process, changes: Change[]): Promise<void> {
  await writeChanges(queryable, {
    changes,
    bodies: new Map(changes.map(({ after }) => [after.id, TEXT])),
    texts: [],
    definitionOf: () => process.definition,
    answered: null,
  });
}

function creation(slug: string, { process: { digest, definition }, goalId }: Seeding): Command {
  return {
    type: 'create',
    item: {
      kind: definition.meta.kind,
      slug,
      locale: 'en-US',
      description: {
        title: slug,
        type: definition.meta.kind === 'training' ? 'course' : 'guideline',
        audience: ['account_executive'],
        purpose: 'equip',
        journeyStage: ['all'],
        ownerFunction: 'marketing',
        requiredLocales: [],
        goalId,
      },
      processDigest: digest,
      source: null,
    },
  };
}

function accepted(decision: ReturnType<typeof decide>): Change {
  if (decision.outcome === 'changed') return decision;
  throw new Error(`Expected a change; found ${JSON.stringify(decision)}.`);
}
