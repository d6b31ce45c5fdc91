import { pointerTo } from '../json-pointer.js';
import { type Checked, type Finding, findingAt, type Found } from './finding.js';
import { activitiesListing, activitiesOf, listed, sendersByName } from './places.js';

/** Names that stand for two things at once. */
export function collidingNames(checked: Checked): Finding[] {
  return [
    ...Object.keys(checked.definition.states).flatMap((stage) => [
      ...collidingKeys(checked, stage),
      ...doubledLabels(checked, stage),
      ...doubledSenders(checked, stage),
    ]),
    ...collidingPoints(checked),
  ].map((found) => findingAt(checked, { ...found, code: 'names_collide' }));
}

type Collision = Omit<Found, 'code'>;

function collidingKeys({ definition }: Checked, stage: string): Collision[] {
  const { activities } = definition.states[stage]!.meta;
  return activities.flatMap(({ key }, index) => {
    const pointer = pointerTo('states', stage, 'meta', 'activities', index, 'key');
    const found: Collision[] = [];
    if (
      isRepeated(
        activities.map((other) => other.key),
        index,
      )
    ) {
      const sentence = `Expected one activity "${key}" in ${stage}; found it again.`;
      found.push({ sentence, pointer, stage });
    }
    if (key.includes('/')) {
      const sentence = `Expected an activity key without "/", which separates keys; found "${key}".`;
      found.push({ sentence, pointer, stage });
    }
    return found;
  });
}

/** Two buttons, or two tasks, that read the same. */
function doubledLabels({ definition }: Checked, stage: string): Collision[] {
  const { meta, on = {} } = definition.states[stage]!;
  const tasks = meta.activities.map(({ label }) => label);
  const events = Object.keys(on).filter((event) => Object.hasOwn(definition.meta.events, event));
  const buttons = events.map((event) => definition.meta.events[event]!.label);
  const severity = 'warning' as const;
  return [
    ...tasks.flatMap((label, index) => {
      if (!isRepeated(tasks, index)) return [];
      const sentence = `Expected each activity of ${stage} to have a label of its own; found "${label}" again.`;
      const pointer = pointerTo('states', stage, 'meta', 'activities', index, 'label');
      return [{ severity, sentence, pointer, stage }];
    }),
    ...buttons.flatMap((label, index) => {
      if (!isRepeated(buttons, index)) return [];
      const sentence = `Expected each event of ${stage} to have a label of its own; found "${label}" again.`;
      const pointer = pointerTo('meta', 'events', events[index]!, 'label');
      return [{ severity, sentence, pointer, stage }];
    }),
  ];
}

/** The holder of the task goes first, so those whom `by` names could not send the event in this stage. */
function doubledSenders({ definition }: Checked, stage: string): Collision[] {
  const { on = {} } = definition.states[stage]!;
  const events = [...new Set([...Object.keys(on), ...Object.keys(definition.on ?? {})])];
  return events.flatMap((event) => {
    const by = sendersByName(definition, event);
    const activities = activitiesListing(definition, stage, event);
    if (by.length === 0 || activities.length === 0) return [];
    const keys = listed(activities.map(({ key }) => key));
    const sentence = `Expected ${event} in ${stage} either in an activity or in by; found both, so only ${keys} can send it there, not ${listed(by)}.`;
    const pointer = pointerTo('meta', 'events', event, 'by');
    return [{ severity: 'warning' as const, sentence, pointer, stage }];
  });
}

function collidingPoints({ definition }: Checked): Collision[] {
  return activitiesOf(definition).flatMap(({ stage, activity, pointer }) => {
    const keys = (activity.checklist ?? []).map(({ key }) => key);
    return keys.flatMap((key, index) => {
      if (!isRepeated(keys, index)) return [];
      const sentence = `Expected one checklist point "${key}" in ${stage}, ${activity.key}; found it again.`;
      return [{ sentence, pointer: `${pointer}/checklist/${index}/key`, stage }];
    });
  });
}

function isRepeated(names: string[], index: number): boolean {
  return names.indexOf(names[index]!) < index;
}
