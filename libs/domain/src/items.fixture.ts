import type { Actor } from './actor.js';
import type { Command, EventInput } from './command.js';
import type { Change } from './change.js';
import { decide, type Decision } from './decide.js';
import { fieldsAskedFor } from './event-rules.js';
import type { Arrival, Description, ItemState } from './item-state.js';
import type { Surroundings } from './surroundings.js';
import { EMPTY_CONTEXT } from './process-definition.js';
import { compileProcess, type Process, rulesOf, transitionsFor } from './process-machine.js';
import { contentProcess } from './processes/content.process.js';
import { trainingProcess } from './processes/training.process.js';
import { variantProcess } from './processes/variant.process.js';
import type { Refusal } from './refusal.js';
import { resolveFunctions } from './routing.js';
import { CHANGE_CLASSES } from './vocabulary.js';

export const CONTENT = compileProcess(contentProcess);
export const TRAINING = compileProcess(trainingProcess);
export const VARIANT = compileProcess(variantProcess);
export const PROCESSES = [CONTENT, TRAINING, VARIANT];

export const WORKSPACE = 'workspace-1';
export const ITEM = 'item-1';
export const IDENTITY = { workspaceId: WORKSPACE, itemId: ITEM };
export const AT = '2027-01-15T09:00:00.000Z';

/** An active goal and nothing that would hold an item back. */
export const FAVOURABLE: Surroundings = {
  goal: { id: 'goal-1', title: 'Win rate to 30 %', status: 'active' },
  taught: [],
};

type Person = Extract<Actor, { kind: 'person' }>;

export function person(id: string, ...functions: string[]): Person {
  const memberships = functions.map((name) => ({ function: name, region: null, locale: null }));
  return { kind: 'person', id, via: null, memberships };
}

export function regional(id: string, scope: { locale?: string; region?: string }): Person {
  const { locale = null, region = null } = scope;
  return { kind: 'person', id, via: null, memberships: [{ function: 'regional', region, locale }] };
}

/** Someone who has nothing but the memberships of those who are absent, by function. */
export function deputy(id: string, absent: Record<string, string>): Person {
  const memberships = Object.entries(absent).map(([name, onBehalfOf]) => ({
    function: name,
    region: null,
    locale: null,
    onBehalfOf,
  }));
  return { kind: 'person', id, via: null, memberships };
}

/** Marketing owns every item of these fixtures; greta and gero cover its German variant, sofia does not. */
export const ena = person('ena', 'enablement');
export const mia = person('mia', 'marketing');
export const pia = person('pia', 'product_management');
export const leo = person('leo', 'legal');
export const lin = person('lin', 'learning_and_development');
export const sam = person('sam', 'sales_management');
export const greta = regional('greta', { locale: 'de' });
export const gero = regional('gero', { locale: 'de' });
export const sofia = regional('sofia', { locale: 'es' });
export const gus = person('gus');
/** Someone for every function that the default processes ask, so that random walks get far. */
export const PEOPLE = [ena, mia, pia, leo, lin, sam, greta, gero, sofia, gus];
/** Two hats on one head, and somebody who stands in for two who are away. */
export const bea = person('bea', 'product_management', 'legal');
export const stan = deputy('stan', { product_management: 'pia', legal: 'leo' });

export function description(changes: Partial<Description> = {}): Description {
  return {
    title: 'Why it pays',
    type: 'policy',
    audience: ['account_executive'],
    purpose: 'open_a_conversation',
    journeyStage: ['awareness'],
    ownerFunction: 'marketing',
    requiredLocales: ['de-DE'],
    goalId: 'goal-1',
    ...changes,
  };
}

/** An item of a process as it stands in a stage: described, with a body, its tasks offered under `task-<activity>`. */
export function itemIn(
  process: Process,
  stage: string,
  changes: Partial<ItemState> = {},
): ItemState {
  const { kind } = process.definition.meta;
  const locale = kind === 'variant' ? 'de-DE' : 'en-US';
  const { activities } = process.definition.states[stage]!.meta;
  return {
    workspaceId: WORKSPACE,
    id: ITEM,
    kind,
    slug: 'why-it-pays',
    locale,
    description: description({ type: kind === 'training' ? 'course' : 'policy' }),
    processDigest: process.digest,
    stage,
    context: EMPTY_CONTEXT,
    version: 7,
    auditHash: 'a'.repeat(64),
    revision: { number: 1, digest: 'text-1', size: 120, sections: [] },
    source: kind === 'variant' ? { itemId: 'source-1', digest: 'source-text-1' } : null,
    arrival: null,
    blockers: [],
    links: [],
    openComments: [],
    attachments: [],
    translation: null,
    openTasks: activities
      .toSorted((one, other) => (one.key < other.key ? -1 : 1))
      .map(({ key, raci }) => ({
        id: `task-${key}`,
        activity: key,
        functions: resolveFunctions(raci.responsible, 'marketing'),
        locale: kind === 'variant' ? locale : null,
        status: 'offered',
        holderId: null,
        role: 'responsible',
        dueAt: null,
        dropped: false,
        delegation: null,
        signature: null,
      })),
    ...changes,
  };
}

