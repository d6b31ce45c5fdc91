import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import {
  accepted,
  arrivedFrom,
  AT,
  CONTENT,
  decideAs,
  ena,
  gero,
  held,
  itemIn,
  leo,
  mia,
  person,
  refused,
  regional,
  send,
  told,
  VARIANT,
} from '../items.fixture.js';
import type { ItemState } from '../item-state.js';
import { compileProcess } from '../process-machine.js';
import { STRICT } from '../strict-process.fixture.js';

const max = person('max', 'marketing');
const offered = itemIn(CONTENT, 'drafting', { arrival: arrivedFrom('structuring') });
const heldByMia = held(offered, 'draft', mia);

function claim(item: ItemState, actor: Actor, checked?: string[]) {
  const { id: taskId } = item.openTasks[0]!;
  return decideAs(item.stage === 'intake' ? STRICT : CONTENT, item, actor, {
    type: 'claim',
    taskId,
    ...(checked === undefined ? {} : { checked }),
  });
}

function delegate(
  item: ItemState,
  actor: Actor,
  to: Extract<Actor, { kind: 'person' }>,
  comment?: string,
) {
  return decideAs(CONTENT, item, actor, {
    type: 'delegate',
    taskId: 'task-draft',
    to: { personId: to.id, memberships: to.memberships },
    ...(comment === undefined ? {} : { comment }),
  });
}

const toMax = accepted(delegate(heldByMia, mia, max));

describe('the checklist of a baton', () => {
  const intake = itemIn(STRICT, 'intake');

  it('is confirmed point by point by whoever accepts it', () => {
    expect(claim(intake, ena, ['budget', 'scope']).outcome).toBe('changed');
  });

  it.each([
    { checked: undefined, open: ['scope', 'budget'] },
    { checked: [], open: ['scope', 'budget'] },
    { checked: ['scope'], open: ['budget'] },
  ])('holds the baton back and names $open where $checked are confirmed', ({ checked, open }) => {
    const refusal = refused(claim(intake, ena, checked));
    expect(refusal.kind).toBe('conflict');
    expect(refusal.reasons).toEqual(
      open.map((key) => ({
        code: 'checklist_open',
        detail: expect.stringContaining(`(${key})`),
        remedy: expect.stringContaining(`"${key}"`),
      })),
    );
  });

  it('asks nothing where there is none', () => {
    expect(claim(offered, mia, []).outcome).toBe('changed');
  });
});

describe('accepting a baton', () => {
  it('is a hand-off from whoever brought the item here, and names the boundary it crossed', () => {
    expect(accepted(claim(offered, mia)).handoffs).toEqual([
      {
        id: expect.any(String),
        activity: 'draft',
        from: 'structuring',
        to: 'drafting',
        outcome: 'accepted',
        formality: 'formal',
        giverId: 'mia',
        giverFunction: 'marketing',
        receiverId: 'mia',
        receiverFunction: 'marketing',
        crossed: [],
        reasonCode: null,
        offeredAt: '2027-01-15T08:00:00.000Z',
        settledAt: '2027-01-15T09:07:00.000Z',
      },
    ]);
  });

  it.each([
    { from: { function: 'legal', region: 'DE', division: null }, crossed: ['function'] },
    { from: { function: 'regional', region: null, division: null }, crossed: ['region'] },
    { from: { function: 'regional', region: 'DE', division: null }, crossed: [] },
    { from: { function: 'regional', region: 'US', division: null }, crossed: ['region'] },
    { from: { function: 'regional', region: 'DE', division: 'Cloud' }, crossed: ['division'] },
    {
      from: { function: 'legal', region: 'US', division: 'Cloud' },
      crossed: ['function', 'region', 'division'],
    },
    { from: null, crossed: [] },
  ])('from $from crosses $crossed', ({ from: standpoint, crossed }) => {
    const queued = itemIn(VARIANT, 'queued', { arrival: arrivedFrom('requested', { standpoint }) });
    const german = regional('gerd', { region: 'DE' });
    const { handoffs } = accepted(
      decideAs(VARIANT, queued, german, { type: 'claim', taskId: 'task-pick_up' }),
    );
    expect(handoffs).toMatchObject([{ crossed, receiverFunction: 'regional' }]);
  });

  it('by somebody whose locale says their region stands in that region', () => {
    const standpoint = { function: 'regional', region: 'DE', division: null };
    const queued = itemIn(VARIANT, 'queued', { arrival: arrivedFrom('requested', { standpoint }) });
    const { handoffs } = accepted(
      decideAs(VARIANT, queued, gero, { type: 'claim', taskId: 'task-pick_up' }),
    );
    expect(handoffs).toMatchObject([{ crossed: [] }]);
  });

  it('of an item from before hand-offs were recorded is none', () => {
    expect(accepted(claim(itemIn(CONTENT, 'drafting'), mia)).handoffs).toEqual([]);
  });
});

