import { worksIn } from '../actor.js';
import type { Command } from '../command.js';
import type { Moment } from '../moment.js';
import { itemClosed } from './decide-blocker.js';
import { checkDescription } from '../description.js';
import { type Draft, draftOf, type Unchanged } from '../draft.js';
import type { ItemState } from '../item-state.js';
import type { Process } from '../process-machine.js';
import { type Invalid, type Refusal, refuse } from '../refusal.js';
import { resolveFunctions } from '../routing.js';
import { missingFacets } from '../rules.js';
import { isInHandsOf } from '../standing.js';
import { reopened, voidedFacts } from './voided.js';
import { presentVotes } from '../votes.js';

/** What a reviewer sees of a description; owner and locales are about the work, not about what it says. */
const REVIEWED = ['title', 'type', 'audience', 'purpose', 'journeyStage'] as const;

/** Title, facets, owner and locales: whoever holds a task of the item, its owner function and enablement may change them. */
export function decideDescribe(
  process: Process,
  item: ItemState,
  { changes }: Extract<Command, { type: 'describe' }>,
  { actor, entryVersion }: Moment,
): Draft | Unchanged | Refusal | Invalid {
  const problems = checkDescription(changes);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  if (process.definition.states[item.stage]!.type === 'final') {
    return refuse('conflict', itemClosed(item));
  }
  const holds = item.openTasks.some((task) => isInHandsOf(actor, task));
  if (!holds && !worksIn(actor, ['enablement', item.description.ownerFunction])) {
    return refuse('forbidden', {
      code: 'not_your_function',
      detail: `The description is kept by ${item.description.ownerFunction}, by enablement and by whoever holds a task of the item.`,
      remedy: `Ask ${item.description.ownerFunction} or enablement.`,
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
      remedy: 'Send the work back to a stage that writes, or revise it there.',
    });
  }
  const description = { ...item.description, ...changes };
  const emptied = missingFacets(description);
  if (item.stage !== process.definition.initial && emptied.length > 0) {
    return refuse('conflict', {
      code: 'facets_complete',
      detail: `These facets stay filled once creation has started: ${emptied.join(', ')}.`,
      remedy: `Keep a value in ${emptied.join(', ')}.`,
    });
  }
  // What a reviewer saw is another thing now, whatever the policy for the body is.
  const seen = reviewed.length === 0 || entryVersion === 1 ? [] : presentVotes(item);
  const voided = seen.map(seenOtherwise);
  return draftOf(
    {
      ...item,
      description,
      context: voided.length === 0 ? item.context : { ...item.context, approvals: [] },
    },
    {
      changedTasks: reroutedTasks(process, item, description.ownerFunction),
      opens: reopened(process, item, voided),
      facts: [
        { type: 'item.described', data: { changed: changed.map(([name]) => name) } },
        ...voidedFacts(voided),
      ],
      voided,
    },
  );
}

function seenOtherwise({ activity, actorId: approver }: { activity: string; actorId: string }) {
  return { activity, actorId: approver, sections: [] };
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
