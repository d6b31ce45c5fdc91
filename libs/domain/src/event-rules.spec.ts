import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { EventInput } from './command.js';
import { type AvailableEvent, availableEvents } from './event-rules.js';
import {
  accepted,
  CAST,
  completeInput,
  CONTENT,
  ena,
  eventsOf,
  gus,
  held,
  itemIn,
  leo,
  mia,
  pia,
  PROCESSES,
  refused,
  send,
  TRAINING,
  VARIANT,
  walk,
} from './items.fixture.js';
import type { TransitionDefinition } from './process-definition.js';
import { compileProcess } from './process-machine.js';
import { contentProcess } from './processes/content.process.js';
import { when } from './processes/transitions.js';

const open = { allowed: true, requires: [], reasons: [] };

function named(list: AvailableEvent[], event: string): AvailableEvent {
  return list.find((available) => available.event === event)!;
}

describe('the events available to an actor', () => {
  it('are all that the stage knows, each with its label, its fields and its reasons', () => {
    const item = held(itemIn(CONTENT, 'in_review'), 'product_review', pia);
    expect(availableEvents(CONTENT, item, pia)).toEqual([
      { event: 'approve', label: 'Approve', ...open },
      {
        event: 'request_changes',
        label: 'Request changes',
        ...open,
        requires: ['returnTo', 'reasonCode', 'comment'],
      },
      {
        event: 'cancel',
        label: 'Cancel',
        allowed: false,
        requires: ['comment'],
        reasons: [
          { code: 'not_your_function', detail: '"cancel" is for marketing or enablement.' },
        ],
      },
    ]);
  });

  it('are the same for someone who may send none, each with the reason', () => {
    const list = availableEvents(CONTENT, itemIn(CONTENT, 'in_review'), gus);
    expect(list.map(({ event, allowed }) => [event, allowed])).toEqual([
      ['approve', false],
      ['request_changes', false],
      ['cancel', false],
    ]);
    expect(named(list, 'approve').reasons).toEqual([
      {
        code: 'not_your_function',
        detail: 'This is for product_management or legal; you work in no function.',
      },
    ]);
  });

  it('name the task that has to be claimed first, beside every rule that fails too', () => {
    const item = itemIn(CONTENT, 'drafting', { revision: null });
    expect(named(availableEvents(CONTENT, item, mia), 'submit')).toEqual({
      event: 'submit',
      label: 'Hand on',
      allowed: false,
      requires: [],
      reasons: [
        {
          code: 'task_not_claimed',
          detail: 'Claim the task "Write the draft" (task-draft) first.',
        },
        { code: 'has_body', detail: 'There is no body yet: write a revision first.' },
      ],
    });
  });

  it('tell an author that approving is for others', () => {
    const item = held(itemIn(CONTENT, 'in_review'), 'legal_review', leo);
    const byLeo = { ...item, context: { ...item.context, authors: ['leo'] } };
    expect(named(availableEvents(CONTENT, byLeo, leo), 'approve')).toMatchObject({
      allowed: false,
      reasons: [{ code: 'author_is_not_approver' }],
    });
  });

  it('show nothing of a choice that the process makes itself, such as the quorum', () => {
    const codes = ['in_review', 'drafting', 'structuring', 'brief']
      .flatMap((stage) => availableEvents(CONTENT, itemIn(CONTENT, stage), mia))
      .flatMap(({ reasons }) => reasons.map(({ code }) => code));
    expect(codes).not.toContain('completes_quorum');
    expect(codes).not.toContain('resumes_at');
  });

  it('leave out what Baton itself sends', () => {
    const list = availableEvents(VARIANT, itemIn(VARIANT, 'published'), ena);
    expect(list.map(({ event }) => event)).toEqual(['retire', 'cancel']);
  });

  it('are none in a final stage', () => {
    for (const process of PROCESSES) {
      expect(availableEvents(process, itemIn(process, 'retired'), ena)).toEqual([]);
    }
  });
});

