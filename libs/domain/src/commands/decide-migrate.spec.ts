import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Command } from '../command.js';
import type { Change } from '../change.js';
import {
  accepted,
  AT,
  CONTENT,
  decideAs,
  ena,
  held,
  IDENTITY,
  itemIn,
  leo,
  mia,
  pia,
  send,
  TRAINING,
} from '../items.fixture.js';
import { nextAccepted, walk } from '../walks.fixture.js';
import type { ItemState, TaskState } from '../item-state.js';
import { ASKING, CHANGED } from '../migration.fixture.js';
import { migrateCommand, planMigration } from '../plan-migration.js';
import { EMPTY_CONTEXT } from '../process-definition.js';
import { compareStates, replayTrail } from '../replay.js';
import { presentVotes } from '../votes.js';

type Migrate = Extract<Command, { type: 'migrate' }>;

const to = (stage: string, changes: Partial<Migrate> = {}): Migrate => ({
  type: 'migrate',
  processDigest: CHANGED.digest,
  stage,
  renamed: {},
  cancelHeld: false,
  ...changes,
});

const migrate = (item: ItemState, command: Migrate, actor = ena) =>
  accepted(decideAs(CHANGED, item, actor, command));

const approvedByProduct = itemIn(CONTENT, 'in_review', {
  context: {
    ...EMPTY_CONTEXT,
    authors: [mia.id],
    approvals: [{ activity: 'product_review', actorId: pia.id, digest: 'text-1' }],
  },
});
const withoutProductTask = {
  ...approvedByProduct,
  openTasks: approvedByProduct.openTasks.filter(({ activity }) => activity !== 'product_review'),
};

