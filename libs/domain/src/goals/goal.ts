import type { BusinessFunction } from '../vocabulary.js';

/** draft → active → closed. */
export const GOAL_STATUSES = ['draft', 'active', 'closed'] as const;
export type GoalStatus = (typeof GOAL_STATUSES)[number];

/** absolute: the value to reach, in the goal's unit. percent: the change of the baseline, −20 is a fifth less. */
export const TARGET_KINDS = ['absolute', 'percent'] as const;

export interface GoalTarget {
  kind: (typeof TARGET_KINDS)[number];
  value: number;
}

/** What one function does towards a goal, in its own words. */
export interface Contribution {
  function: BusinessFunction;
  contribution: string;
}

/** What a goal promises; fixed from its activation on. */
export interface GoalPromise {
  title: string;
  /** what is measured */
  metric: string | null;
  /** what the numbers count: "percent", "days", "EUR" */
  unit: string | null;
  baseline: number | null;
  target: GoalTarget | null;
  /** the market, product or audience it is about */
  scope: string | null;
  /** YYYY-MM-DD, the last day on which it can be met */
  deadline: string | null;
}

/** Who carries a goal; may change as long as it is open. */
export interface GoalSupport {
  /** the person who stands for it */
  sponsorId: string | null;
  /** one a function at most */
  contributions: Contribution[];
  /** goals that pull the other way; each of them names this one too */
  conflictsWith: string[];
}

export type GoalFields = GoalPromise & GoalSupport;

export interface Goal extends GoalFields {
  workspaceId: string;
  id: string;
  status: GoalStatus;
  /** counts the changes, and is the number of the newest entry of its history */
  version: number;
  /** what was reached, in the goal's unit; null before it is closed */
  actual: number | null;
  /** what was learned; null before it is closed */
  retrospective: string | null;
}

export const PROMISE_FIELDS = [
  'title',
  'metric',
  'unit',
  'baseline',
  'target',
  'scope',
  'deadline',
] as const satisfies (keyof GoalPromise)[];

export const SUPPORT_FIELDS = [
  'sponsorId',
  'contributions',
  'conflictsWith',
] as const satisfies (keyof GoalSupport)[];

/** The fields of a goal about which nothing was said. */
export const EMPTY_GOAL: Omit<GoalFields, 'title'> = {
  metric: null,
  unit: null,
  baseline: null,
  target: null,
  scope: null,
  deadline: null,
  sponsorId: null,
  contributions: [],
  conflictsWith: [],
};
