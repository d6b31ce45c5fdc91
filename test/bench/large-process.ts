import type { StaffMember } from '#domain';

/** Stages of the process: eleven runs of five, then what comes at the end of it. */
export const STAGES = 60;
/** People who work along it. */
export const CREW = 25;

const RUNS = 11;
const REGIONS = ['DE', 'FR', 'JP'];
const REVIEWERS = ['product_management', 'legal', 'sales_management', 'learning_and_development'];

/**
 * A process as a large workspace may write it, in the written form: in each run four stages of work and a review by a
 * team that counts votes, which sends work back to three of them and waits for it; then it is released and kept fresh.
 */
export function largeProcess(): object {
  const runs = Array.from({ length: RUNS }, (_, index) => runOf(index + 1));
  return {
    id: 'large',
    meta: {
      label: 'Large',
      kind: 'content',
      regions: REGIONS,
      events: { cancel: { label: 'Cancel', by: ['enablement'] } },
    },
    states: Object.fromEntries([...runs.flat(), ...ending()]),
    on: { cancel: { target: '.cancelled', rules: ['comment_given'] } },
  };
}

/** Somebody of every function in every region, and then some who work for all regions; each can read. */
export function largeCrew(): StaffMember[] {
  const functions = ['enablement', 'marketing', ...REVIEWERS];
  return Array.from({ length: CREW }, (_, index) => ({
    personId: `00000000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
    name: `Person ${index + 1}`,
    memberships: [
      {
        function: functions[index % functions.length]!,
        region: REGIONS[Math.floor(index / functions.length)] ?? null,
        locale: null,
      },
    ],
    canRead: true,
  }));
}

type Stage = [name: string, stage: object];

function runOf(run: number): Stage[] {
  const works = ['outline', 'write', 'illustrate', 'polish'].map((kind) => `${kind}_${run}`);
  const next = run < RUNS ? `outline_${run + 1}` : 'releasing';
  const review = `review_${run}`;
  return [
    ...works.map((name, index): Stage => [name, workStage(name, works[index + 1] ?? review)]),
    [
      review,
      {
        meta: {
          label: `Review ${run}`,
          phase: 'generation',
          mode: 'team',
          quorum: 2 + (run % 2),
          activities: REVIEWERS.map((reviewer, index) => ({
            key: `${reviewer}_review`,
            label: `Review by ${reviewer}`,
            raci: { responsible: reviewer, accountable: reviewer, informed: 'owner' },
            deadline: { workingHours: 8 * (index + 1), onTimeout: 'escalate' },
          })),
        },
        review: { to: next, returnTo: works.slice(0, 3), afterwards: 'resume' },
      },
    ],
  ];
}

function workStage(name: string, next: string): object {
  return {
    meta: {
      label: name.replace('_', ' '),
      phase: 'generation',
      mode: 'relay',
      activities: [
        {
          key: 'work',
          label: `Work on ${name}`,
          raci: {
            responsible: ['marketing', 'enablement'],
            accountable: 'marketing',
            consulted: REVIEWERS,
          },
          events: ['submit'],
          edits: true,
          deadline: { workingHours: 24, onTimeout: 'remind' },
        },
      ],
    },
    on: { submit: next },
  };
}

function ending(): Stage[] {
  return [
    ['releasing', relay('Releasing', { publish: 'published' })],
    ['published', relay('Published', { call_review: 'review_due', retire: 'retired' })],
    ['review_due', relay('Review due', { confirm: 'published', revise: 'outline_1' })],
    ['retired', final('Retired', 'item.retired')],
    ['cancelled', final('Cancelled', 'item.cancelled')],
  ];
}

function relay(label: string, on: Record<string, string>): object {
  return {
    meta: {
      label,
      phase: 'publishing',
      mode: 'relay',
      ...(label === 'Published' && { announces: 'item.published' }),
      activities: [
        {
          key: 'decide',
          label: `Decide in ${label}`,
          raci: { responsible: 'marketing', accountable: 'marketing' },
          events: Object.keys(on),
          deadline: { workingHours: 16, onTimeout: 'remind' },
        },
      ],
    },
    on,
  };
}

function final(label: string, announces: string): object {
  return { type: 'final', meta: { label, phase: 'publishing', mode: 'relay', announces } };
}
