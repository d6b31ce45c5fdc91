import {
  type Actor,
  actorId,
  type Change,
  type Command,
  consequencesOf,
  decide,
  type Invalid,
  type ItemState,
  type Moment,
  type Process,
  type Refusal,
  surroundingsOfStage,
} from '#domain';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { seenFrom, taughtAs } from '../around.js';
import { downstreamIn, indexOf, type ItemIndex, putInto } from '../downstream.js';
import { stale } from '../refused-beforehand.js';
import { asSeen } from '../seen-text.js';
import type { Followed } from '../translation/with-segments.js';
import type { CommandTo, Ground } from './ground.js';

/** What came of one command of a list. */
export type Result =
  /** `item` as the command left it */
  | { outcome: 'accepted'; item: ItemState }
  /** `item` as the command found it */
  | { outcome: 'refused'; refusal: Refusal; item: ItemState }
  | { outcome: 'missing' }
  | Invalid
  /** it would have been accepted, but for others of its set; `item` as it stands */
  | { outcome: 'held_back'; item: ItemState };

/** The results in the order of the commands, and everything that has to be written for them, in the order it happened. */
export interface Turn {
  results: Result[];
  changes: Change[];
  /** what some of the changes do to segments and bodies, which stand beside their items */
  beside: Map<Change, Followed>;
}

/** Commands that are decided without a break. */
const STEP = 50;

/** The ground as the list has left it so far. */
interface Standing extends Ground {
  index: ItemIndex;
}

interface Sender {
  workspaceId: string;
  actor: Actor;
  /** ISO 8601 UTC with milliseconds, by the database's clock */
  at: string;
}

/**
 * Decides a list of commands, each on what those before it lead to, be it a change of the same item, of one that the line
 * told of it, or of what a training teaches. One that is refused changes nothing for the others. Writes nothing, and in
 * steps: 500 decisions take a tenth of a second, in which nobody else would be answered.
 */
export async function decideInTurn(
  listed: CommandTo[],
  ground: Ground,
  sender: Sender,
): Promise<Turn> {
  const index = indexOf(ground.items.values());
  const taught = new Map(ground.around.taught);
  const { items } = index;
  const now: Standing = { ...ground, items, index, around: { ...ground.around, taught } };
  const changes: Change[] = [];
  const beside = new Map<Change, Followed>();
  const results: Result[] = [];
  for (const sent of listed) {
    if (results.length > 0 && results.length % STEP === 0) await othersFirst();
    const decided = decideOne(sent, now, { ...sender, before: ground });
    for (const weighed of decided.changes) {
      const followed = await now.follow(weighed, processOf(now, weighed.after));
      const change = followed?.change ?? weighed;
      if (followed !== null) beside.set(change, followed);
      const { after } = change;
      changes.push(change);
      putInto(index, after);
      const known = taught.get(after.id);
      if (known === undefined) continue;
      const content = taughtAs(
        { ...known.content, id: after.id, stage: after.stage, published: isPublished(after) },
        processOf(now, after),
      );
      taught.set(after.id, { version: after.version, content });
    }
    const { result } = decided;
    results.push(
      result.outcome === 'accepted' ? { ...result, item: items.get(sent.itemId)! } : result,
    );
  }
  return { results, changes, beside };
}

function decideOne(
  sent: CommandTo,
  now: Standing,
  { workspaceId, actor, at, before }: Sender & { before: Ground },
): { result: Result; changes: Change[] } {
  const { itemId, expectedVersion } = sent;
  const item = now.items.get(itemId);
  if (item === undefined) return { result: { outcome: 'missing' }, changes: [] };
  const seen = [item.version, before.items.get(itemId)?.version];
  if (expectedVersion !== null && !seen.includes(expectedVersion)) {
    const refusal = stale(expectedVersion, item, 'its present version');
    return { result: { outcome: 'refused', refusal, item }, changes: [] };
  }
  const process = processOf(now, item);
  const moment = { workspaceId, itemId, actor, at };
  const claimed = claimFor(process, item, sent, moment);
  const taken = claimed?.after ?? item;
  const command = asSeen(commandOf(sent), { item, process }, expectedVersion);
  const { surroundings } = seenFrom(taken, surroundingsOfStage(process, item.stage), now.around);
  const decision = decide(process, taken, command, { ...moment, surroundings });
  switch (decision.outcome) {
    case 'invalid':
      return { result: decision, changes: [] };
    case 'refused':
      return { result: { outcome: 'refused', refusal: decision, item }, changes: [] };
    case 'unchanged':
      return { result: { outcome: 'accepted', item: decision.after }, changes: [] };
    case 'changed':
      return {
        result: { outcome: 'accepted', item: decision.after },
        changes: [
          ...(claimed === null ? [] : [claimed]),
          decision,
          ...consequencesOf(decision, downstream(now)),
        ],
      };
  }
}

function commandOf(sent: CommandTo): Exclude<Command, { type: 'create' }> {
  if ('command' in sent) return sent.command;
  return { type: 'event', event: sent.event, input: sent.input };
}

/** The task that an event takes, claimed by its sender; null where it takes none, or they hold it or may not have it. */
function claimFor(
  process: Process,
  item: ItemState,
  sent: CommandTo,
  moment: Moment,
): Change | null {
  if ('command' in sent || sent.claims !== true) return null;
  const { activities } = process.definition.states[item.stage]!.meta;
  const keys = activities.filter(({ events }) => events.includes(sent.event)).map(({ key }) => key);
  const tasks = item.openTasks.filter(({ activity }) => keys.includes(activity));
  if (tasks.some(({ holderId }) => holderId === actorId(moment.actor))) return null;
  for (const { id: taskId } of tasks) {
    const decision = decide(process, item, { type: 'claim', taskId }, moment);
    if (decision.outcome === 'changed') return decision;
  }
  return null;
}

/** What a change may reach, as the list has left it. */
function downstream({ index, processes, ofNewVariants }: Standing) {
  return downstreamIn(index, { ofNewVariants, pinned: (digest) => processes.get(digest)! });
}

function processOf({ processes }: Ground, { processDigest }: ItemState): Process {
  return processes.get(processDigest)!;
}

function isPublished({ context }: ItemState): boolean {
  return context.publishedDigest !== null;
}
