import { CONTENT } from './items.fixture.js';
import type { ProcessDefinition, StageDefinition } from './process-definition.js';
import { compileProcess } from './process-machine.js';

/**
 * The content process as a workspace may change it: structuring is called outlining, the brief is no more, and a
 * review by marketing joins those of product and legal.
 */
export const CHANGED = compileProcess(changed(CONTENT.definition));

/** The content process with a question of the product review to marketing. */
export const ASKING = compileProcess(asking(CONTENT.definition));

function asking(definition: ProcessDefinition): ProcessDefinition {
  const copy = structuredClone(definition);
  const [review] = copy.states['in_review']!.meta.activities;
  Object.assign(review!, { consultWithinHours: 8 });
  review!.raci.consulted = ['marketing'];
  return copy;
}

function changed(definition: ProcessDefinition): ProcessDefinition {
  const text = JSON.stringify(definition)
    .replaceAll('"structuring"', '"outlining"')
    .replaceAll('".structuring"', '".outlining"');
  const copy = JSON.parse(text) as ProcessDefinition;
  const { brief: _brief, ...others } = copy.states;
  const states = withoutBrief(others);
  const intake = states['intake']!;
  const review = states['in_review']!;
  return {
    ...copy,
    states: {
      ...states,
      intake: {
        ...intake,
        on: { accept: [{ ...intake.on!['accept']![0]!, target: 'outlining' }] },
      },
      in_review: {
        ...review,
        meta: {
          ...review.meta,
          activities: [
            ...review.meta.activities,
            {
              key: 'brand_review',
              label: 'Review the tone',
              raci: { responsible: ['marketing'], accountable: 'marketing' },
              events: ['approve', 'request_changes'],
            },
          ],
        },
      },
    },
  };
}

/** No event leads to the brief any more. */
function withoutBrief(states: Record<string, StageDefinition>): Record<string, StageDefinition> {
  return Object.fromEntries(
    Object.entries(states).map(([name, stage]) => [
      name,
      {
        ...stage,
        ...(stage.on === undefined
          ? {}
          : {
              on: Object.fromEntries(
                Object.entries(stage.on).map(([event, transitions]) => [
                  event,
                  transitions.filter(({ target }) => target !== 'brief' && target !== '.brief'),
                ]),
              ),
            }),
      },
    ]),
  );
}
