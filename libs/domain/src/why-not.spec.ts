import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Actor, LINE } from './actor.js';
import { whyNot } from './event-rules.js';
import {
  bea,
  completeInput,
  decideAs,
  eventsOf,
  momentOf,
  PEOPLE,
  PROCESSES,
  stan,
} from './items.fixture.js';
import type { ItemState } from './item-state.js';
import type { Process } from './process-machine.js';
import { STRICT } from './strict-process.fixture.js';
import type { Surroundings } from './surroundings.js';
import { walk } from './walks.fixture.js';

const CAST: Actor[] = [...PEOPLE, bea, stan, LINE];

const NOTHING: Surroundings = { goal: null, taught: [] };

const surroundings: fc.Arbitrary<Surroundings> = fc.record({
  goal: fc.option(
    fc.record({
      id: fc.constant('goal-1'),
      title: fc.constant('Win rate'),
      status: fc.constantFrom('draft', 'active', 'achieved'),
    }),
  ),
  taught: fc.array(
    fc.record({
      itemId: fc.constant('content-1'),
      title: fc.constant('Tiers'),
      stage: fc.constant('review_due'),
      freshness: fc.constantFrom('current', 'unpublished', 'outdated'),
    }),
    { maxLength: 2 },
  ),
});

/** An event with some of the fields that it may bring, each as it should be or wrong. */
interface Sent {
  pick: number;
  actor: Actor;
  fields: Record<string, 'right' | 'wrong' | 'missing'>;
  override: boolean;
  surroundings: Surroundings;
}

const field = fc.constantFrom('right', 'right', 'right', 'wrong', 'missing');
const sent: fc.Arbitrary<Sent> = fc.record({
  pick: fc.nat(),
  actor: fc.constantFrom(...CAST),
  fields: fc.record({
    comment: field,
    reasonCode: field,
    returnTo: field,
    publishAt: field,
    sourceDigest: field,
    digest: field,
  }),
  override: fc.constantFrom(true, false, false),
  surroundings: fc.oneof(surroundings, fc.constant(NOTHING)),
});

const WRONG: Record<string, string> = {
  comment: ' ',
  reasonCode: 'mood',
  returnTo: 'nowhere',
  publishAt: '2020-01-01T00:00:00Z',
  digest: 'another-text',
};

/** The same event asked about and sent, to an item as a walk left it. */
function askedAndSent(process: Process, item: ItemState, what: Sent) {
  const { pick, actor, fields, override } = what;
  const events = [...eventsOf(process, item.stage), 'dance', 'constructor'];
  const event = events[pick % events.length]!;
  const right = Object.entries(completeInput(process, item, event, pick));
  const input = {
    ...Object.fromEntries(
      right.flatMap(([name, value]) => {
        if (fields[name] === 'right') return [[name, value]];
        return fields[name] === 'wrong' ? [[name, WRONG[name] ?? 'wrong']] : [];
      }),
    ),
    ...(override && { override }),
  };
  const decision = decideAs(
    process,
    item,
    actor,
    { type: 'event', event, input },
    what.surroundings,
  );
  const at = momentOf(item);
  const reasons = whyNot(process, item, {
    actor,
    event,
    input,
    at,
    surroundings: what.surroundings,
  });
  return { event, decision, reasons };
}

describe('what whyNot says', () => {
  it.each([...PROCESSES, STRICT].map((process) => ({ name: process.definition.id, process })))(
    'is nothing exactly when the event is accepted, and else the reasons of its refusal, in $name',
    ({ process }) => {
      const reached = { accepted: new Set<string>(), refused: new Set<string>() };
      fc.assert(
        fc.property(
          fc.array(fc.nat(), { maxLength: 60, size: 'max' }),
          fc.array(sent, { minLength: 60, maxLength: 60 }),
          (picks, sendings) => {
            const states = walk(process, picks).map(({ after }) => after);
            for (const [index, what] of sendings.entries()) {
              const item = states[(index * 7) % states.length]!;
              const { event, decision, reasons } = askedAndSent(process, item, what);
              const accepted = decision.outcome === 'changed';
              expect(reasons).toEqual(accepted ? [] : (decision as { reasons?: unknown }).reasons);
              expect(reasons.length === 0).toBe(accepted);
              if (accepted) reached.accepted.add(event);
              for (const { code } of reasons) reached.refused.add(code);
            }
          },
        ),
        { numRuns: 60 },
      );
      // The law says something only as long as events get through, and are held up for many reasons.
      expect(reached.accepted.size).toBeGreaterThan(2);
      expect(reached.refused.size).toBeGreaterThan(9);
    },
  );
});
