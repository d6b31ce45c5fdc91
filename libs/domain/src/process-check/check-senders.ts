import { pointerTo } from '../json-pointer.js';
import type { ItemKind } from '../vocabulary.js';
import { type Checked, type Finding, findingAt } from './finding.js';
import { accountableOf, activitiesListing, activitiesOf, listed, sendersByName } from './places.js';

/** What Baton itself sends, by the kind of item that it tells of its source or of what it trains on. */
const SENT_BY_LINE: Record<ItemKind, readonly string[]> = {
  content: [],
  training: ['content_changed'],
  variant: ['source_published', 'source_ready', 'source_outdated', 'source_confirmed'],
};
const TOLD = Object.entries(SENT_BY_LINE)
  .filter(([, events]) => events.length > 0)
  .map(([kind, events]) => `${listed(events)} to a ${kind}`)
  .join(', and ');

/** Events that nobody can send, and events that activities list though their stage does not know them. */
export function sendersMissing(checked: Checked): Finding[] {
  const { definition } = checked;
  const stages = Object.entries(definition.states);
  const ofStages = stages.flatMap(([stage, { on = {} }]) =>
    Object.keys(on)
      .filter((event) => !canBeSent(checked, stage, event))
      .map((event) => ({ stage, event, pointer: pointerTo('states', stage, 'on', event) })),
  );
  const ofRoot = Object.keys(definition.on ?? {})
    .filter((event) => stages.every(([stage]) => !canBeSent(checked, stage, event)))
    .map((event) => ({ stage: null, event, pointer: pointerTo('on', event) }));
  return [...ofStages, ...ofRoot].map(({ stage, event, pointer }) => {
    const where = stage ?? 'any stage';
    const by = `meta.events.${event}.by`;
    const why =
      sendersByName(definition, event).length === 0
        ? `${by} names no function`
        : `${by} names only the line, which itself sends only ${TOLD}`;
    const sentence = `Nobody can send ${event} in ${where}: no activity lists it, and ${why}.`;
    return findingAt(checked, { code: 'event_without_sender', sentence, pointer, stage });
  });
}

/** Whether an activity of the stage lists the event, or the process names somebody for it who ever sends it. */
export function canBeSent({ definition }: Checked, stage: string, event: string): boolean {
  const lineSends = SENT_BY_LINE[definition.meta.kind].includes(event);
  return (
    activitiesListing(definition, stage, event).length > 0 ||
    sendersByName(definition, event).some((name) => name !== 'line' || lineSends)
  );
}

export function unknownEvents(checked: Checked): Finding[] {
  const { definition } = checked;
  return activitiesOf(definition).flatMap(({ stage, activity, pointer }) => {
    const { type, on = {} } = definition.states[stage]!;
    const known = type === 'final' ? [] : [...Object.keys(on), ...Object.keys(definition.on ?? {})];
    return activity.events.flatMap((event, index) => {
      if (known.includes(event)) return [];
      const knows = known.length === 0 ? 'it knows none' : known.join(', ');
      return [
        findingAt(checked, {
          code: 'activity_event_unknown',
          sentence: `Expected in ${activity.key} an event that ${stage} knows (${knows}); found "${event}".`,
          pointer: `${pointer}/events/${index}`,
          stage,
        }),
      ];
    });
  });
}

export function accountableNotOne(checked: Checked): Finding[] {
  return activitiesOf(checked.definition).flatMap(({ stage, activity, pointer }) => {
    const functions = accountableOf(activity);
    if (functions.length === 1) return [];
    const found = functions.length === 0 ? 'none' : listed(functions);
    return [
      findingAt(checked, {
        code: 'accountable_not_one',
        sentence: `Expected exactly one accountable function for ${activity.key} in ${stage}; found ${found}.`,
        pointer: `${pointer}/raci/accountable`,
        stage,
      }),
    ];
  });
}