describe('migrating an item', () => {
  it('pins it to the new version in the stage that was named, and says so', () => {
    const change = migrate(itemIn(CONTENT, 'structuring'), to('outlining'));
    expect(change.after).toMatchObject({ processDigest: CHANGED.digest, stage: 'outlining' });
    expect(change.entry).toMatchObject({ from: 'structuring', to: 'outlining' });
    const facts = change.facts.map(({ type, body }) => [type, JSON.parse(body).data]);
    expect(facts[0]).toMatchObject([
      'item.migrated',
      {
        from: { process: CONTENT.digest, stage: 'structuring' },
        to: { process: CHANGED.digest, stage: 'outlining' },
        actor: ena.id,
      },
    ]);
  });

  it('keeps a task that both stages have with its holder, and opens what is new', () => {
    const item = held(itemIn(CONTENT, 'in_review'), 'product_review', pia);
    const { after, opened, changedTasks } = migrate(item, to('in_review'));
    expect(opened.map(({ activity }) => activity)).toEqual(['brand_review']);
    expect(changedTasks).toEqual([]);
    expect(after.openTasks).toMatchObject([
      { activity: 'brand_review', status: 'offered' },
      { activity: 'legal_review', id: 'task-legal_review' },
      { activity: 'product_review', id: 'task-product_review', holderId: pia.id },
    ]);
  });

  it('offers a kept task to the functions of the new version', () => {
    const item = itemIn(CONTENT, 'in_review');
    const openTasks = item.openTasks.map((task) => ({ ...task, functions: ['sales_operations'] }));
    const { after, changedTasks } = migrate({ ...item, openTasks }, to('in_review'));
    expect(changedTasks.map(({ status }) => status)).toEqual(['offered', 'offered']);
    expect(after.openTasks[1]).toMatchObject({ activity: 'legal_review', functions: ['legal'] });
  });

  it('cancels the tasks that the new stage does not have', () => {
    const { after, entry } = migrate(itemIn(CONTENT, 'brief'), to('outlining'));
    expect(entry.closed).toEqual([{ id: 'task-write_brief', status: 'cancelled' }]);
    expect(after.openTasks.map(({ activity }) => activity)).toEqual(['outline']);
  });

  it('takes no held task away unless it is told to', () => {
    const item = held(itemIn(CONTENT, 'brief'), 'write_brief', mia);
    expect(decideAs(CHANGED, item, ena, to('outlining'))).toMatchObject({
      outcome: 'refused',
      kind: 'conflict',
      reasons: [{ code: 'task_held' }],
    });
    const { entry } = migrate(item, to('outlining', { cancelHeld: true }));
    expect(entry.closed).toEqual([{ id: 'task-write_brief', status: 'cancelled' }]);
  });

  it('keeps an approval and does not ask for it again', () => {
    const { after, opened } = migrate(withoutProductTask, to('in_review'));
    expect(after.context).toEqual(withoutProductTask.context);
    expect(opened.map(({ activity }) => activity)).toEqual(['brand_review']);
  });

  it('lets a vote count in the stage that its own is called now, and one of an earlier visit no more than before', () => {
    const arrival = { from: 'drafting', at: AT, giverId: mia.id, standpoint: null } as const;
    const vote = { actorId: pia.id, digest: 'text-1', activity: 'product_review' };
    const present = { ...vote, stage: 'approved', since: AT };
    const earlier = {
      ...vote,
      actorId: leo.id,
      stage: 'approved',
      since: '2027-01-01T09:00:00.000Z',
    };
    const item = itemIn(CONTENT, 'approved', {
      context: { ...EMPTY_CONTEXT, approvals: [earlier, present] },
      arrival: { ...arrival, formality: 'formal' },
    });
    const { after, entry } = migrate(item, to('in_review'));
    expect(after.context.approvals).toEqual([earlier, { ...present, stage: 'in_review' }]);
    expect(presentVotes(after).map(({ actorId }) => actorId)).toEqual([pia.id]);
    expect(entry.voided).toBeUndefined();
  });

  it('drops the approvals of activities that the new stage does not have', () => {
    const { after, opened } = migrate(withoutProductTask, to('drafting'));
    expect(after.context).toMatchObject({ approvals: [], authors: [mia.id] });
    expect(opened.map(({ activity }) => activity)).toEqual(['draft']);
  });

  it('begins a review again where every activity has its approval and nothing would be left to do', () => {
    const approvals = ['product_review', 'legal_review', 'brand_review'].map((activity) => ({
      activity,
      actorId: pia.id,
      digest: 'text-1',
    }));
    const context = { ...EMPTY_CONTEXT, approvals };
    const { after, opened, entry } = migrate(
      itemIn(CONTENT, 'approved', { context }),
      to('in_review'),
    );
    expect(after.context.approvals).toEqual([]);
    expect(opened.length).toBe(3);
    expect(entry.voided?.length).toBe(3);
  });

  it('calls the stages that it remembers as the new version calls them', () => {
    const context = {
      ...EMPTY_CONTEXT,
      resumeAt: 'structuring',
      rework: { structuring: 2, outlining: 1, brief: 3 },
    };
    const arrival = {
      from: 'structuring',
      at: AT,
      giverId: mia.id,
      standpoint: null,
      formality: 'formal',
    } as const;
    const item = itemIn(CONTENT, 'drafting', { context, arrival });
    const { after } = migrate(item, to('drafting', { renamed: { structuring: 'outlining' } }));
    expect(after.context).toMatchObject({
      resumeAt: 'outlining',
      rework: { outlining: 3, brief: 3 },
    });
    expect(after.arrival).toEqual({ ...arrival, from: 'outlining' });
  });

  it('lets work resume nowhere where that stage has no counterpart', () => {
    const context = { ...EMPTY_CONTEXT, resumeAt: 'structuring' };
    const { after } = migrate(itemIn(CONTENT, 'drafting', { context }), to('drafting'));
    expect(after.context.resumeAt).toBeNull();
  });

  it('keeps a question to the consulted that both stages ask, and cancels the others', () => {
    const asked = (activity: string, name: string): TaskState => ({
      ...itemIn(CONTENT, 'in_review').openTasks[0]!,
      id: `task-${activity}-${name}`,
      activity: `${activity}/${name}`,
      functions: [name],
      role: 'consulted',
    });
    const { meta } = ASKING.definition.states['in_review']!;
    expect(meta.activities[0]!.consultWithinHours).toBe(8);
    const item = itemIn(CONTENT, 'in_review');
    const openTasks = [
      ...item.openTasks,
      asked('product_review', 'marketing'),
      asked('product_review', 'sales_operations'),
    ];
    const command = to('in_review', { processDigest: ASKING.digest });
    const { entry } = accepted(decideAs(ASKING, { ...item, openTasks }, ena, command));
    expect(entry.closed).toEqual([
      { id: 'task-product_review-sales_operations', status: 'cancelled' },
    ]);
    expect(entry.opened).toEqual([]);
  });

  it('is for enablement and for the line only', () => {
    const item = itemIn(CONTENT, 'drafting');
    expect(decideAs(CHANGED, item, mia, to('drafting'))).toMatchObject({
      outcome: 'refused',
      kind: 'forbidden',
    });
    expect(decideAs(CHANGED, item, { kind: 'line' }, to('drafting')).outcome).toBe('changed');
  });

  it('changes nothing where the item is there already', () => {
    const { after } = migrate(itemIn(CONTENT, 'drafting'), to('drafting'));
    expect(decideAs(CHANGED, after, ena, to('intake'))).toEqual({ outcome: 'unchanged', after });
  });

  it('is refused to a process of another kind', () => {
    const command = to('intake', { processDigest: TRAINING.digest });
    const decision = decideAs(TRAINING, itemIn(CONTENT, 'intake'), ena, command);
    expect(decision).toMatchObject({ reasons: [{ code: 'process_of_another_kind' }] });
  });

  it.each([
    ['/stage', to('brief')],
    ['/stage', to('retired')],
    ['/renamed/brief', to('drafting', { renamed: { brief: 'brief' } })],
  ])('needs a %s that the new version has and that is not final', (pointer, command) => {
    expect(decideAs(CHANGED, itemIn(CONTENT, 'drafting'), ena, command)).toMatchObject({
      outcome: 'invalid',
      problems: [{ pointer }],
    });
  });

  it('leaves an item that goes on by the rules of the new version', () => {
    const { after } = migrate(held(itemIn(CONTENT, 'intake'), 'triage', ena), to('intake'));
    expect(accepted(send(CHANGED, after, ena, 'accept')).after.stage).toBe('outlining');
  });
});

