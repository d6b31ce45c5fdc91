import { describe, expect, it } from '@jest/globals';
import type { Goal } from './goal.js';
import { goalWith, surroundedBy } from './goals.fixture.js';
import { blocking, type GoalSurroundings, lintGoal } from './lint-goal.js';

interface Row {
  when: string;
  goal?: Partial<Goal>;
  around?: Partial<GoalSurroundings>;
  /** the findings, each as its code and the beginning of its sentence */
  found: [code: string, detail: string][];
}

const NO_BASELINE: Row['found'][number] = [
  'no_baseline',
  'Give a baseline: the number as it is today. Without it nobody can say what changed.',
];
const NO_TARGET: Row['found'][number] = [
  'no_target',
  'Give a target: the number that is to be reached.',
];
const DIFFERS = 'Give a target that differs from the baseline;';

const TABLE: Row[] = [
  { when: 'everything is said', found: [] },
  {
    when: 'no metric',
    goal: { metric: null, title: 'Win rate against Acme' },
    found: [['no_metric', 'Say what is measured in metric; it is empty.']],
  },
  {
    when: 'a metric of blanks',
    goal: { metric: ' \n', title: 'Win rate against Acme' },
    found: [['no_metric', 'Say what is measured in metric; it is empty.']],
  },
  {
    when: 'a metric, a unit and a scope of invisible characters',
    goal: { metric: '\u200b', unit: '\u3164', scope: '\u2060 \ufeff', title: 'Win rate' },
    found: [
      ['no_metric', 'Say what is measured in metric; it is empty.'],
      ['no_unit', 'Say what the numbers count in unit, for instance percent, days or EUR.'],
      ['no_scope', 'Say in scope for which market, product or audience this holds.'],
    ],
  },
  { when: 'a sign as the unit', goal: { unit: '%' }, found: [] },
  {
    when: 'a metric that repeats the title',
    goal: { title: 'Win rate against Acme', metric: 'Win rate, against ACME.' },
    found: [
      [
        'metric_repeats_title',
        'Say in metric what is measured and how; "Win rate, against ACME." only repeats the title.',
      ],
    ],
  },
  {
    when: 'no unit',
    goal: { unit: null },
    found: [['no_unit', 'Say what the numbers count in unit, for instance percent, days or EUR.']],
  },
  { when: 'no baseline', goal: { baseline: null }, found: [NO_BASELINE] },
  { when: 'no target', goal: { target: null }, found: [NO_TARGET] },
  {
    when: 'no number at all',
    goal: { baseline: null, target: null },
    found: [NO_BASELINE, NO_TARGET],
  },
  { when: 'a baseline of zero', goal: { baseline: 0 }, found: [] },
  {
    when: 'a target of zero',
    goal: { target: { kind: 'absolute', value: 0 } },
    found: [],
  },
  {
    when: 'the target is where we are',
    goal: { target: { kind: 'absolute', value: 20 } },
    found: [['target_equals_baseline', `${DIFFERS} both are 20.`]],
  },
  {
    when: 'a percentage of a baseline, up or down',
    goal: { target: { kind: 'percent', value: -20 } },
    found: [],
  },
  {
    when: 'a percentage that happens to be the number of the baseline',
    goal: { target: { kind: 'percent', value: 20 } },
    found: [],
  },
  {
    when: 'a percentage of nothing known',
    goal: { baseline: null, target: { kind: 'percent', value: 10 } },
    found: [
      ['percent_without_baseline', 'Give the baseline that the target of 10 percent starts from.'],
    ],
  },
  {
    when: 'zero percent',
    goal: { target: { kind: 'percent', value: 0 } },
    found: [['percent_leads_nowhere', `${DIFFERS} 0 percent of 20 is no change.`]],
  },
  {
    when: 'a percentage of zero',
    goal: { baseline: 0, target: { kind: 'percent', value: 10 } },
    found: [['percent_leads_nowhere', `${DIFFERS} 10 percent of 0 is no change.`]],
  },
  {
    when: 'no deadline',
    goal: { deadline: null },
    found: [['no_deadline', 'Give a deadline: the day by which the target is reached.']],
  },
  {
    when: 'a deadline of yesterday',
    goal: { deadline: '2027-01-14' },
    found: [
      ['deadline_passed', 'Give a deadline that is still to come; 2027-01-14 is in the past.'],
    ],
  },
  { when: 'a deadline of today', goal: { deadline: '2027-01-15' }, found: [] },
  {
    when: 'an active goal past its deadline',
    goal: { deadline: '2027-01-14', status: 'active' },
    found: [],
  },
  {
    when: 'a title that names an activity',
    goal: { title: 'Publish battle cards' },
    found: [
      [
        'activity_not_result',
        'Say what will be different, not what will be done: the title names an activity ("publish").',
      ],
    ],
  },
  {
    when: 'a metric that counts what was done',
    goal: { metric: 'Number of workshops' },
    found: [
      [
        'activity_not_result',
        'Say what will be different, not what will be done: the metric names an activity ("workshops").',
      ],
    ],
  },
  {
    when: 'a vague title over a metric that cannot be counted',
    goal: { title: 'Better conversations', metric: 'How customers feel' },
    found: [
      [
        'vague_word',
        'Say how "better" would be seen: name in metric what a number can be given for, such as a rate, a time or a share.',
      ],
    ],
  },
  {
    when: 'a vague title over a metric that can be counted',
    goal: { title: 'Better conversations', metric: 'Share of calls that lead to a meeting' },
    found: [],
  },
  {
    when: 'no scope',
    goal: { scope: ' ' },
    found: [['no_scope', 'Say in scope for which market, product or audience this holds.']],
  },
  {
    when: 'no sponsor',
    goal: { sponsorId: null },
    around: { sponsorIsActive: false },
    found: [['no_sponsor', 'Name a sponsor: the person who stands for this goal.']],
  },
  {
    when: 'a sponsor who left',
    around: { sponsorIsActive: false },
    found: [['sponsor_deactivated', 'Name another sponsor; the present one was deactivated.']],
  },
  {
    when: 'no function contributes',
    goal: { contributions: [] },
    found: [['no_contribution', 'Say what at least one function contributes to this goal.']],
  },
];

