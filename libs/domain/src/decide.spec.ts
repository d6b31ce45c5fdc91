import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { LINE } from './actor.js';
import { FIRST_PREV_HASH } from './audit-entry.js';
import type { Command } from './command.js';
import { decide } from './decide.js';
import type { Fact } from './facts.js';
import { derivedUuid } from './identifiers.js';
import {
  accepted,
  AT,
  CONTENT,
  creation,
  decideAs,
  description,
  ena,
  FAVOURABLE,
  greta,
  handOn,
  held,
  IDENTITY,
  itemIn,
  leo,
  mia,
  PROCESSES,
  refused,
  send,
  VARIANT,
} from './items.fixture.js';
import { walk } from './walks.fixture.js';
import { EMPTY_CONTEXT } from './process-definition.js';
import type { Process } from './process-machine.js';

const created = (process: Process, actor = ena) =>
  accepted(decideAs(process, null, actor, creation(process))).after;

const revise = (digest: string): Command => ({
  type: 'revise',
  digest,
  size: 120,
  origin: 'edited',
});

const bodyOf = (fact: Fact | undefined) =>
  JSON.parse(fact!.body) as { type: string; timestamp: string; data: Record<string, unknown> };

describe('creating an item', () => {
  it('puts it into the first stage and offers that stage to its functions', () => {
    const { after, opened, before } = accepted(decideAs(CONTENT, null, mia, creation(CONTENT)));
    expect(before).toBeNull();
    expect(after).toMatchObject({
      workspaceId: 'workspace-1',
      id: 'item-1',
      kind: 'content',
      slug: 'why-it-pays',
      locale: 'en-US',
      description: description(),
      processDigest: CONTENT.digest,
      stage: 'intake',
      context: EMPTY_CONTEXT,
      version: 1,
      revision: null,
      source: null,
    });
    expect(after.openTasks).toEqual(opened);
    expect(opened).toMatchObject([
      { activity: 'triage', functions: ['enablement'], locale: null, status: 'offered' },
    ]);
  });

  it('remembers the published source of a variant and offers its tasks in its locale', () => {
    const command = creation(VARIANT);
    if (command.type !== 'create') throw new Error('Expected a creation.');
    const source = { itemId: 'source-1', digest: 'source-text-3' };
    const item = { ...command.item, source };
    const { after } = accepted(decideAs(VARIANT, null, LINE, { type: 'create', item }));
    expect(after).toMatchObject({ stage: 'requested', source });
    expect(after.context.newestSourceDigest).toBe('source-text-3');
    expect(after.openTasks).toMatchObject([{ functions: ['regional'], locale: 'de-DE' }]);
  });

  it('of a variant is for enablement and the line', () => {
    expect(created(VARIANT, ena).stage).toBe('requested');
    expect(refused(decideAs(VARIANT, null, greta, creation(VARIANT)))).toMatchObject({
      outcome: 'refused',
      kind: 'forbidden',
      reasons: [
        {
          code: 'not_your_function',
          detail:
            'Variants are opened when their source is published; beside that, by enablement only.',
        },
      ],
    });
  });

  it('needs a known owner, but not a complete description', () => {
    const incomplete = creation(CONTENT, { type: null, purpose: null, journeyStage: [] });
    expect(decideAs(CONTENT, null, mia, incomplete).outcome).toBe('changed');
    const ownerless = creation(CONTENT, { ownerFunction: 'poets' });
    expect(decideAs(CONTENT, null, mia, ownerless)).toMatchObject({
      outcome: 'invalid',
      problems: [{ pointer: '/ownerFunction', code: 'not_in_list' }],
    });
  });

  it('comes before everything else', () => {
    expect(() => decideAs(CONTENT, null, mia, revise('text-1'))).toThrow(
      'Expected an item for "revise"; found none.',
    );
  });
});

