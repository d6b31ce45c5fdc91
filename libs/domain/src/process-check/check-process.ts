import type { ProcessDefinition } from '../process-definition.js';
import { withImpliedRules } from '../implied-rules.js';
import { collidingNames } from './check-collisions.js';
import { deadlinesMissingGoal } from './check-deadlines.js';
import { dutiesNotSeparable } from './check-duties.js';
import { unknownNames } from './check-names.js';
import { malformedQuorums, quorumsOutOfReach } from './check-quorum.js';
import { accountableNotOne, sendersMissing, unknownEvents } from './check-senders.js';
import { accountableNotStaffed, cannotRead, nobodyResponsible, notStaffed } from './check-staff.js';
import { misused } from './check-uses.js';
import { stuckWork, unreachableStages } from './check-ways.js';
import type { Checked, CheckOptions, Finding } from './finding.js';
import { votingIn } from './voting.js';
import { walkThrough } from './walk.js';
import { waysOf } from './ways.js';

const CHECKS: ((checked: Checked) => Finding[])[] = [
  unknownNames,
  collidingNames,
  unreachableStages,
  stuckWork,
  sendersMissing,
  unknownEvents,
  accountableNotOne,
  nobodyResponsible,
  notStaffed,
  accountableNotStaffed,
  cannotRead,
  dutiesNotSeparable,
  malformedQuorums,
  quorumsOutOfReach,
  misused,
  deadlinesMissingGoal,
  notWalkedWhole,
];

/**
 * Everything that would go wrong with a process, each finding with the shortest way to where it shows. Expects what
 * `readProcess` gave; a definition without errors can be activated. Takes milliseconds, and up to a second where a
 * process has very many ways.
 */
export function checkProcess(stored: ProcessDefinition, options: CheckOptions): Finding[] {
  const definition = withImpliedRules(stored);
  const voting = votingIn(definition);
  const checked = { definition, ...options, voting, ways: waysOf(walkThrough(definition, voting)) };
  return CHECKS.flatMap((check) => check(checked));
}

function notWalkedWhole({ ways }: Checked): Finding[] {
  if (ways.walk.whole) return [];
  return [
    {
      code: 'too_many_ways',
      severity: 'warning',
      detail:
        'This process has too many ways to try them all, so votes and returns were left out of account where ways were searched.',
      pointer: '',
      path: [],
    },
  ];
}
