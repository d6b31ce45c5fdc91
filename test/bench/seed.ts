import { type Actor, type Command, compileProcess, DEFAULT_PROCESSES, type Process } from '#domain';
import { createWorkspace, newId, type Scope } from '#engine';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { employ } from './employ.js';
import { claim, revise, send, walkAll } from './walks.js';

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
  const walks = ids.map((itemId) => ({
    itemId,
    body: BODY,
    steps: [() => create(itemId, line), ...STEPS],
  }));
  await walkAll(pool, line, walks);
  return ids;
}

function create(itemId: string, line: Line): Command {
  return {
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
  };
}

const BODY = 'A tier says how loud a launch is, and who has to be ready on the day. '.repeat(20);

const STEPS = [
  claim,
  send('accept'),
  claim,
  send('submit'),
  claim,
  send('submit'),
  claim,
  () => revise(BODY, 'edited'),
];

/** The version of an item as `seedDrafts` leaves it: it was created, and taken along the steps. */
export const DRAFT_VERSION = 1 + STEPS.length;
