import { describe, expect, it } from '@jest/globals';
import { AT, ena, mia, person } from '../items.fixture.js';
import { decideGoal, type GoalCommand, type GoalMoment } from './decide-goal.js';
import type { Goal } from './goal.js';
import { goalWith, surroundedBy } from './goals.fixture.js';

const sue = person('sue', 'sales_management');
const boss = person('boss', 'executive_management');
const LEARNED = 'Battle cards were read before every call.';

function decided(before: Goal | null, command: GoalCommand, changes: Partial<GoalMoment> = {}) {
  return decideGoal(before, command, {
    workspaceId: 'workspace-1',
    goalId: 'goal-1',
    actor: ena,
    at: AT,
    surroundings: surroundedBy(),
    ...changes,
  });
}

/** What a decision came to: its outcome, and each code of what was said against it. */
function gist(decision: ReturnType<typeof decided>): string[] {
  switch (decision.outcome) {
    case 'refused':
      return [decision.kind, ...decision.reasons.map(({ code }) => code)];
    case 'invalid':
      return decision.problems.map(({ pointer, code }) => `${pointer} ${code}`);
    default:
      return [decision.outcome];
  }
}

function changed(decision: ReturnType<typeof decided>) {
  if (decision.outcome !== 'changed') throw new Error(JSON.stringify(decision));
  return decision;
}

const active = (changes: Partial<Goal> = {}) =>
  goalWith({ status: 'active', version: 2, ...changes });
const closing = { type: 'close', actual: 26, retrospective: LEARNED } as const;
const COMMANDS: GoalCommand[] = [
  { type: 'change', changes: { scope: 'DACH' } },
  { type: 'activate' },
];

