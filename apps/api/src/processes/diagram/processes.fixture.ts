import { type Activity, DEFAULT_PROCESSES, type ProcessDefinition, type StageMeta } from '#domain';

const [content] = DEFAULT_PROCESSES;

/** Tries to leave its place in Mermaid, in XML and in both at once. */
export const HOSTILE = `"]-->x<script>alert('1')</script>&lt; a: b; %%{init}%% #35; \`x\` ]]>
end note\u0000\u0007\uD800 direction LR <<choice>> [[fork]] --> [*] {`;

interface StageSketch extends Partial<StageMeta> {
  /** the targets of each event */
  on?: Record<string, string[]>;
  type?: 'final';
}

/** A process of which only the shape matters. */
export function sketchProcess(sketch: {
  label?: string;
  initial?: string;
  /** labels by event */
  events?: Record<string, string>;
  stages: Record<string, StageSketch>;
  /** the targets of events of the whole process; null: they change no stage */
  everywhere?: Record<string, string | null>;
}): ProcessDefinition {
  const { label = 'Sketch', events = {}, stages, everywhere = {} } = sketch;
  return {
    id: 'sketch',
    initial: sketch.initial ?? Object.keys(stages)[0]!,
    context: content!.context,
    meta: {
      label,
      kind: 'content',
      events: Object.fromEntries(Object.entries(events).map(([key, label]) => [key, { label }])),
    },
    on: Object.fromEntries(
      Object.entries(everywhere).map(([event, target]) => [
        event,
        [target === null ? {} : { target: `.${target}` }],
      ]),
    ),
    states: Object.fromEntries(
      Object.entries(stages).map(([key, { on = {}, type, ...meta }]) => [
        key,
        {
          ...(type === undefined ? {} : { type }),
          meta: { label: key, phase: 'structure', mode: 'relay', activities: [], ...meta },
          on: Object.fromEntries(
            Object.entries(on).map(([event, targets]) => [
              event,
              targets.map((target) => ({ target })),
            ]),
          ),
        },
      ]),
    ),
  };
}

export function activity(responsible: Activity['raci']['responsible']): Activity {
  return {
    key: 'work',
    label: 'Work',
    raci: { responsible, accountable: responsible[0]! },
    events: [],
  };
}

/** Hostile wherever a person can write something. */
export const hostileProcess = sketchProcess({
  label: HOSTILE,
  events: { [HOSTILE]: HOSTILE, submit: HOSTILE },
  everywhere: { [`${HOSTILE} everywhere`]: 'end' },
  stages: {
    'a"]-->': { label: HOSTILE, on: { [HOSTILE]: ['note'], submit: ['state'] } },
    note: { label: `${HOSTILE} again`, on: { request_changes: ['a"]-->'], [HOSTILE]: ['note'] } },
    state: { label: '', on: { unlabelled: ['note'] } },
    end: { type: 'final' },
  },
});

const KEYS = Array.from({ length: 9 }, (_, index) => `stage_${index}`);

/** More lines than anyone should draw. */
export const denseProcess = sketchProcess({
  stages: Object.fromEntries(
    KEYS.map((key, index) => [
      key,
      {
        label: `Stage number ${index} with a label that takes more than one line`,
        activities: [activity(['learning_and_development', 'sales_management', 'legal'])],
        on: {
          submit: KEYS.slice(index + 1, index + 2),
          skip: KEYS.slice(index + 3, index + 5),
          request_changes: KEYS.slice(Math.max(0, index - 3), index),
          revise: KEYS.slice(0, Math.max(0, index - 5)),
        },
      },
    ]),
  ),
  everywhere: { cancel: 'stage_3', hold: null },
});
