import {
  type Actor,
  type Change,
  type Command,
  compileProcess,
  decide,
  DEFAULT_PROCESSES,
  type ItemState,
  type Process,
  sha256,
} from '#domain';
import { createWorkspace, newId, type Scope, writeChanges } from '#engine';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { employ } from './employ.js';

/** The workspace of the benchmark, and the one person who works in it. */
export interface Line {
  workspaceId: string;
  key: string;
  actor: Actor & { kind: 'person' };
  process: Process;
}

export async function prepareLine(
  dataSource: DataSource,
  slug = 'bench',
  scopes: Scope[] = ['read', 'write'],
): Promise<Line> {
  const workspaceId = await createWorkspace(dataSource.manager, { slug, name: 'Benchmark' });
  const functions = ['enablement', 'marketing'];
  const { actor, key } = await employ(dataSource, workspaceId, {
    name: 'Bea Bench',
    functions,
    scopes,
  });
  const definition = DEFAULT_PROCESSES.find(({ meta }) => meta.kind === 'content')!;
  return { workspaceId, key, actor, process: compileProcess(definition) };
}

/** Items written by one statement. */
const GROUP = 250;

/**
 * Items in the stage of drafting, with a body, the task of the draft in the person's hands, and the trail that leads
 * there. Decided by the rules and written by the engine's own statement; only the facts are left out, as if everyone
 * had heard of them. Gives their ids in ascending order.
 */
export async function seedDrafts(pool: Pool, line: Line, count: number): Promise<string[]> {
  const sizes = Array.from({ length: Math.ceil(count / GROUP) }, (_, index) =>
    Math.min(GROUP, count - index * GROUP),
  );
  const groups: string[][] = [];
  // Two at a time: one decides while the database writes the other.
  const seedNext = async (): Promise<void> => {
    for (let size = sizes.pop(); size !== undefined; size = sizes.pop()) {
      groups.push(await seedGroup(pool, line, size));
    }
  };
  await Promise.all([seedNext(), seedNext()]);
  return groups.flat().toSorted();
}

async function seedGroup(pool: Pool, line: Line, size: number): Promise<string[]> {
  const ids = Array.from({ length: size }, newId);
  let items: (ItemState | null)[] = ids.map(() => null);
  for (const step of STEPS) {
    const at = new Date().toISOString();
    const changes = ids.map((itemId, index) => {
      const item = items[index]!;
      return accepted(
        decide(line.process, item, step(item, itemId, line), {
          workspaceId: line.workspaceId,
          itemId,
          actor: line.actor,
          at,
          surroundings: GOAL,
        }),
      );
    });
    await writeChanges(pool, {
      changes: changes.map((change) => ({ ...change, facts: [] })),
      bodies: new Map(ids.map((id) => [id, BODY])),
      texts: [],
      definitionOf: () => line.process.definition,
      answered: null,
    });
    items = changes.map(({ after }) => after);
  }
  return ids;
}

/** As if an active goal stood behind each item. */
const GOAL = { goal: { id: newId(), title: 'Bench', status: 'active' }, taught: [] };

type Step = (item: ItemState | null, itemId: string, line: Line) => Command;

const create: Step = (_item, itemId, line) => ({
  type: 'create',
  item: {
    kind: 'content',
    slug: `bench-${itemId}`,
    locale: 'en-US',
    description: {
      title: 'How loud a launch is',
      type: 'guideline',
      audience: ['account_executive', 'solution_consultant'],
      purpose: 'equip',
      journeyStage: ['consideration', 'evaluation'],
      ownerFunction: 'marketing',
      requiredLocales: ['de-DE', 'fr-FR', 'ja-JP'],
      goalId: null,
    },
    processDigest: line.process.digest,
    source: null,
  },
});

const claim: Step = (item) => ({ type: 'claim', taskId: item!.openTasks[0]!.id });

const send =
  (event: string): Step =>
  () => ({ type: 'event', event, input: {} });

const BODY = 'A tier says how loud a launch is, and who has to be ready on the day. '.repeat(20);

const revise: Step = () => ({
  type: 'revise',
  digest: sha256(BODY),
  size: Buffer.byteLength(BODY),
  origin: 'edited',
});

const STEPS = [
  create,
  claim,
  send('accept'),
  claim,
  send('submit'),
  claim,
  send('submit'),
  claim,
  revise,
];

/** The version of an item as `seedDrafts` leaves it. */
export const DRAFT_VERSION = STEPS.length;

function accepted(decision: ReturnType<typeof decide>): Change {
  if (decision.outcome === 'changed') return decision;
  throw new Error(`Expected a change; found ${JSON.stringify(decision)}.`);
}
