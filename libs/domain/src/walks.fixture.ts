import { type Actor, LINE } from './actor.js';
import type { Command } from './command.js';
import type { Change } from './change.js';
import {
  accepted,
  bea,
  completeInput,
  creation,
  decideAs,
  ena,
  eventsOf,
  leo,
  PEOPLE,
  stan,
} from './items.fixture.js';
import type { ItemState, Section, TaskState } from './item-state.js';
import type { Process } from './process-machine.js';
import { CHANGE_CLASSES } from './vocabulary.js';

const CAST: Actor[] = [...PEOPLE, bea, stan, LINE];

/** A walk of accepted commands from the creation of an item, one for each pick, until nothing more is accepted. */
export function walk(process: Process, picks: number[]): Change[] {
  const changes = [accepted(decideAs(process, null, ena, creation(process)))];
  for (const pick of picks) {
    const next = nextAccepted(process, changes.at(-1)!.after, pick);
    if (next === null) break;
    changes.push(next);
  }
  return changes;
}

/**
 * The first command that is accepted, beginning with a pick among all that anyone of the cast could try. Three times
 * out of four what carries a walk through the stages comes first.
 */
export function nextAccepted(process: Process, item: ItemState, pick: number): Change | null {
  // Small picks and those of neighbouring steps are spread, so that a walk does not go in circles.
  const spread = Math.imul(pick + item.version, 2_654_435_761) >>> 8;
  const { events, work, rest } = commandsAt(process, item, spread);
  const rounds = spread % 4 === 0 ? [[...events, ...work, ...rest]] : [events, work, rest];
  for (const commands of rounds) {
    const tries = CAST.flatMap((actor) => commands.map((command) => ({ actor, command })));
    for (let step = 0; step < tries.length; step++) {
      // A prime stride visits each of the tries once, and neighbours far apart.
      const { actor, command } = tries[(spread + step * 7919) % tries.length]!;
      const decision = decideAs(process, item, actor, command);
      if (decision.outcome === 'changed') return decision;
    }
  }
  return null;
}

const DETOURS = [
  'request_changes',
  'source_published',
  'source_ready',
  'source_outdated',
  'content_changed',
  'request_variants',
  'prepare_variants',
  'publish_with_exception',
  'request_update',
  'withdraw',
];

/** Most walks should get far before they turn back or end. */
function inTurn(event: string, spread: number): boolean {
  if (event === 'cancel' || event === 'retire') return spread % 128 === 3;
  return DETOURS.includes(event) ? spread % 8 === 3 : true;
}

type CommandsAt = Record<'events' | 'work' | 'rest', Command[]>;

function commandsAt(process: Process, item: ItemState, spread: number): CommandsAt {
  const named = eventsOf(process, item.stage).filter((event) => inTurn(event, spread));
  const text = {
    size: 1 + (spread % 90),
    sections: sectionsOf(spread),
  };
  return {
    events: named.map((event) => ({
      type: 'event',
      event,
      input: {
        ...completeInput(process, item, event, spread),
        ...(spread % 5 === 0 && { override: true }),
      },
    })),
    work: [
      ...item.openTasks.flatMap((task) => workOn(process, item, task, spread)),
      ...clearingAway(item),
      {
        type: 'revise',
        digest: `text-${spread % 5}`,
        origin: 'edited',
        ...text,
        ...(item.kind !== 'variant' && { change: CHANGE_CLASSES[spread % 3]! }),
      },
    ],
    rest: [
      ...item.openTasks.flatMap((task) => passingOn(process, item, task, spread)),
      ...besideWork(process, item, spread),
      { type: 'revise', digest: `found-${spread % 3}`, origin: 'imported', ...text },
      {
        type: 'revise',
        digest: `past-${spread % 3}`,
        origin: 'edited',
        offProcess: 'A typo.',
        ...text,
      },
      { type: 'describe', changes: { title: `Title ${spread % 3}` } },
      {
        type: 'describe',
        changes: { ownerFunction: spread % 3 === 0 ? 'product_management' : 'marketing' },
      },
      { type: 'retag', facet: 'audience', from: 'account_executive', to: 'seller' },
    ],
  };
}

/** Three sections of which any may change, and sometimes a fourth below the first; sometimes none is told apart. */
function sectionsOf(spread: number): Section[] {
  if (spread % 7 === 0) return [];
  const text = (key: string, digit: number) => ({ key, digest: `${key}-${digit % 2}` });
  return [
    text('pricing', spread),
    ...(spread % 3 === 0 ? [text('pricing/discounts', spread >> 3)] : []),
    text('claims', spread >> 1),
    text('outlook', spread >> 2),
  ];
}

function checklistOf({ definition }: Process, { stage }: ItemState, activity: string): string[] {
  const { activities } = definition.states[stage]!.meta;
  const checklist = activities.find(({ key }) => key === activity)?.checklist ?? [];
  return checklist.map(({ key }) => key);
}

function workOn(
  process: Process,
  item: ItemState,
  { id: taskId, activity }: TaskState,
  spread: number,
): Command[] {
  const checklist = checklistOf(process, item, activity);
  return [
    { type: 'claim', taskId, checked: checklist },
    { type: 'claim', taskId },
    { type: 'sign', taskId },
    spread % 2 === 0
      ? { type: 'advise', taskId, objects: false }
      : { type: 'advise', taskId, objects: true, comment: 'Too early.' },
    { type: 'expire', taskId },
  ];
}

function passingOn(
  process: Process,
  item: ItemState,
  { id: taskId, activity }: TaskState,
  spread: number,
): Command[] {
  const unmet = checklistOf(process, item, activity).slice(0, 1);
  const { id: personId, memberships } = [...PEOPLE, stan][spread % (PEOPLE.length + 1)]!;
  const comment = 'They know it best.';
  return [
    { type: 'release', taskId },
    { type: 'decline', taskId, reasonCode: 'incomplete', comment: 'No.', unmet },
    {
      type: 'delegate',
      taskId,
      to: { personId, memberships },
      ...(spread % 2 === 0 && { comment }),
    },
  ];
}

function clearingAway({ blockers, openComments }: ItemState): Command[] {
  return [
    ...blockers.map(({ id }): Command => ({ type: 'unblock', blockerId: id })),
    ...openComments.map(({ id }): Command => ({ type: 'resolve_comment', commentId: id })),
  ];
}

function besideWork(process: Process, item: ItemState, spread: number): Command[] {
  const remarks = item.openComments.length + item.blockers.length;
  const section = item.revision?.sections[0]?.key ?? null;
  const owner = spread % 2 === 0 ? { function: 'legal' } : { personId: leo.id };
  const stages = Object.entries(process.definition.states).filter(
    ([, { type }]) => type !== 'final',
  );
  return [
    ...(remarks > 1 ? [] : standingInTheWay(section, owner, spread)),
    { type: 'link', link: 'derived_from', to: `item-${2 + (spread % 3)}` },
    ...item.links.map(({ type, itemId }): Command => ({ type: 'unlink', link: type, to: itemId })),
    { type: 'move', to: stages[spread % stages.length]![0], comment: 'It is needed there.' },
  ];
}

function standingInTheWay(
  section: string | null,
  owner: Extract<Command, { type: 'block' }>['owner'],
  spread: number,
): Command[] {
  return [
    { type: 'block', category: 'budget', owner, detail: 'There is no money.' },
    {
      type: 'comment',
      commentId: `comment-${spread}`,
      digest: 'remark-1',
      section: spread % 3 === 0 ? section : null,
      mandatory: spread % 2 === 0,
      mentions: [],
    },
  ];
}
