import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import {
  accepted,
  CONTENT,
  decideAs,
  description,
  ena,
  held,
  itemIn,
  leo,
  lin,
  mia,
  person,
  pia,
  refused,
} from '../items.fixture.js';
import type { Description, ItemState } from '../item-state.js';
import { EMPTY_CONTEXT } from '../process-definition.js';
import type { Process } from '../process-machine.js';

const intake = itemIn(CONTENT, 'intake', { revision: null });
const drafting = held(itemIn(CONTENT, 'drafting'), 'draft', mia);

function revise(
  item: ItemState,
  actor: Actor,
  digest: string,
  origin: 'edited' | 'imported' = 'edited',
) {
  return decideAs(CONTENT, item, actor, { type: 'revise', digest, size: 40, origin });
}

function describing(
  item: ItemState,
  actor: Actor,
  changes: Partial<Description>,
  process: Process = CONTENT,
) {
  return decideAs(process, item, actor, { type: 'describe', changes });
}

describe('revising', () => {
  it('gives the body its next number, remembers the author and keeps stage and tasks', () => {
    const { after, facts, changedTasks } = accepted(revise(drafting, mia, 'text-2'));
    expect(after).toMatchObject({
      stage: 'drafting',
      revision: { number: 2, digest: 'text-2', size: 40 },
      context: { ...EMPTY_CONTEXT, authors: ['mia'] },
      openTasks: drafting.openTasks,
    });
    expect(changedTasks).toEqual([]);
    expect(facts.map(({ type }) => type)).toEqual(['item.revised']);
    expect(JSON.parse(facts[0]!.body)).toMatchObject({ data: { revision: 2, digest: 'text-2' } });
  });

  it('remembers every author once', () => {
    const once = accepted(revise(drafting, mia, 'text-2')).after;
    const twice = accepted(revise(once, mia, 'text-3')).after;
    expect(twice.context.authors).toEqual(['mia']);
    const handedOver = held(twice, 'draft', person('max', 'marketing'));
    const thrice = accepted(revise(handedOver, person('max', 'marketing'), 'text-4')).after;
    expect(thrice.context.authors).toEqual(['mia', 'max']);
    expect(thrice.revision!.number).toBe(4);
  });

  it('with the same text again changes nothing', () => {
    expect(revise(drafting, mia, 'text-1')).toEqual({ outcome: 'unchanged', after: drafting });
  });

  it('is refused to anyone but the holder of a task that edits', () => {
    const refusal = {
      outcome: 'refused',
      kind: 'forbidden',
      reasons: [
        {
          code: 'task_not_claimed',
          detail: 'Claim the task "Write the draft" first: in drafting its holder writes the body.',
        },
      ],
    };
    expect(revise(drafting, person('max', 'marketing'), 'text-2')).toMatchObject(refusal);
    expect(revise(itemIn(CONTENT, 'drafting'), mia, 'text-2')).toMatchObject(refusal);
  });

  it('tells somebody who could not even claim the task whose it is', () => {
    expect(revise(drafting, leo, 'text-2')).toMatchObject({
      outcome: 'refused',
      kind: 'forbidden',
      reasons: [
        {
          code: 'not_your_function',
          detail: 'This is for marketing; you work in legal.',
          remedy: 'Let somebody of marketing do it.',
        },
      ],
    });
  });

  it.each(['in_review', 'approved', 'published', 'retired'])('is refused in %s', (stage) => {
    const item = { ...itemIn(CONTENT, stage), openTasks: drafting.openTasks };
    expect(revise(item, mia, 'text-2')).toMatchObject({
      outcome: 'refused',
      kind: 'conflict',
      reasons: [{ code: 'stage_not_editable', detail: `The body cannot be changed in ${stage}.` }],
    });
  });
});

describe('importing a text', () => {
  it('is for enablement in the first stage, needs no task, and makes nobody an author', () => {
    const { after } = accepted(revise(intake, ena, 'found-1', 'imported'));
    expect(after).toMatchObject({
      stage: 'intake',
      revision: { number: 1, digest: 'found-1', size: 40 },
      context: { authors: [] },
    });
    expect(revise(after, ena, 'found-1', 'imported').outcome).toBe('unchanged');
  });

  it('does not acquit whoever wrote before', () => {
    const written = accepted(revise(held(intake, 'triage', ena), ena, 'text-1')).after;
    const { after } = accepted(revise(written, ena, 'found-1', 'imported'));
    expect(after.context.authors).toEqual(['ena']);
  });

  it('is refused to other functions, in a later stage, and for both reasons at once', () => {
    const function_ = { code: 'not_your_function', detail: 'Texts are imported by enablement.' };
    const stage = {
      code: 'stage_not_editable',
      detail: 'Texts are imported while an item is in intake; this one is in drafting.',
    };
    const rows = [
      { item: intake, actor: mia, kind: 'forbidden', reasons: [function_] },
      { item: drafting, actor: ena, kind: 'conflict', reasons: [stage] },
      { item: drafting, actor: mia, kind: 'forbidden', reasons: [function_, stage] },
    ];
    for (const { item, actor, kind, reasons } of rows) {
      expect(refused(revise(item, actor, 'found-1', 'imported'))).toMatchObject({ kind, reasons });
    }
  });
});