describe('a change', () => {
  const item = held(itemIn(CONTENT, 'in_review'), 'legal_review', leo);
  const input = { returnTo: 'drafting', reasonCode: 'legal_risk', comment: 'No source.' };
  const change = accepted(send(CONTENT, item, leo, 'request_changes', input));

  it('is numbered, chained to the entry before it, and recorded with what was sent', () => {
    expect(change.entry).toEqual({
      v: 2,
      workspaceId: 'workspace-1',
      itemId: 'item-1',
      seq: 8,
      at: '2027-01-15T09:07:00.000Z',
      actor: leo,
      command: { type: 'event', event: 'request_changes', input },
      from: 'in_review',
      to: 'drafting',
      opened: change.opened.map(({ id }) => id),
      closed: [
        { id: 'task-legal_review', status: 'done' },
        { id: 'task-product_review', status: 'cancelled' },
      ],
      prevHash: 'a'.repeat(64),
    });
    expect(change.after).toMatchObject({ version: 8, auditHash: change.sealed.hash });
    expect(JSON.parse(change.sealed.text)).toEqual(change.entry);
  });

  it('of a new item begins the chain', () => {
    const first = accepted(decideAs(CONTENT, null, mia, creation(CONTENT)));
    expect(first.entry).toMatchObject({ seq: 1, from: null, prevHash: FIRST_PREV_HASH });
  });

  it('announces what happened, frozen with the sequence and the hash of its audit entry', () => {
    expect(change.facts.map(({ type }) => type)).toEqual(['item.stage_changed', 'task.offered']);
    expect(bodyOf(change.facts[0])).toEqual({
      type: 'item.stage_changed',
      timestamp: '2027-01-15T09:07:00.000Z',
      data: {
        subject: 'items/item-1',
        workspaceId: 'workspace-1',
        kind: 'content',
        slug: 'why-it-pays',
        locale: 'en-US',
        stage: 'drafting',
        sequence: 8,
        auditHash: change.sealed.hash,
        actor: 'leo',
        from: 'in_review',
        to: 'drafting',
        event: 'request_changes',
        comment: 'No source.',
        informed: ['marketing'],
      },
    });
    expect(bodyOf(change.facts[1]).data).toMatchObject({
      task: change.opened[0]!.id,
      activity: 'draft',
      functions: ['marketing'],
      taskLocale: null,
    });
  });

  it('announces the publication of exactly the body that is published', () => {
    const ready = held(itemIn(CONTENT, 'approved'), 'release', mia);
    const { facts } = accepted(send(CONTENT, ready, mia, 'publish'));
    expect(facts.map(({ type }) => type)).toEqual(['item.stage_changed', 'item.published']);
    expect(bodyOf(facts[1]).data).toMatchObject({ digest: 'text-1', stage: 'published' });
  });

  it('gives every fact an id of its own', () => {
    const ids = [
      ...change.facts,
      ...accepted(decideAs(CONTENT, null, mia, creation(CONTENT))).facts,
    ];
    expect(new Set(ids.map(({ id }) => id)).size).toBe(4);
  });

  it('keeps the open tasks in the order of their activities', () => {
    const draft = held(itemIn(CONTENT, 'drafting'), 'draft', mia);
    const { after } = accepted(send(CONTENT, draft, mia, 'submit'));
    expect(after.openTasks.map(({ activity }) => activity)).toEqual([
      'legal_review',
      'product_review',
    ]);
  });
});

describe('decide', () => {
  const picks = fc.array(fc.nat(), { minLength: 10, maxLength: 25 });

  it('gives the same change for the same item, command and moment, and alters none of them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROCESSES), picks, (process, chosen) => {
        for (const { before, after, entry, sealed, facts, opened } of walk(process, chosen)) {
          const frozen = deeplyFrozen({ before, entry });
          const { actor, command, at } = frozen.entry;
          const again = decide(process, frozen.before, command, {
            ...IDENTITY,
            actor,
            at,
            surroundings: FAVOURABLE,
          });
          expect(again).toMatchObject({ outcome: 'changed', after, sealed, facts, opened });
        }
      }),
      { numRuns: 15 },
    );
  });

  it('keeps the law of tasks: one open task per activity of the stage, never one of another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROCESSES), picks, (process, chosen) => {
        for (const { after } of walk(process, chosen)) {
          const asked = process.definition.states[after.stage]!.meta.activities.map(
            ({ key }) => key,
          );
          const open = after.openTasks.map(({ activity }) => activity);
          expect(new Set(open).size).toBe(open.length);
          expect(asked).toEqual(expect.arrayContaining(open));
          for (const { status, holderId } of after.openTasks) {
            expect(status === 'claimed').toBe(holderId !== null);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('derives the id of a task from the moment, the item, its version and the activity', () => {
    const draft = held(itemIn(CONTENT, 'drafting'), 'draft', mia);
    const { opened, after, at } = accepted(send(CONTENT, draft, mia, 'submit'));
    expect(after.version).toBe(8);
    expect(opened.map(({ id }) => id)).toEqual(
      ['product_review', 'legal_review'].map((activity) =>
        derivedUuid(Date.parse(at), `item-1:8:task:${activity}`),
      ),
    );
  });

  it('gives the tasks of two visits to the same stage different ids', () => {
    const first = handOn(CONTENT, itemIn(CONTENT, 'brief'), mia, 'submit');
    const input = { returnTo: 'brief', reasonCode: 'unclear', comment: 'For whom?' };
    const back = handOn(CONTENT, first, mia, 'request_changes', input);
    const second = handOn(CONTENT, back, mia, 'submit');
    expect(second.stage).toBe(first.stage);
    expect(second.openTasks[0]!.id).not.toBe(first.openTasks[0]!.id);
  });

  it('takes the moment of a change from its caller', () => {
    const { at, facts } = accepted(
      decide(CONTENT, null, creation(CONTENT), { ...IDENTITY, actor: mia, at: AT }),
    );
    expect(at).toBe(AT);
    expect(bodyOf(facts[0]).timestamp).toBe(AT);
  });
});

function deeplyFrozen<T>(value: T): T {
  if (value !== null && typeof value === 'object') {
    for (const part of Object.values(value)) deeplyFrozen(part);
    Object.freeze(value);
  }
  return value;
}
