import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Actor } from './actor.js';
import type { EventInput } from './command.js';
import { type AvailableEvent, availableEvents } from './event-rules.js';
import {
  completeInput,
  CONTENT,
  decideAs,
  ena,
  eventsOf,
  FAVOURABLE,
  gus,
  held,
  itemIn,
  leo,
  mia,
  pia,
  PEOPLE,
  PROCESSES,
  refused,
  send,
  VARIANT,
} from './items.fixture.js';
import { STRICT } from './strict-process.fixture.js';
import { walk } from './walks.fixture.js';
import type { TransitionDefinition } from './process-definition.js';
import type { ItemState } from './item-state.js';
import { compileProcess, type Process } from './process-machine.js';
import { contentProcess } from './processes/content.process.js';
import { when } from './processes/transitions.js';

const shownTo = (process: Process, item: ItemState, actor: Actor) =>
  availableEvents(process, item, actor, FAVOURABLE);

const open = { allowed: true, requires: [], reasons: [] };

function named(list: AvailableEvent[], event: string): AvailableEvent {
  return list.find((available) => available.event === event)!;
}

describe('the events available to an actor', () => {
  it('are all that the stage knows, each with its label, its fields and its reasons', () => {
    const item = held(itemIn(CONTENT, 'in_review'), 'product_review', pia);
    expect(shownTo(CONTENT, item, pia)).toMatchObject([
      { event: 'approve', label: 'Approve', ...open, requires: ['digest'] },
      {
        event: 'approve_with_comment',
        label: 'Approve with a comment',
        ...open,
        requires: ['digest', 'comment'],
      },
      {
        event: 'withdraw',
        label: 'Take the approval back',
        allowed: false,
        requires: [],
        reasons: [{ code: 'voted', detail: 'There is no approval of yours to take back.' }],
      },
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
    const list = shownTo(CONTENT, itemIn(CONTENT, 'in_review'), gus);
    expect(list.map(({ event, allowed }) => [event, allowed])).toEqual([
      ['approve', false],
      ['approve_with_comment', false],
      ['withdraw', false],
      ['request_changes', false],
      ['cancel', false],
    ]);
    expect(named(list, 'approve').reasons).toMatchObject([
      {
        code: 'not_your_function',
        detail: 'This is for product_management or legal; you work in no function.',
      },
    ]);
  });

  it('name the task that has to be claimed first, beside every rule that fails too', () => {
    const item = itemIn(CONTENT, 'drafting', { revision: null });
    expect(named(shownTo(CONTENT, item, mia), 'submit')).toMatchObject({
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
    expect(named(shownTo(CONTENT, byLeo, leo), 'approve')).toMatchObject({
      allowed: false,
      reasons: [{ code: 'author_is_not_approver' }],
    });
  });

  it('show nothing of a choice that the process makes itself, such as the quorum', () => {
    const codes = ['in_review', 'drafting', 'structuring', 'brief']
      .flatMap((stage) => shownTo(CONTENT, itemIn(CONTENT, stage), mia))
      .flatMap(({ reasons }) => reasons.map(({ code }) => code));
    expect(codes).not.toContain('reaches_quorum');
    expect(codes).not.toContain('resumes_at');
  });

  it('leave out what Baton itself sends', () => {
    const list = shownTo(VARIANT, itemIn(VARIANT, 'published'), ena);
    expect(list.map(({ event }) => event)).toEqual(['request_update', 'retire', 'cancel']);
  });

  it('are none in a final stage', () => {
    for (const process of PROCESSES) {
      expect(shownTo(process, itemIn(process, 'retired'), ena)).toEqual([]);
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

describe('an approval of an item without a text', () => {
  const item = held(itemIn(CONTENT, 'in_review', { revision: null }), 'legal_review', leo);
  const noText = {
    code: 'text_was_seen',
    detail: 'There is no text yet that could be approved.',
  };

  it('is shown as not possible, since no field could answer what is asked', () => {
    expect(named(shownTo(CONTENT, item, leo), 'approve')).toMatchObject({
      allowed: false,
      requires: [],
      reasons: [noText],
    });
    expect(named(shownTo(CONTENT, item, leo), 'approve_with_comment')).toMatchObject({
      allowed: false,
      requires: ['comment'],
      reasons: [noText],
    });
  });

  it('is refused with the same words, whatever it names', () => {
    for (const digest of ['text-1', '']) {
      expect(refused(send(CONTENT, item, leo, 'approve', { digest })).reasons).toMatchObject([
        noText,
      ]);
    }
  });
});

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

  it('names the choice where the process leaves no other way', () => {
    const resuming = {
      target: 'approved',
      guard: when('comment_given', { type: 'resumes_at', params: { stage: 'approved' } }),
    };
    expect(toldOn(resuming)).toEqual(['comment_given', 'resumes_at']);
  });

  it('prefers what the sender can answer, so that what is shown as allowed can be sent', () => {
    const written = { target: 'in_review', guard: when('has_body') };
    const explained = { target: 'approved', guard: when('reason_given', 'comment_given') };
    expect(toldOn(written, explained)).toEqual(['reason_given', 'comment_given']);
  });
});

describe('what availableEvents promises, decide keeps', () => {
  const processes = fc.constantFrom(...PROCESSES, STRICT);

  /** An item as a random walk of random actors left it. */
  const walked = fc
    .record({ process: processes, picks: fc.array(fc.nat(), { maxLength: 60, size: 'max' }) })
    .map(({ process, picks }) => ({ process, item: walk(process, picks).at(-1)!.after }));

  /** An item in any stage, perhaps without a body or a purpose, its tasks in the hands of one of the cast. */
  const placed = fc
    .record({
      process: processes,
      stage: fc.nat(),
      holder: fc.constantFrom(...PEOPLE),
      written: fc.boolean(),
      described: fc.boolean(),
    })
    .map(({ process, stage, holder, written, described }) => {
      const stages = Object.keys(process.definition.states);
      const offered = itemIn(process, stages[stage % stages.length]!);
      const item = offered.openTasks.reduce((so, task) => held(so, task.activity, holder), offered);
      return {
        process,
        item: {
          ...item,
          revision: written ? item.revision : null,
          description: { ...item.description, purpose: described ? 'to_win' : null },
        },
      };
    });

  /** Every event that is listed for anyone of the cast. */
  const listed = fc
    .record({ where: fc.oneof(walked, placed), pick: fc.nat() })
    .map(({ where: { process, item }, pick }) =>
      PEOPLE.flatMap((actor) =>
        shownTo(process, item, actor).map((available) => ({
          ...available,
          actor,
          input: completeInput(process, item, available.event, pick),
          sendWith: (input: EventInput) =>
            decideAs(process, item, actor, { type: 'event', event: available.event, input }),
        })),
      ),
    );

  it('lists every event of the stage once for everyone, but for those of the line', () => {
    fc.assert(
      fc.property(fc.oneof(walked, placed), ({ process, item }) => {
        const { events: named } = process.definition.meta;
        const known = eventsOf(process, item.stage).filter(
          (event) => named[event]!.by?.join() !== 'line',
        );
        for (const actor of PEOPLE) {
          const events = shownTo(process, item, actor).map(({ event }) => event);
          expect(events).toEqual(known);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('accepts an event that is allowed with its required fields, and refuses it without any one', () => {
    const accepting = new Set<string>();
    fc.assert(
      fc.property(listed, (list) => {
        for (const { event, requires, input, sendWith } of list.filter(({ allowed }) => allowed)) {
          const asked = Object.entries(input).filter(([field]) => requires.includes(field));
          expect(sendWith(Object.fromEntries(asked)).outcome).toBe('changed');
          for (const field of requires) {
            const rest = asked.filter(([name]) => name !== field);
            expect(refused(sendWith(Object.fromEntries(rest))).kind).toBe('conflict');
          }
          accepting.add(event);
        }
      }),
      { numRuns: 200 },
    );
    // The property says something only as long as many different events get that far.
    expect(accepting.size).toBeGreaterThan(6);
  });

  it('refuses an event that is not allowed, with the very reasons that were listed', () => {
    fc.assert(
      fc.property(listed, (list) => {
        for (const { reasons, input, sendWith } of list.filter(({ allowed }) => !allowed)) {
          expect(refused(sendWith(input)).reasons).toMatchObject(reasons);
        }
      }),
      { numRuns: 70 },
    );
  });
});
