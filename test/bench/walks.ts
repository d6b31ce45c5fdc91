import {
  type Actor,
  type Change,
  type Command,
  decide,
  type ItemState,
  type Process,
  sha256,
} from '#domain';
import { newId, writeChanges } from '#engine';
import type { Pool } from 'pg';

/** The way of a new item to where it is wanted. */
export interface Walk {
  itemId: string;
  /** the body that one of the steps leaves; null where none does */
  body: string | null;
  /** each by what the item is then; a walk beside others takes as many as they do */
  steps: ((item: ItemState | null) => Command)[];
}

/**
 * Takes items along their walks, a step of all of them by one statement. Decided by the rules and written by the engine's
 * own statement; only the facts are left out, as if everyone had heard of them.
 */
export async function walkAll(
  pool: Pool,
  who: { workspaceId: string; actor: Actor; process: Process },
  walks: Walk[],
): Promise<void> {
  const { workspaceId, actor, process } = who;
  const bodies = new Map(
    walks.flatMap(({ itemId, body }): [string, string][] =>
      body === null ? [] : [[itemId, body]],
    ),
  );
  let items: (ItemState | null)[] = walks.map(() => null);
  for (const step of walks[0]!.steps.keys()) {
    const at = new Date().toISOString();
    const changes = walks.map(({ itemId, steps }, index) => {
      const item = items[index]!;
      const moment = { workspaceId, itemId, actor, at, surroundings: GOAL };
      return accepted(decide(process, item, steps[step]!(item), moment));
    });
    await writeChanges(pool, {
      changes: changes.map((change) => ({ ...change, facts: [] })),
      bodies,
      texts: [],
      definitionOf: () => process.definition,
      answered: null,
    });
    items = changes.map(({ after }) => after);
  }
}

/** As if an active goal stood behind each item. */
const GOAL = { goal: { id: newId(), title: 'Bench', status: 'active' }, taught: [] };

export const claim = (item: ItemState | null): Command => ({
  type: 'claim',
  taskId: item!.openTasks[0]!.id,
});

export const send = (event: string) => (): Command => ({ type: 'event', event, input: {} });

export function revise(body: string, origin: 'edited' | 'imported'): Command {
  return { type: 'revise', digest: sha256(body), size: Buffer.byteLength(body), origin };
}

function accepted(decision: ReturnType<typeof decide>): Change {
  if (decision.outcome === 'changed') return decision;
  throw new Error(`Expected a change; found ${JSON.stringify(decision)}.`);
}
