import {
  type Actor,
  type Change,
  type Command,
  decide,
  type Invalid,
  type ItemState,
  type Process,
  type Refusal,
  surroundingsOfStage,
} from '#domain';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { seenFrom, taughtAs } from '../around.js';
import { openVariants } from '../open-variants.js';
import { stale } from '../refused-beforehand.js';
import { asSeen } from '../seen-text.js';
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
}

/** Commands that are decided without a break. */
const STEP = 50;

/** The ground as the list has left it so far. */
interface Standing extends Ground {
  /** ids of the variants of each source */
  variants: Map<string, string[]>;
}

interface Sender {
  workspaceId: string;
  actor: Actor;
  /** ISO 8601 UTC with milliseconds, by the database's clock */
  at: string;
}

/**
 * Decides a list of commands, each on what those before it lead to, be it a change of the same item, of a variant that is
 * told of its source, or of what a training teaches. One that is refused changes nothing for the others. Pure, and in
 * steps: 500 decisions take a tenth of a second, in which nobody else would be answered.
 */
export async function decideInTurn(
  listed: CommandTo[],
  ground: Ground,
  sender: Sender,
): Promise<Turn> {
  const items = new Map(ground.items);
  const taught = new Map(ground.around.taught);
  const variants = variantsBySource(items.values());
  const now: Standing = { ...ground, items, variants, around: { ...ground.around, taught } };
  const changes: Change[] = [];
  const results: Result[] = [];
  for (const sent of listed) {
    if (results.length > 0 && results.length % STEP === 0) await othersFirst();
    const decided = decideOne(sent, now, { ...sender, before: ground });
    for (const change of decided.changes) {
      const { after } = change;
      changes.push(change);
      items.set(after.id, after);
      if (change.before === null) addVariant(variants, after);
      const known = taught.get(after.id);
      if (known === undefined) continue;
      const content = taughtAs(
        { ...known.content, id: after.id, stage: after.stage, published: isPublished(after) },
        processOf(now, after),
      );
      taught.set(after.id, { version: after.version, content });
    }
    results.push(decided.result);
  }
  return { results, changes };
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
  const command = asSeen(commandOf(sent), { item, process }, expectedVersion);
  const { surroundings } = seenFrom(item, surroundingsOfStage(process, item.stage), now.around);
  const decision = decide(process, item, command, {
    workspaceId,
    itemId,
    actor,
    at,
    surroundings,
  });
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
        changes: [decision, ...consequencesOf(decision, now)],
      };
  }
}

function commandOf(sent: CommandTo): Exclude<Command, { type: 'create' }> {
  if ('command' in sent) return sent.command;
  return { type: 'event', event: sent.event, input: sent.input };
}

/** What a publication does to the variants as the list has left them. */
function consequencesOf(
  published: Change,
  { items, variants, processes, ofNewVariants }: Standing,
): Change[] {
  if (!published.effects.includes('open_variants')) return [];
  if (ofNewVariants === null) throw new Error('The workspace has no active process for variants.');
  const existing = (variants.get(published.after.id) ?? []).map((id) => items.get(id)!);
  const pinned = (digest: string) => processes.get(digest)!;
  return openVariants(published, existing, { active: ofNewVariants, pinned }).map(
    ({ change }) => change,
  );
}

function variantsBySource(items: Iterable<ItemState>): Map<string, string[]> {
  const variants = new Map<string, string[]>();
  for (const item of items) addVariant(variants, item);
  return variants;
}

function addVariant(variants: Map<string, string[]>, { id, source }: ItemState): void {
  if (source === null) return;
  const known = variants.get(source.itemId);
  if (known === undefined) variants.set(source.itemId, [id]);
  else known.push(id);
}

function processOf({ processes }: Ground, { processDigest }: ItemState): Process {
  return processes.get(processDigest)!;
}

function isPublished({ context }: ItemState): boolean {
  return context.publishedDigest !== null;
}
