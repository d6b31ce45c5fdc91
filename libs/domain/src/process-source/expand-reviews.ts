import { pointerTo } from '../json-pointer.js';
import type { ProcessDefinition, StageDefinition } from '../process-definition.js';
import { reviewEvents, withReturns, withReview } from '../processes/transitions.js';
import type { Problem } from '../refusal.js';
import type { ProcessSource, SourceReview } from './source.js';

interface Review extends SourceReview {
  from: string;
  pointer: string;
}

function reviewsOf(source: ProcessSource): Review[] {
  return Object.entries(source.states).flatMap(([from, { review }]) =>
    review === undefined ? [] : [{ ...review, from, pointer: pointerTo('states', from, 'review') }],
  );
}

/** What keeps reviews from being written out: stages and events that do not exist, and events written by hand too. */
export function reviewProblems(source: ProcessSource, definition: ProcessDefinition): Problem[] {
  const reviews = reviewsOf(source);
  const forward = forwardOf(reviews, definition);
  return reviews.flatMap((review) => [
    ...unknownStages(review, definition),
    ...returnsToFinal(review, definition),
    ...onwardProblems(review, definition, forward),
    ...doubledEvents(review, definition.states[review.from]!),
  ]);
}

/** Writes every review out as the transitions that it stands for; call only without reviewProblems. */
export function expandReviews(
  source: ProcessSource,
  definition: ProcessDefinition,
): ProcessDefinition {
  const reviews = reviewsOf(source);
  if (reviews.length === 0) return definition;
  const reviewed = reviews.reduce(
    (sofar, { from, to, also = [] }) => withReview(sofar, { from, to, also }),
    definition,
  );
  const routes = reviews.map(({ from, returnTo: to, afterwards }) => ({ from, to, afterwards }));
  return withReturns(reviewed, routes, forwardOf(reviews, definition));
}

/** For each stage that work comes back to, the event that sends it on: the one written, or the only one there is. */
function forwardOf(reviews: Review[], { states }: ProcessDefinition): Record<string, string> {
  const written = reviews.flatMap(({ onward = {} }) => Object.entries(onward));
  const only = reviews
    .filter(({ afterwards }) => afterwards === 'resume')
    .flatMap(({ returnTo }) => returnTo)
    .flatMap((stage) => {
      const leaving = leavingEvents(states[stage]);
      return leaving.length === 1 ? [[stage, leaving[0]!]] : [];
    });
  return Object.fromEntries([...only, ...written]) as Record<string, string>;
}

function leavingEvents(stage: StageDefinition | undefined): string[] {
  return Object.entries(stage?.on ?? {})
    .filter(([, transitions]) => transitions.some(({ target }) => target !== undefined))
    .map(([event]) => event);
}

function unknownStages(
  { to, returnTo, pointer }: Review,
  { states }: ProcessDefinition,
): Problem[] {
  const named = [
    { stage: to, at: `${pointer}/to` },
    ...returnTo.map((stage, index) => ({ stage, at: `${pointer}/returnTo/${index}` })),
  ];
  return named
    .filter(({ stage }) => !Object.hasOwn(states, stage))
    .map(({ stage, at }) => ({
      pointer: at,
      code: 'not_in_list',
      detail: `Expected a stage, one of ${Object.keys(states).join(', ')}; found "${stage}".`,
    }));
}

/** Nobody can work where a process has ended. */
function returnsToFinal({ returnTo, pointer }: Review, { states }: ProcessDefinition): Problem[] {
  return returnTo.flatMap((stage, index) => {
    if (!Object.hasOwn(states, stage) || states[stage]!.type !== 'final') return [];
    const detail = `Expected a stage to return to that is not final; found "${stage}", which is.`;
    return [{ pointer: `${pointer}/returnTo/${index}`, code: 'not_possible', detail }];
  });
}

function onwardProblems(
  { onward = {}, returnTo, pointer }: Review,
  { states }: ProcessDefinition,
  forward: Record<string, string>,
): Problem[] {
  return Object.entries(onward).flatMap(([stage, event]) => {
    const at = pointer + pointerTo('onward', stage);
    if (!returnTo.includes(stage)) {
      const detail = `Expected a stage of returnTo, one of ${returnTo.join(', ')}; found "${stage}".`;
      return [{ pointer: at, code: 'not_in_list', detail }];
    }
    const known = Object.keys(states[stage]?.on ?? {});
    if (!known.includes(event)) {
      const detail = `Expected an event of ${stage} (${known.join(', ') || 'it knows none'}); found "${event}".`;
      return [{ pointer: at, code: 'not_in_list', detail }];
    }
    if (forward[stage] === event) return [];
    const detail = `Expected one event onward from ${stage} in all reviews; found ${event} and ${forward[stage]!}.`;
    return [{ pointer: at, code: 'written_twice', detail }];
  });
}

function doubledEvents({ pointer }: Review, { type, meta, on = {} }: StageDefinition): Problem[] {
  const at = pointer.replace(/\/review$/u, '');
  if (type === 'final') {
    const detail = 'Expected a review in a stage that is not final; found one in a final stage.';
    return [{ pointer, code: 'not_possible', detail }];
  }
  return reviewEvents(meta)
    .filter((event) => Object.hasOwn(on, event))
    .map((event) => ({
      pointer: `${at}/on/${event}`,
      code: 'written_twice',
      detail: `Expected ${event} either in on or by review; found both.`,
    }));
}