describe('a goal', () => {
  it('is drafted with whatever is known about it', () => {
    const { after, entry, facts } = changed(
      decided(null, { type: 'create', goal: { title: 'Better' } }),
    );
    expect(after).toMatchObject({ title: 'Better', status: 'draft', version: 1, metric: null });
    expect(entry).toMatchObject({ type: 'create', goal: { title: 'Better', contributions: [] } });
    expect(facts).toEqual([]);
  });

  it.each(COMMANDS)('is kept by its sponsor, enablement and executives: %j', (command) => {
    for (const actor of [sue, ena, boss]) {
      expect(gist(decided(goalWith(), command, { actor }))).toEqual(['changed']);
    }
    expect(gist(decided(goalWith(), command, { actor: mia }))).toEqual([
      'forbidden',
      'not_your_function',
    ]);
  });

  it('is closed by its sponsor, enablement and executives', () => {
    for (const actor of [sue, ena, boss]) {
      expect(gist(decided(active(), closing, { actor }))).toEqual(['changed']);
    }
    expect(gist(decided(active(), closing, { actor: mia }))).toEqual([
      'forbidden',
      'not_your_function',
    ]);
  });

  it('is drafted by somebody else only where they stand for it', () => {
    const draft = (sponsorId: string | null) =>
      decided(null, { type: 'create', goal: { title: 'Ours', sponsorId } }, { actor: mia });
    expect(gist(draft('mia'))).toEqual(['changed']);
    expect(gist(draft('sue'))).toEqual(['forbidden', 'not_your_function']);
    expect(gist(draft(null))).toEqual(['forbidden', 'not_your_function']);
  });

  it('is activated once it says enough, and other systems hear of it', () => {
    const { after, facts } = changed(decided(goalWith(), { type: 'activate' }));
    expect(after).toMatchObject({ status: 'active', version: 2 });
    expect(facts.map(({ type }) => type)).toEqual(['goal.activated']);
    expect(JSON.parse(facts[0]!.body)).toMatchObject({
      type: 'goal.activated',
      timestamp: AT,
      data: { subject: 'goals/goal-1', workspaceId: 'workspace-1', version: 2, actor: 'ena' },
    });
  });

  it('is refused with everything that blocks', () => {
    const vague = goalWith({ title: 'Improve enablement', unit: null, sponsorId: null });
    expect(gist(decided(vague, { type: 'activate' }))).toEqual([
      'conflict',
      'no_unit',
      'activity_not_result',
      'no_sponsor',
    ]);
  });

  it('is closed with a result, and other systems hear of that', () => {
    const { after, facts } = changed(decided(active(), closing));
    expect(after).toMatchObject({ status: 'closed', actual: 26, retrospective: LEARNED });
    expect(JSON.parse(facts[0]!.body)).toMatchObject({
      type: 'goal.closed',
      data: { result: { actual: 26, target: 25, met: true, difference: 1 } },
    });
  });

  it.each([
    ['too short a word', 0, ['/retrospective too_short']],
    ['blanks around it', 20, ['/retrospective too_short']],
  ])('is not closed with %s of what was learned', (_what, blanks, expected) => {
    const retrospective = 'Went well enough.'.padEnd(17 + blanks);
    expect(gist(decided(active(), { ...closing, retrospective }))).toEqual(expected);
  });

  it.each<[string, Goal, GoalCommand, string]>([
    ['an active one again', active(), { type: 'activate' }, 'goal_is_active'],
    ['a draft', goalWith(), closing, 'goal_is_draft'],
    ['a closed one again', active({ status: 'closed' }), closing, 'goal_is_closed'],
    [
      'a closed one',
      active({ status: 'closed' }),
      { type: 'change', changes: { sponsorId: 'ena' } },
      'goal_is_closed',
    ],
  ])('moves only forward: not %s', (_what, goal, command, code) => {
    expect(gist(decided(goal, command))).toEqual(['conflict', code]);
  });

  it.each<Partial<Goal>>([
    { title: 'Win often against Acme' },
    { metric: 'Win rate' },
    { unit: 'deals' },
    { baseline: 24 },
    { target: { kind: 'percent', value: 1 } },
    { scope: 'Austria' },
    { deadline: '2099-12-31' },
  ])('that is active keeps what it promises: %j', (changes) => {
    expect(gist(decided(goalWith(), { type: 'change', changes }))).toEqual(['changed']);
    expect(gist(decided(active(), { type: 'change', changes }))).toEqual([
      'conflict',
      'fixed_since_activation',
    ]);
  });

  it('that is active may change who carries it', () => {
    const contributions: Goal['contributions'] = [{ function: 'legal', contribution: 'Claims.' }];
    const changes = { sponsorId: 'ena', contributions, conflictsWith: ['goal-3', 'goal-2'] };
    const { after, entry } = changed(decided(active(), { type: 'change', changes }));
    expect(after.conflictsWith).toEqual(['goal-2', 'goal-3']);
    expect(entry).toEqual({
      type: 'change',
      changes: {
        sponsorId: { from: 'sue', to: 'ena' },
        contributions: { from: active().contributions, to: contributions },
        conflictsWith: { from: [], to: ['goal-2', 'goal-3'] },
      },
    });
  });

  it('that is active may not lose what made it fit to be', () => {
    const drop = (changes: Partial<Goal>) => decided(active(), { type: 'change', changes });
    expect(gist(drop({ sponsorId: null }))).toEqual(['conflict', 'no_sponsor']);
    expect(gist(drop({ contributions: [] }))).toEqual(['conflict', 'no_contribution']);
  });

  it('that is active and whose sponsor left may still be mended elsewhere', () => {
    const changes = { conflictsWith: ['goal-2'] };
    const surroundings = surroundedBy({ sponsorIsActive: false });
    expect(gist(decided(active(), { type: 'change', changes }, { surroundings }))).toEqual([
      'changed',
    ]);
  });

  it('stays as it is where nothing changes', () => {
    const goal = goalWith({ conflictsWith: ['goal-2', 'goal-3'] });
    const changes = { scope: goal.scope, conflictsWith: ['goal-3', 'goal-2'] };
    expect(decided(goal, { type: 'change', changes })).toEqual({ outcome: 'unchanged' });
  });

  it.each<[Partial<Goal>, string[]]>([
    [{ deadline: '2027-02-29' }, ['/deadline not_a_day']],
    [{ deadline: 'soon' }, ['/deadline not_a_day']],
    [{ conflictsWith: ['goal-2', 'goal-1'] }, ['/conflictsWith/1 conflicts_with_itself']],
    [
      {
        contributions: [
          { function: 'legal', contribution: 'Claims.' },
          { function: 'marketing', contribution: 'Cards.' },
          { function: 'legal', contribution: 'More.' },
          { function: 'kitchen' as 'legal', contribution: 'Soup.' },
        ],
      },
      ['/contributions/2/function function_repeated', '/contributions/3/function not_in_list'],
    ],
  ])('cannot be %j', (changes, expected) => {
    expect(gist(decided(goalWith(), { type: 'change', changes }))).toEqual(expected);
    const goal = { title: 'Ours', ...changes };
    expect(gist(decided(null, { type: 'create', goal }))).toEqual(expected);
  });
});
