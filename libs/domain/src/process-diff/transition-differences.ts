import type { NamedReference, TransitionDefinition } from '../process-definition.js';
import { rulesOf } from '../process-machine.js';
import { areEqual, byKey, referenceInWords } from './wording.js';

type On = Record<string, TransitionDefinition[]>;

/** What changed in the ways of a stage, or of the whole process, event by event. */
export function differencesInWays(at: string, older: On | undefined, newer: On | undefined) {
  return byKey(older, newer).flatMap(({ key, before, after }) =>
    differencesInEvent(`${at}, ${key}`, before, after),
  );
}

function differencesInEvent(
  at: string,
  older: TransitionDefinition[] | undefined,
  newer: TransitionDefinition[] | undefined,
): string[] {
  if (areEqual(older, newer)) return [];
  const { pairs, removed, added } = paired(older ?? [], newer ?? []);
  const told = [
    ...pairs.flatMap(([before, after]) => differencesInOne(at, before, after)),
    ...removed.map((one) => `${at}: the transition ${inWords(one)} was removed.`),
    ...added.map((one) => `${at}: the transition ${inWords(one)} was added.`),
  ];
  if (told.length > 0) return told;
  if (older === undefined) return [`${at}: the event was added, without a transition.`];
  if (newer === undefined) return [`${at}: the event was removed; it had no transition.`];
  return [`${at}: the order of its transitions changed.`];
}

/** Pairs what is equal, then what leads to the same stage, then what is left in its order. */
function paired(older: TransitionDefinition[], newer: TransitionDefinition[]) {
  const removed = [...older];
  const added = [...newer];
  const pairs: [TransitionDefinition, TransitionDefinition][] = [];
  const take = (alike: (one: TransitionDefinition, other: TransitionDefinition) => boolean) => {
    for (const before of older) {
      const after = added.find((candidate) => alike(before, candidate));
      if (after === undefined || !removed.includes(before)) continue;
      pairs.push([before, after]);
      removed.splice(removed.indexOf(before), 1);
      added.splice(added.indexOf(after), 1);
    }
  };
  take(areEqual);
  take((one, other) => one.target === other.target);
  if (removed.length === added.length) take(() => true);
  return { pairs, removed, added };
}

function differencesInOne(
  at: string,
  older: TransitionDefinition,
  newer: TransitionDefinition,
): string[] {
  if (areEqual(older, newer)) return [];
  const to = `${at} ${whither(newer)}`;
  const told = [
    ...(older.target === newer.target
      ? []
      : [`${at}: the transition ${whither(older)} now goes ${whither(newer)}.`]),
    ...listDifferences(`${to}: the rule`, rulesOf(older), rulesOf(newer)),
    ...listDifferences(`${to}: the action`, older.actions ?? [], newer.actions ?? []),
  ];
  return told.length > 0 ? told : [`${to}: its rules or actions are written otherwise.`];
}

function listDifferences(what: string, older: NamedReference[], newer: NamedReference[]): string[] {
  const without = (list: NamedReference[], others: NamedReference[]) =>
    list.filter((one) => !others.some((other) => areEqual(one, other)));
  return [
    ...without(older, newer).map((one) => `${what} ${referenceInWords(one)} was removed.`),
    ...without(newer, older).map((one) => `${what} ${referenceInWords(one)} was added.`),
  ];
}

function whither({ target }: TransitionDefinition): string {
  return target === undefined ? '(staying)' : `to ${target.replace(/^\./u, '')}`;
}

function inWords(transition: TransitionDefinition): string {
  const rules = rulesOf(transition).map((rule) => referenceInWords(rule));
  return whither(transition) + (rules.length === 0 ? '' : ` under ${rules.join(', ')}`);
}
