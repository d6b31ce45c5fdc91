import type { Activity, StageDefinition } from '../process-definition.js';
import { differencesInWays } from './transition-differences.js';
import { areEqual, became, byKey, changed, functionsInWords } from './wording.js';

/** What changed in a stage that stands in both versions. */
export function differencesInStage(
  name: string,
  older: StageDefinition,
  newer: StageDefinition,
): string[] {
  if (areEqual(older, newer)) return [];
  const { activities: before, ...olderMeta } = older.meta;
  const { activities: after, ...newerMeta } = newer.meta;
  const told = [
    ...changed(`${name}: its type`, older.type, newer.type),
    ...byKey<unknown>({ ...olderMeta }, { ...newerMeta }).flatMap((field) =>
      changed(`${name}: ${called(field.key)}`, field.before, field.after),
    ),
    ...differencesInActivities(name, before, after),
    ...differencesInWays(name, older.on, newer.on),
  ];
  return told.length > 0 ? told : [`${name}: it is written otherwise.`];
}

const CALLED: Record<string, string> = {
  onEdit: 'what an edit does to approvals',
  announces: 'the fact that it announces',
  acceptWithinHours: 'the hours to accept it',
  consultWithinHours: 'the hours that the consulted have',
  edits: 'whether its holder may write',
  deadline: 'the deadline',
  checklist: 'the checklist',
  sections: 'the sections that it covers',
  events: 'its events',
};

/** A field of a stage or activity in words. */
function called(field: string): string {
  return CALLED[field] ?? `the ${field}`;
}

function differencesInActivities(stage: string, older: Activity[], newer: Activity[]): string[] {
  if (areEqual(older, newer)) return [];
  const told = byKey(keyed(older), keyed(newer)).flatMap(({ key, before, after }) => {
    if (before === undefined) return [`${stage}: the activity ${titled(after!)} was added.`];
    if (after === undefined) return [`${stage}: the activity ${titled(before)} was removed.`];
    return differencesInActivity(`${stage}, ${key}`, before, after);
  });
  return told.length > 0 ? told : [`${stage}: the order or number of its activities changed.`];
}

function keyed(activities: Activity[]): Record<string, Activity> {
  return Object.fromEntries(activities.map((activity) => [activity.key, activity]));
}

function titled({ key, label, raci }: Activity): string {
  return `${key} ("${label}", by ${functionsInWords(raci.responsible)})`;
}

function differencesInActivity(at: string, older: Activity, newer: Activity): string[] {
  const { raci: olderRaci, ...before } = older;
  const { raci: newerRaci, ...after } = newer;
  return [
    ...byKey<unknown>({ ...before }, { ...after }).flatMap((field) =>
      field.key === 'deadline'
        ? deadlineDifferences(at, older.deadline, newer.deadline)
        : changed(`${at}: ${called(field.key)}`, field.before, field.after),
    ),
    ...byKey<Activity['raci'][keyof Activity['raci']]>({ ...olderRaci }, { ...newerRaci }).flatMap(
      (letter) => {
        if (areEqual(letter.before, letter.after)) return [];
        const was = functionsInWords(letter.before);
        const is = functionsInWords(letter.after);
        return was === is
          ? [`${at}: who is ${letter.key} is written otherwise.`]
          : [became(`${at}: ${letter.key}`, was, is)];
      },
    ),
  ];
}

function deadlineDifferences(
  at: string,
  older: Activity['deadline'],
  newer: Activity['deadline'],
): string[] {
  if (areEqual(older, newer)) return [];
  const told = (deadline: Activity['deadline']) =>
    deadline === undefined
      ? 'none'
      : `${deadline.workingHours} working hours, then ${deadline.onTimeout}`;
  return [became(`${at}: the deadline`, told(older), told(newer))];
}
