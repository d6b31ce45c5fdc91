import type { Reason } from '../refusal.js';
import type { Goal, GoalFields, GoalTarget } from './goal.js';
import { resolveTarget } from './goal-target.js';
import { activityIn, isMeasurable, saysTheSame, vagueWordIn } from './goal-words.js';

/** What stands between a goal and its activation, or what should be known about it. */
export interface Finding extends Pick<Reason, 'code' | 'detail'> {
  /** blocks: not active before this is mended. warns: for people to weigh. */
  severity: 'blocks' | 'warns';
}

/** Another goal, as far as a conflict with it matters. */
export type OtherGoal = Pick<Goal, 'id' | 'title' | 'status'>;

/** What surrounds a goal at the moment it is looked at. */
export interface GoalSurroundings {
  /** YYYY-MM-DD in UTC */
  today: string;
  /** false where the sponsor was deactivated */
  sponsorIsActive: boolean;
  /** the goals that this one conflicts with */
  conflicting: OtherGoal[];
}

/**
 * Everything that makes a goal too vague to work for, and conflicts that are in force; empty where nothing does.
 * Words are judged in English; a text in another language passes those rules.
 */
export function lintGoal(
  goal: GoalFields & Pick<Goal, 'status'>,
  surroundings: GoalSurroundings,
): Finding[] {
  return [
    ...metricFindings(goal),
    ...numberFindings(goal),
    ...deadlineFindings(goal, surroundings.today),
    ...wordFindings(goal),
    ...supportFindings(goal, surroundings.sponsorIsActive),
    ...conflictFindings(goal, surroundings.conflicting),
  ];
}

/** Each detail says what is to be done; this says how. */
const MEND = 'Change the goal by PATCH, and activate it then.';

/** The findings that forbid activation. */
export function blocking(findings: Finding[]): Reason[] {
  return findings
    .filter(({ severity }) => severity === 'blocks')
    .map(({ code, detail }) => ({ code, detail, remedy: MEND }));
}

function metricFindings({ title, metric, unit }: GoalFields): Finding[] {
  const findings: Finding[] = [];
  if (isBlank(metric)) {
    findings.push(blocks('no_metric', 'Say what is measured in metric; it is empty.'));
  } else if (saysTheSame(metric, title)) {
    findings.push(
      blocks(
        'metric_repeats_title',
        `Say in metric what is measured and how; "${metric}" only repeats the title.`,
      ),
    );
  }
  if (isBlank(unit)) {
    findings.push(
      blocks('no_unit', 'Say what the numbers count in unit, for instance percent, days or EUR.'),
    );
  }
  return findings;
}

function numberFindings({ baseline, target }: GoalFields): Finding[] {
  if (target === null) {
    const noTarget = blocks('no_target', 'Give a target: the number that is to be reached.');
    return baseline === null ? [NO_BASELINE, noTarget] : [noTarget];
  }
  if (baseline === null) {
    return [target.kind === 'percent' ? withoutBaseline(target) : NO_BASELINE];
  }
  if (target.kind === 'percent') {
    if (target.value !== 0 && resolveTarget(target, baseline) !== baseline) return [];
    return [
      blocks(
        'percent_leads_nowhere',
        `Give a target that differs from the baseline; ${target.value} percent of ${baseline} is no change.`,
      ),
    ];
  }
  if (target.value !== baseline) return [];
  return [
    blocks(
      'target_equals_baseline',
      `Give a target that differs from the baseline; both are ${baseline}.`,
    ),
  ];
}

const NO_BASELINE = blocks(
  'no_baseline',
  'Give a baseline: the number as it is today. Without it nobody can say what changed.',
);

function withoutBaseline({ value }: GoalTarget): Finding {
  return blocks(
    'percent_without_baseline',
    `Give the baseline that the target of ${value} percent starts from.`,
  );
}

function deadlineFindings(
  { deadline, status }: Pick<Goal, 'deadline' | 'status'>,
  today: string,
): Finding[] {
  if (deadline === null) {
    return [blocks('no_deadline', 'Give a deadline: the day by which the target is reached.')];
  }
  if (status !== 'draft' || deadline >= today) return [];
  return [
    blocks('deadline_passed', `Give a deadline that is still to come; ${deadline} is in the past.`),
  ];
}

function wordFindings({ title, metric }: GoalFields): Finding[] {
  const findings: Finding[] = [];
  for (const [field, text] of [
    ['title', title],
    ['metric', metric ?? ''],
  ] as const) {
    const activity = activityIn(text);
    if (activity === null) continue;
    findings.push(
      blocks(
        'activity_not_result',
        `Say what will be different, not what will be done: the ${field} names an activity ("${activity}").`,
      ),
    );
  }
  const vague = vagueWordIn(title) ?? vagueWordIn(metric ?? '');
  if (vague !== null && !isMeasurable(metric ?? '')) {
    findings.push(
      blocks(
        'vague_word',
        `Say how "${vague}" would be seen: name in metric what a number can be given for, such as a rate, a time or a share.`,
      ),
    );
  }
  return findings;
}

function supportFindings(goal: GoalFields, sponsorIsActive: boolean): Finding[] {
  const findings: Finding[] = [];
  if (isBlank(goal.scope)) {
    findings.push(
      blocks('no_scope', 'Say in scope for which market, product or audience this holds.'),
    );
  }
  if (goal.sponsorId === null) {
    findings.push(blocks('no_sponsor', 'Name a sponsor: the person who stands for this goal.'));
  } else if (!sponsorIsActive) {
    findings.push(
      blocks('sponsor_deactivated', 'Name another sponsor; the present one was deactivated.'),
    );
  }
  if (goal.contributions.length === 0) {
    findings.push(
      blocks('no_contribution', 'Say what at least one function contributes to this goal.'),
    );
  }
  return findings;
}

/** Two goals that pull against each other may both be active; people should know. */
function conflictFindings({ status }: Pick<Goal, 'status'>, conflicting: OtherGoal[]): Finding[] {
  if (status !== 'active') return [];
  return conflicting
    .filter((other) => other.status === 'active')
    .map(({ title }) => ({
      severity: 'warns',
      code: 'conflicts_with_active_goal',
      detail: `This goal and "${title}" conflict and are both active: agree which of them gives way.`,
    }));
}

function blocks(code: string, detail: string): Finding {
  return { severity: 'blocks', code, detail };
}

/** Whatever can be seen; a zero-width space cannot, though it is no white space. */
const SEEN = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S}]/u;

function isBlank(text: string | null): text is null {
  return text === null || !SEEN.test(text);
}