/** The same item with one of its tasks in somebody's hands. */
export function held(item: ItemState, activity: string, holder: Person): ItemState {
  return {
    ...item,
    openTasks: item.openTasks.map((task) =>
      task.activity === activity ? { ...task, status: 'claimed', holderId: holder.id } : task,
    ),
  };
}

export function decideAs(
  process: Process,
  item: ItemState | null,
  actor: Actor,
  command: Command,
  surroundings = FAVOURABLE,
): Decision {
  return decide(process, item, command, { ...IDENTITY, actor, at: momentOf(item), surroundings });
}

/** A minute passes between two commands. */
export function momentOf(item: ItemState | null): string {
  return new Date(Date.parse(AT) + (item?.version ?? 0) * 60_000).toISOString();
}

export function creation(process: Process, changes: Partial<Description> = {}): Command {
  const { kind, locale, source } = itemIn(process, process.definition.initial);
  const type = kind === 'training' ? 'course' : 'policy';
  return {
    type: 'create',
    item: {
      kind,
      slug: 'why-it-pays',
      locale,
      description: description({ type, ...changes }),
      processDigest: process.digest,
      source: source && { ...source, digest: null },
    },
  };
}

export function send(
  process: Process,
  item: ItemState,
  actor: Actor,
  event: string,
  input: EventInput = {},
): Decision {
  return decideAs(process, item, actor, {
    type: 'event',
    event,
    input: { ...seenText(process, item, event), ...input },
  });
}

/** Whoever sends an event here has seen the text, and says so where a rule asks. */
function seenText(process: Process, item: ItemState, event: string): EventInput {
  const asked = fieldsAskedFor(process, item.stage, event).includes('digest');
  return asked && item.revision !== null ? { digest: item.revision.digest } : {};
}

export function accepted(decision: Decision): Change {
  if (decision.outcome === 'changed') return decision;
  throw new Error(`Expected a change; found ${JSON.stringify(decision)}`);
}

export function refused(decision: Decision): Refusal {
  if (decision.outcome === 'refused') return decision;
  throw new Error(`Expected a refusal; found ${JSON.stringify(decision)}`);
}

/** What a change says in its fact of that type. */
export function told(change: Change, type: string): Record<string, unknown> {
  const fact = change.facts.find((one) => one.type === type);
  if (fact === undefined) {
    throw new Error(`Expected ${type}; found ${change.facts.map((one) => one.type).join(', ')}`);
  }
  return (JSON.parse(fact.body) as { data: Record<string, unknown> }).data;
}

/** How an item came to its stage: from mia of marketing, an hour before. */
export function arrivedFrom(from: string | null, changes: Partial<Arrival> = {}): Arrival {
  return {
    from,
    at: '2027-01-15T08:00:00.000Z',
    giverId: 'mia',
    standpoint: { function: 'marketing', region: null, division: null },
    formality: 'formal',
    ...changes,
  };
}

/** Claims the offered task that lists the event, where there is one for this actor, and sends the event. */
export function handOn(
  process: Process,
  item: ItemState,
  actor: Actor,
  event: string,
  input: EventInput = {},
): ItemState {
  const { activities } = process.definition.states[item.stage]!.meta;
  const listing = activities.filter(({ events }) => events.includes(event)).map(({ key }) => key);
  const claimed = item.openTasks
    .filter(({ activity, status }) => status === 'offered' && listing.includes(activity))
    .map(({ id }) => decideAs(process, item, actor, { type: 'claim', taskId: id }))
    .find(({ outcome }) => outcome === 'changed');
  const ready = claimed === undefined ? item : accepted(claimed).after;
  return accepted(send(process, ready, actor, event, input)).after;
}

/** Hands an item on, step by step, and gives the stages that it passes. */
export function along(
  process: Process,
  item: ItemState,
  steps: [actor: Actor, event: string, input?: EventInput][],
): { item: ItemState; passed: string[] } {
  const visited = [item];
  for (const [actor, event, input] of steps) {
    visited.push(handOn(process, visited.at(-1)!, actor, event, input));
  }
  return { item: visited.at(-1)!, passed: visited.slice(1).map(({ stage }) => stage) };
}

/** An input that answers whatever an event may ask for; `pick` chooses among the stages it may go back to. */
export function completeInput(
  process: Process,
  item: ItemState,
  event: string,
  pick = 0,
): EventInput {
  const targets = transitionsFor(process.definition, item.stage, event)
    .flatMap((transition) => rulesOf(transition))
    .filter(({ type }) => type === 'returns_to')
    .map(({ params }) => String(params?.['stage']));
  return {
    comment: 'Because.',
    reasonCode: 'unclear',
    returnTo: targets[pick % targets.length] ?? 'nowhere',
    publishAt: '2027-02-01T09:00:00Z',
    sourceDigest: `source-text-${pick}`,
    change: CHANGE_CLASSES[pick % CHANGE_CLASSES.length]!,
    contentItemId: 'content-1',
    contentDigest: `content-text-${pick}`,
    ...(item.revision === null ? {} : { digest: item.revision.digest }),
  };
}

/** The names of the events that a stage knows. */
export function eventsOf({ definition }: Process, stage: string): string[] {
  const state = definition.states[stage]!;
  if (state.type === 'final') return [];
  return [...new Set([...Object.keys(state.on ?? {}), ...Object.keys(definition.on ?? {})])];
}