describe('describing', () => {
  it('changes what is named, keeps the rest, and announces which facets are other ones now', () => {
    const { after, facts } = accepted(
      describing(drafting, mia, { title: 'Why it pays twice', audience: ['account_executive'] }),
    );
    expect(after.description).toEqual(description({ title: 'Why it pays twice' }));
    expect(after).toMatchObject({ stage: 'drafting', revision: drafting.revision });
    expect(facts.map(({ type }) => type)).toEqual(['item.described']);
    expect(JSON.parse(facts[0]!.body)).toMatchObject({ data: { changed: ['title'] } });
  });

  it('as it already is changes nothing', () => {
    expect(describing(drafting, mia, description())).toEqual({
      outcome: 'unchanged',
      after: drafting,
    });
  });

  it('is for the owner function, for enablement and for whoever holds a task of the item', () => {
    const requiredLocales = ['fr'];
    const published = itemIn(CONTENT, 'published');
    expect(describing(published, mia, { requiredLocales }).outcome).toBe('changed');
    expect(describing(published, ena, { requiredLocales }).outcome).toBe('changed');
    const reviewing = held(itemIn(CONTENT, 'in_review'), 'legal_review', leo);
    expect(describing(reviewing, leo, { requiredLocales }).outcome).toBe('changed');
    expect(refused(describing(reviewing, pia, { title: 'New' }))).toMatchObject({
      outcome: 'refused',
      kind: 'forbidden',
      reasons: [
        {
          code: 'not_your_function',
          detail:
            'The description is kept by marketing, by enablement and by whoever holds a task of the item.',
        },
      ],
    });
  });

  it.each(['retired', 'cancelled'])('is refused once the item is %s', (stage) => {
    expect(refused(describing(itemIn(CONTENT, stage), mia, { title: 'New' }))).toMatchObject({
      outcome: 'refused',
      kind: 'conflict',
      reasons: [
        { code: 'item_closed', detail: `The item is ${stage} and can no longer be changed.` },
      ],
    });
  });

  it('names an owner that is no function', () => {
    expect(describing(drafting, mia, { ownerFunction: 'poets' })).toMatchObject({
      outcome: 'invalid',
      problems: [
        {
          pointer: '/ownerFunction',
          code: 'not_in_list',
          detail: expect.stringMatching(/^Expected a function, one of .*; found "poets"\.$/u),
        },
      ],
    });
  });

  it('keeps the facets filled that were due when creation started', () => {
    const emptied = { type: null, audience: [] };
    expect(describing(itemIn(CONTENT, 'intake'), mia, emptied).outcome).toBe('changed');
    expect(describing(drafting, mia, emptied)).toMatchObject({
      outcome: 'refused',
      kind: 'conflict',
      reasons: [
        {
          code: 'facets_complete',
          detail: 'These facets stay filled once creation has started: type, audience.',
        },
      ],
    });
  });

  it('offers the open tasks of the owner to a new owner function, and leaves them to who holds them', () => {
    const offered = itemIn(CONTENT, 'drafting');
    const handed = accepted(describing(offered, mia, { ownerFunction: 'legal' }));
    expect(handed.after.openTasks).toMatchObject([{ functions: ['legal'], status: 'offered' }]);
    const claimed = held(drafting, 'draft', mia);
    const kept = accepted(describing(claimed, mia, { ownerFunction: 'legal' }));
    expect(kept.after.openTasks).toMatchObject([
      { functions: ['legal'], status: 'claimed', holderId: mia.id },
    ]);
  });

  it('may hand the item to another owner function, which then keeps the description', () => {
    const published = itemIn(CONTENT, 'published');
    const { after } = accepted(
      describing(published, mia, { ownerFunction: lin.memberships[0]!.function }),
    );
    expect(describing(after, lin, { requiredLocales: [] }).outcome).toBe('changed');
    expect(describing(after, mia, { requiredLocales: [] }).outcome).toBe('refused');
  });

  it('leaves what is reviewed or published as it was seen', () => {
    for (const stage of ['in_review', 'approved', 'published']) {
      expect(
        refused(describing(itemIn(CONTENT, stage), mia, { title: 'New', type: 'faq' })),
      ).toMatchObject({
        outcome: 'refused',
        kind: 'conflict',
        reasons: [
          {
            code: 'stage_not_editable',
            detail: `title, type cannot be changed in ${stage}: what is reviewed or published stays as it was seen.`,
          },
        ],
      });
    }
  });

  it('is no longer for a holder who lost the function of the task', () => {
    const holding = held(drafting, 'draft', mia);
    const former = { ...mia, memberships: [] };
    expect(describing(holding, former, { title: 'New' }).outcome).toBe('refused');
    const text = { type: 'revise', digest: 'text-9', size: 9, origin: 'edited' } as const;
    expect(decideAs(CONTENT, holding, former, text).outcome).toBe('refused');
  });
});
