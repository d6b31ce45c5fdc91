import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import type { EntryVersion } from '../audit-entry.js';
import type { Command } from '../command.js';
import { decide } from '../decide.js';
import {
  accepted,
  AT,
  CONTENT,
  decideAs,
  ena,
  greta,
  held,
  IDENTITY,
  itemIn,
  leo,
  mia,
  person,
  pia,
  refused,
  sofia,
  VARIANT,
} from '../items.fixture.js';
import type { ItemState } from '../item-state.js';
import type { Process } from '../process-machine.js';
import { STRICT } from '../strict-process.fixture.js';

const max = person('max', 'marketing');
const offered = itemIn(CONTENT, 'drafting');
const heldByMax = held(offered, 'draft', max);

function claim(item: ItemState, actor: Actor, taskId = 'task-draft', process: Process = CONTENT) {
  return decideAs(process, item, actor, { type: 'claim', taskId });
}

function release(item: ItemState, actor: Actor, taskId = 'task-draft') {
  return decideAs(CONTENT, item, actor, { type: 'release', taskId });
}

describe('claiming a task', () => {
  it('puts it into the hands of the first who asks and changes nothing else of the item', () => {
    const { after, changedTasks, opened, entry, facts } = accepted(claim(offered, max));
    expect({ ...after, version: offered.version, auditHash: offered.auditHash }).toEqual(heldByMax);
    expect(changedTasks).toEqual(heldByMax.openTasks);
    expect(opened).toEqual([]);
    expect(entry).toMatchObject({ opened: [], closed: [], from: 'drafting', to: 'drafting' });
    expect(facts.map(({ type }) => type)).toEqual(['task.claimed']);
    expect(JSON.parse(facts[0]!.body)).toMatchObject({
      data: { task: 'task-draft', activity: 'draft', actor: 'max' },
    });
  });

  it('takes the points of the entry checklist and no others', () => {
    const intake = itemIn(STRICT, 'intake');
    const confirm = (checked: string[], entryVersion?: EntryVersion) =>
      decide(
        STRICT,
        intake,
        { type: 'claim', taskId: 'task-triage', checked },
        { ...IDENTITY, actor: ena, at: AT, ...(entryVersion !== undefined && { entryVersion }) },
      );
    const points = ['budget', 'colour', 'scope'];
    expect(confirm(points)).toEqual({
      outcome: 'invalid',
      problems: [
        {
          pointer: '/checked/1',
          code: 'not_in_list',
          detail: 'Expected a point of the entry checklist, one of scope, budget; found "colour".',
        },
      ],
    });
    expect(confirm(['budget', 'scope']).outcome).toBe('changed');
    // An entry of an older trail may name it, and the trail holds.
    expect(confirm(points, 2).outcome).toBe('changed');
  });

  it('takes no points where there is no entry checklist', () => {
    const command: Command = { type: 'claim', taskId: 'task-draft', checked: ['scope'] };
    expect(decideAs(CONTENT, offered, max, command)).toMatchObject({
      outcome: 'invalid',
      problems: [
        {
          pointer: '/checked/0',
          detail: 'Expected a point of the entry checklist, but it has none; found "scope".',
        },
      ],
    });
  });

  it('leaves the tasks of others as they are', () => {
    const reviewing = held(itemIn(CONTENT, 'in_review'), 'legal_review', leo);
    const { after } = accepted(claim(reviewing, pia, 'task-product_review'));
    expect(after.openTasks.map(({ holderId }) => holderId)).toEqual(['leo', 'pia']);
  });

  it('is refused to another function', () => {
    expect(refused(claim(offered, leo))).toMatchObject({
      outcome: 'refused',
      kind: 'forbidden',
      reasons: [{ code: 'not_your_function', detail: 'This is for marketing; you work in legal.' }],
    });
  });

  it('is refused to another locale', () => {
    const queued = itemIn(VARIANT, 'queued');
    expect(accepted(claim(queued, greta, 'task-pick_up', VARIANT)).after.version).toBe(8);
    expect(refused(claim(queued, sofia, 'task-pick_up', VARIANT))).toMatchObject({
      outcome: 'refused',
      kind: 'forbidden',
      reasons: [
        {
          code: 'not_your_locale',
          detail: 'This is for the regional people of de-DE; your memberships cover es.',
        },
      ],
    });
  });

  it('is refused once somebody holds it, and the holder is told so in other words', () => {
    expect(refused(claim(heldByMax, mia))).toMatchObject({
      outcome: 'refused',
      kind: 'conflict',
      reasons: [
        {
          code: 'task_already_claimed',
          detail: 'The task "Write the draft" was already claimed by max.',
        },
      ],
    });
    expect(refused(claim(heldByMax, max)).reasons).toMatchObject([
      { code: 'task_already_claimed', detail: 'You already hold the task "Write the draft".' },
    ]);
  });

  it('is refused when it is no longer open', () => {
    expect(refused(claim(offered, mia, 'task-outline'))).toMatchObject({
      outcome: 'refused',
      kind: 'conflict',
      reasons: [
        {
          code: 'task_closed',
          detail: 'The task task-outline is no longer open; the item is in drafting.',
        },
      ],
    });
  });
});

describe('releasing a task', () => {
  it.each([
    ['its holder', max],
    ['enablement', ena],
  ])('offers it again when %s does it', (_who, actor) => {
    const { after, facts } = accepted(release(heldByMax, actor));
    expect(after.openTasks).toEqual(offered.openTasks);
    expect(facts.map(({ type }) => type)).toEqual(['task.released']);
    expect(accepted(claim(after, mia)).after.openTasks[0]!.holderId).toBe('mia');
  });

  it('is refused to everyone else', () => {
    expect(refused(release(heldByMax, mia))).toMatchObject({
      outcome: 'refused',
      kind: 'forbidden',
      reasons: [
        {
          code: 'task_held_by_another',
          detail: 'The task "Write the draft" is held by max; they or enablement may release it.',
        },
      ],
    });
  });

  it('is refused when nobody holds it or it is no longer open', () => {
    expect(refused(release(offered, max))).toMatchObject({
      outcome: 'refused',
      kind: 'conflict',
      reasons: [
        {
          code: 'task_not_claimed',
          detail: 'Nobody holds the task "Write the draft", so there is nothing to release.',
        },
      ],
    });
    expect(refused(release(heldByMax, max, 'task-outline')).reasons).toMatchObject([
      { code: 'task_closed' },
    ]);
  });
});