describe('passing a task on', () => {
  it('offers it to one person, who is named with who did it', () => {
    expect(toMax.after.openTasks).toMatchObject([
      {
        status: 'offered',
        holderId: null,
        delegation: { to: 'max', by: 'mia', standpoint: { function: 'marketing' } },
      },
    ]);
    expect(told(toMax, 'task.delegated')).toMatchObject({ delegatedTo: 'max', delegatedBy: 'mia' });
  });

  it('leaves it to that person alone to claim, or to decline', () => {
    expect(claim(toMax.after, max).outcome).toBe('changed');
    const decline = {
      type: 'decline',
      taskId: 'task-draft',
      reasonCode: 'unclear',
      comment: 'I cannot read it.',
    } as const;
    for (const decision of [
      claim(toMax.after, mia),
      decideAs(CONTENT, toMax.after, mia, decline),
    ]) {
      expect(refused(decision)).toMatchObject({
        kind: 'forbidden',
        reasons: [
          {
            code: 'task_delegated',
            detail: 'The task "Write the draft" was passed on to max by mia.',
          },
        ],
      });
    }
    const declined = accepted(decideAs(CONTENT, toMax.after, max, decline));
    expect(declined.after).toMatchObject({ stage: 'drafting', context: { rounds: 0 } });
    expect(declined.changedTasks).toMatchObject([{ status: 'offered', delegation: null }]);
    expect(declined.handoffs).toMatchObject([
      { outcome: 'declined', formality: 'informal', giverId: 'mia', receiverId: 'max' },
    ]);
  });

  it('gives its receiver a time of their own to accept it in', () => {
    const definition = structuredClone(CONTENT.definition);
    definition.states['drafting']!.meta.activities[0]!.acceptWithinHours = 2;
    const process = compileProcess(definition);
    const late = { ...heldByMia.openTasks[0]!, dueAt: AT, dropped: true };
    const item = { ...heldByMia, openTasks: [late] };
    const to = { personId: 'max', memberships: max.memberships };
    const commands = [
      { type: 'delegate', taskId: 'task-draft', to },
      { type: 'release', taskId: 'task-draft' },
    ] as const;
    for (const command of commands) {
      const { at, changedTasks } = accepted(decideAs(process, item, mia, command));
      const dueAt = new Date(Date.parse(at) + 2 * 3_600_000).toISOString();
      expect(changedTasks).toMatchObject([{ dueAt, dropped: false }]);
    }
  });

  it('is an informal hand-off from whoever passed it on, once it is accepted', () => {
    expect(accepted(claim(toMax.after, max)).handoffs).toMatchObject([
      {
        outcome: 'accepted',
        formality: 'informal',
        from: 'drafting',
        to: 'drafting',
        giverId: 'mia',
        giverFunction: 'marketing',
        receiverId: 'max',
        offeredAt: toMax.at,
      },
    ]);
  });

  it('is for the holder, and for enablement also before anybody holds it', () => {
    expect(delegate(heldByMia, max, leo).outcome).toBe('refused');
    expect(refused(delegate(heldByMia, max, max)).reasons).toMatchObject([
      { code: 'task_held_by_another' },
    ]);
    expect(refused(delegate(offered, mia, max)).reasons).toMatchObject([
      { code: 'task_not_claimed' },
    ]);
    for (const item of [offered, heldByMia]) {
      expect(accepted(delegate(item, ena, max)).after.openTasks[0]!.delegation!.by).toBe('ena');
    }
  });

  it('to another function is for enablement only, with a comment that says why', () => {
    for (const decision of [
      delegate(heldByMia, mia, leo, 'He knows it.'),
      delegate(heldByMia, ena, leo),
      delegate(heldByMia, ena, leo, ' '),
    ]) {
      expect(refused(decision).reasons).toMatchObject([{ code: 'delegate_not_routed' }]);
    }
    const { after } = accepted(delegate(heldByMia, ena, leo, 'He knows it.'));
    const claimed = accepted(claim(after, leo)).after;
    expect(accepted(send(CONTENT, claimed, leo, 'submit')).after.stage).toBe('in_review');
  });

  it('to whoever has it already is refused', () => {
    expect(refused(delegate(heldByMia, ena, mia)).reasons).toMatchObject([
      { code: 'delegate_has_it' },
    ]);
    expect(refused(delegate(toMax.after, ena, max)).reasons).toMatchObject([
      { code: 'delegate_has_it' },
    ]);
  });

  it('may be called back by either, after which it is offered to all again', () => {
    for (const actor of [max, mia, ena]) {
      const release = { type: 'release', taskId: 'task-draft' } as const;
      const { after } = accepted(decideAs(CONTENT, toMax.after, actor, release));
      expect(after.openTasks).toEqual(offered.openTasks);
    }
    const release = { type: 'release', taskId: 'task-draft' } as const;
    expect(decideAs(CONTENT, toMax.after, leo, release).outcome).toBe('refused');
  });

  it('is refused where the task is no longer open', () => {
    const item = itemIn(CONTENT, 'in_review');
    expect(refused(delegate(item, ena, max)).reasons).toMatchObject([{ code: 'task_closed' }]);
  });
});