describe('a trail with a migration in it', () => {
  it('leads to the state that was stored, wherever the migration stands', () => {
    const stages = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { maxLength: 40, size: 'max' }),
        fc.array(fc.nat(), { maxLength: 15, size: 'max' }),
        (before, after) => {
          const changes = migratedWalk(before, after);
          if (changes === null) return;
          stages.add(changes.at(-1)!.after.stage);
          const rows = changes.map(({ entry, sealed }) => ({ seq: entry.seq, ...sealed }));
          const replayed = replayTrail(rows, IDENTITY, (digest) =>
            [CONTENT, CHANGED].find((process) => process.digest === digest),
          );
          if (!replayed.ok) throw new Error(JSON.stringify(replayed.fault));
          expect(compareStates(changes.at(-1)!.after, replayed.state)).toBeNull();
        },
      ),
      { numRuns: 80 },
    );
    // The walks say something only as long as they get about.
    expect(stages.size).toBeGreaterThan(3);
  });
});

/** A walk through the old version, the migration, and a walk through the new one; null where the walk came to an end. */
function migratedWalk(before: number[], after: number[]): Change[] | null {
  const changes = walk(CONTENT, before);
  const item = changes.at(-1)!.after;
  const mapping = {
    stages: { structuring: 'outlining', brief: 'intake' },
    choices: {},
    cancelHeld: true,
  };
  const plan = planMigration({ from: CONTENT.definition, to: CHANGED.definition, mapping, item });
  if (plan.outcome !== 'mapped') return null;
  const command = migrateCommand(plan, { processDigest: CHANGED.digest, cancelHeld: true });
  changes.push(accepted(decideAs(CHANGED, item, ena, command)));
  for (const pick of after) {
    const next = nextAccepted(CHANGED, changes.at(-1)!.after, pick);
    if (next === null) break;
    changes.push(next);
  }
  return changes;
}
