import type { ProcessDefinition, StageDefinition } from '../process-definition.js';
import { differencesInStage } from './stage-differences.js';
import { differencesInWays } from './transition-differences.js';
import { areEqual, byKey, changed } from './wording.js';

/**
 * What changed from one version of a process to another, a sentence each: the process first, then its stages in the
 * order of the newer, then those that are gone. Empty exactly when both have the same digest.
 */
export function differencesBetween(older: ProcessDefinition, newer: ProcessDefinition): string[] {
  if (areEqual(older, newer)) return [];
  const told = [
    ...differencesInHead(older, newer),
    ...differencesInWays('in every stage', older.on, newer.on),
    ...byKey(older.states, newer.states).flatMap(({ key, before, after }) => {
      if (before === undefined) return [`The stage ${titled(key, after!)} was added.`];
      if (after === undefined) return [`The stage ${titled(key, before)} was removed.`];
      return differencesInStage(key, before, after);
    }),
  ];
  return told.length > 0 ? told : ['The process is written otherwise.'];
}

function differencesInHead(older: ProcessDefinition, newer: ProcessDefinition): string[] {
  const { events: olderEvents, ...olderMeta } = older.meta;
  const { events: newerEvents, ...newerMeta } = newer.meta;
  return [
    ...changed('The id of the process', older.id, newer.id),
    ...byKey<unknown>({ ...olderMeta }, { ...newerMeta }).flatMap(({ key, before, after }) =>
      changed(`The ${key} of the process`, before, after),
    ),
    ...changed('The initial stage', older.initial, newer.initial),
    ...changed('What an item remembers at first', older.context, newer.context),
    ...byKey(olderEvents, newerEvents).flatMap(({ key, before, after }) => [
      ...changed(`The label of ${key}`, before?.label, after?.label),
      ...changed(`Who may send ${key} by function`, before?.by, after?.by),
      ...changed(
        `Whether ${key} is only for regional people of its locale`,
        before?.ofLocale,
        after?.ofLocale,
      ),
    ]),
  ];
}

function titled(name: string, { meta }: StageDefinition): string {
  return `${name} ("${meta.label}")`;
}