describe('lintGoal', () => {
  it.each(TABLE)('says what blocks where $when', ({ goal, around, found }) => {
    const findings = lintGoal(goalWith(goal), surroundedBy(around));
    expect(findings).toEqual(found.map(([code, detail]) => ({ severity: 'blocks', code, detail })));
    expect(blocking(findings)).toMatchObject(found.map(([code, detail]) => ({ code, detail })));
  });

  it('names every gap of an empty draft at once', () => {
    const empty = goalWith({
      title: 'Improve enablement',
      metric: null,
      unit: null,
      baseline: null,
      target: null,
      scope: null,
      deadline: null,
      sponsorId: null,
      contributions: [],
    });
    expect(lintGoal(empty, surroundedBy()).map(({ code }) => code)).toEqual([
      'no_metric',
      'no_unit',
      'no_baseline',
      'no_target',
      'no_deadline',
      'activity_not_result',
      'vague_word',
      'no_scope',
      'no_sponsor',
      'no_contribution',
    ]);
  });

  it('warns of a conflict, which blocks nothing, while both goals are active', () => {
    const other = { id: 'goal-2', title: 'Spend less on discounts', status: 'active' } as const;
    const around = surroundedBy({
      conflicting: [other, { ...other, id: 'goal-3', status: 'draft' }],
    });
    const findings = lintGoal(goalWith({ status: 'active' }), around);
    expect(findings).toEqual([
      {
        severity: 'warns',
        code: 'conflicts_with_active_goal',
        detail:
          'This goal and "Spend less on discounts" conflict and are both active: agree which of them gives way.',
      },
    ]);
    expect(blocking(findings)).toEqual([]);
    expect(lintGoal(goalWith({ status: 'draft' }), around)).toEqual([]);
  });
});
