import { type Actor, actorId, worksIn } from './actor.js';
import type { Command } from './command.js';
import type { Draft, Unchanged } from './draft.js';
import { checkDescription } from './description.js';
import type { ItemState, TaskState } from './item-state.js';
import type { Process } from './process-machine.js';
import { resolveFunctions, whyNotRouted } from './routing.js';
import { missingFacets } from './rules.js';
import { type Invalid, type Reason, type Refusal, refuse } from './refusal.js';

/**
 * A new revision of the body. The holder of a task whose activity edits may write one; enablement may bring in texts
 * written elsewhere while the item is still in its first stage. The same text again changes nothing.
 */
export function decideRevise(
  process: Process,
  item: ItemState,
  command: Extract<Command, { type: 'revise' }>,
  actor: Actor,
): Draft | Unchanged | Refusal {
  const refusal =
    command.origin === 'imported'
      ? whyNotImport(process, item, actor)
      : whyNotEdit(process, item, actor);
  if (refusal !== null) return refusal;
  if (item.revision?.digest === command.digest) return { outcome: 'unchanged', after: item };
  const number = (item.revision?.number ?? 0) + 1;
  const { digest, size } = command;
  const author = actorId(actor);
  // Whoever imports a text did not write it.
  const authors =
    command.origin === 'imported' || item.context.authors.includes(author)
      ? item.context.authors
      : [...item.context.authors, author];
  return {
    outcome: 'draft',
    after: {
      ...item,
      revision: { number, digest, size },
      context: { ...item.context, authors },
    },
    changedTasks: [],
    opensTasks: false,
    facts: [{ type: 'item.revised', data: { revision: number, digest } }],
    effects: [],
  };
}

/** What a reviewer sees of a description; owner and locales are about the work, not about what it says. */
const REVIEWED = ['title', 'type', 'audience', 'purpose', 'journeyStage'] as const;

/** Title, facets, owner and locales: whoever holds a task of the item, its owner function and enablement may change them. */
export function decideDescribe(
  process: Process,
  item: ItemState,
  { changes }: Extract<Command, { type: 'describe' }>,
  actor: Actor,
): Draft | Unchanged | Refusal | Invalid {
  const problems = checkDescription(changes);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  if (process.definition.states[item.stage]!.type === 'final') {
    return refuse('conflict', {
      code: 'item_closed',
      detail: `The item is ${item.stage} and can no longer be changed.`,
    });
  }
  const holds = item.openTasks.some((task) => isHeldBy(actor, task));
  if (!holds && !worksIn(actor, ['enablement', item.description.ownerFunction])) {
    return refuse('forbidden', {
      code: 'not_your_function',
      detail: `The description is kept by ${item.description.ownerFunction}, by enablement and by whoever holds a task of the item.`,
    });
  }
  const changed = Object.entries(changes).filter(
    ([name, value]) =>
      JSON.stringify(value) !==
      JSON.stringify(item.description[name as keyof typeof item.description]),
  );
  if (changed.length === 0) return { outcome: 'unchanged', after: item };
  const stage = process.definition.states[item.stage]!;
  const reviewed = changed.filter(([name]) => REVIEWED.some((facet) => facet === name));
  if (reviewed.length > 0 && !stage.meta.activities.some(({ edits }) => edits)) {
    return refuse('conflict', {
      code: 'stage_not_editable',
      detail: `${reviewed.map(([name]) => name).join(', ')} cannot be changed in ${item.stage}: what is reviewed or published stays as it was seen.`,
    });
  }
  const description = { ...item.description, ...changes };
  const emptied = missingFacets(description);
  if (item.stage !== process.definition.initial && emptied.length > 0) {
    return refuse('conflict', {
      code: 'facets_complete',
      detail: `These facets stay filled once creation has started: ${emptied.join(', ')}.`,
    });
  }
  return {
    outcome: 'draft',
    after: { ...item, description },
    changedTasks: reroutedTasks(process, item, description.ownerFunction),
    opensTasks: false,
    facts: [{ type: 'item.described', data: { changed: changed.map(([name]) => name) } }],
    effects: [],
  };
}

/** Who lost the function that a task is for may give it back, and nothing else. */
function isHeldBy(actor: Actor, task: TaskState): boolean {
  return task.holderId === actorId(actor) && whyNotRouted(actor, task) === null;
}

/** Open tasks of the owner function follow a new one; who holds such a task keeps it. */
function reroutedTasks(
  { definition }: Process,
  item: ItemState,
  ownerFunction: string,
): ItemState['openTasks'] {
  if (ownerFunction === item.description.ownerFunction) return [];
  const { activities } = definition.states[item.stage]!.meta;
  return item.openTasks.flatMap((task) => {
    const activity = activities.find(({ key }) => key === task.activity);
    if (!activity?.raci.responsible.includes('owner')) return [];
    return [{ ...task, functions: resolveFunctions(activity.raci.responsible, ownerFunction) }];
  });
}

function whyNotImport({ definition }: Process, item: ItemState, actor: Actor): Refusal | null {
  const reasons: Reason[] = [];
  if (!worksIn(actor, ['enablement'])) {
    reasons.push({ code: 'not_your_function', detail: 'Texts are imported by enablement.' });
  }
  if (item.stage !== definition.initial) {
    reasons.push({
      code: 'stage_not_editable',
      detail: `Texts are imported while an item is in ${definition.initial}; this one is in ${item.stage}.`,
    });
  }
  if (reasons.length === 0) return null;
  return refuse(worksIn(actor, ['enablement']) ? 'conflict' : 'forbidden', ...reasons);
}

function whyNotEdit({ definition }: Process, item: ItemState, actor: Actor): Refusal | null {
  const editing = definition.states[item.stage]!.meta.activities.filter(({ edits }) => edits);
  if (editing.length === 0) {
    return refuse('conflict', {
      code: 'stage_not_editable',
      detail: `The body cannot be changed in ${item.stage}.`,
    });
  }
  const holds = item.openTasks.some(
    (task) => isHeldBy(actor, task) && editing.some(({ key }) => key === task.activity),
  );
  if (holds) return null;
  return refuse('forbidden', {
    code: 'task_not_claimed',
    detail: `Claim the task "${editing[0]!.label}" first: in ${item.stage} its holder writes the body.`,
  });
}
