import type { Goal } from './goal.js';
import type { GoalSurroundings } from './lint-goal.js';

/** A draft that says everything: nothing keeps it from being activated. */
export function goalWith(changes: Partial<Goal> = {}): Goal {
  return {
    workspaceId: 'workspace-1',
    id: 'goal-1',
    title: 'Win more often against Acme',
    metric: 'Win rate of closed deals in which Acme bids',
    unit: 'percent',
    baseline: 20,
    target: { kind: 'absolute', value: 25 },
    scope: 'Account executives in Europe',
    deadline: '2027-06-30',
    sponsorId: 'sue',
    contributions: [{ function: 'marketing', contribution: 'A battle card.' }],
    conflictsWith: [],
    status: 'draft',
    version: 1,
    actual: null,
    retrospective: null,
    ...changes,
  };
}

export function surroundedBy(changes: Partial<GoalSurroundings> = {}): GoalSurroundings {
  return { today: '2027-01-15', sponsorIsActive: true, conflicting: [], ...changes };
}