/** What mia is told who holds the draft, without a body, and hands it on along one of these. */
function toldOn(...transitions: TransitionDefinition[]): string[] {
  const definition = structuredClone(contentProcess);
  definition.states['drafting']!.on = { submit: transitions };
  const process = compileProcess(definition);
  const item = held(itemIn(process, 'drafting', { revision: null }), 'draft', mia);
  return refused(send(process, item, mia, 'submit')).reasons.map(({ code }) => code);
}

describe('a refusal of an event with several transitions', () => {
  it('lists the rules of the one that comes closest', () => {
    const far = { target: 'in_review', guard: when('has_body', 'comment_given') };
    const near = { target: 'approved', guard: when('comment_given', 'facets_complete') };
    expect(toldOn(far, near)).toEqual(['comment_given']);
    expect(toldOn(near, far)).toEqual(['comment_given']);
  });

  it('passes over one that the process itself does not choose, however close it comes', () => {
    const resuming = {
      target: 'approved',
      guard: when({ type: 'resumes_at', params: { stage: 'approved' } }),
    };
    const plain = { target: 'in_review', guard: when('has_body', 'comment_given') };
    expect(toldOn(resuming, plain)).toEqual(['has_body', 'comment_given']);
  });
});

describe('what availableEvents promises, decide keeps', () => {
  const people = fc.constantFrom(...CAST.filter(({ kind }) => kind === 'person'));

  /** An item as some walk left it, or in any stage with all of its tasks offered. */
  const items = fc
    .record({
      process: fc.constantFrom(CONTENT, TRAINING, VARIANT),
      picks: fc.array(fc.nat(), { maxLength: 30 }),
      stage: fc.nat(),
      walked: fc.boolean(),
      written: fc.boolean(),
      described: fc.boolean(),
    })
    .map(({ process, picks, stage, walked, written, described }) => {
      if (walked) return { process, item: walk(process, picks).at(-1)!.after };
      const stages = Object.keys(process.definition.states);
      const item = itemIn(process, stages[stage % stages.length]!);
      return {
        process,
        item: {
          ...item,
          revision: written ? item.revision : null,
          description: { ...item.description, purpose: described ? 'to_win' : null },
        },
      };
    });

  it('lists every event of the stage once, but for those of the line', () => {
    fc.assert(
      fc.property(items, people, ({ process, item }, actor) => {
        const listed = availableEvents(process, item, actor).map(({ event }) => event);
        expect(listed).toEqual(
          eventsOf(process, item.stage).filter((event) => event !== 'source_published'),
        );
      }),
    );
  });

  it('accepts an event that is allowed with its required fields, and refuses it without any one', () => {
    let sent = 0;
    fc.assert(
      fc.property(items, people, fc.nat(), ({ process, item }, actor, pick) => {
        for (const { event, allowed, requires } of availableEvents(process, item, actor)) {
          if (!allowed) continue;
          sent += 1;
          const all: EventInput = completeInput(process, item.stage, event, pick);
          const input = Object.fromEntries(
            Object.entries(all).filter(([field]) => requires.includes(field)),
          );
          expect(accepted(send(process, item, actor, event, input)).before).toBe(item);
          for (const field of requires) {
            const { [field]: _left, ...rest } = input;
            expect(refused(send(process, item, actor, event, rest)).kind).toBe('conflict');
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(sent).toBeGreaterThan(50);
  });

  it('refuses an event that is not allowed, with the very reasons that were listed', () => {
    fc.assert(
      fc.property(items, people, fc.nat(), ({ process, item }, actor, pick) => {
        for (const { event, allowed, reasons } of availableEvents(process, item, actor)) {
          if (allowed) continue;
          const input = completeInput(process, item.stage, event, pick);
          expect(refused(send(process, item, actor, event, input)).reasons).toEqual(reasons);
        }
      }),
      { numRuns: 150 },
    );
  });
});
