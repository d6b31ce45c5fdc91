import type { FindingCode } from '#domain';

/** What somebody does about a finding, by its code; where and what it is, its own sentence says. */
const REMEDIES: Record<FindingCode, string> = {
  names_unknown: 'Write one of the names that exist in its place.',
  names_collide: 'Write a name of its own for each of them.',
  unreachable_stage: 'Add a transition that leads to the stage, or take the stage out.',
  dead_end: 'Add a transition that leads from the stage towards a final one.',
  reject_loop: 'Add a way out of the loop, or let work return to another stage.',
  event_without_sender: 'List the event in an activity of the stage, or name a function in its by.',
  activity_event_unknown: 'Write an event of the stage, or add a transition for this one.',
  accountable_not_one: 'Write exactly one accountable function.',
  not_staffed:
    'Give somebody a membership in the function that lacks people, or make another one responsible.',
  accountable_not_staffed:
    'Give somebody a membership in the accountable function, or make another one accountable.',
  cannot_read:
    'Give somebody who can read these items a membership in the function, or let its people read.',
  duties_cannot_be_separated:
    'Give somebody else a membership in one of the functions, so that nobody has to do both.',
  quorum_too_large: 'Write a quorum that the voters of the stage can reach, and count to it.',
  quorum_malformed: 'Write in params.of how many approvals the rule counts to, from 1.',
  mode_not_fitting: 'Write the mode that fits the work of the stage, or change who votes there.',
  nobody_consulted: 'Name consulted functions and consultWithinHours, or take the rule out.',
  return_to_final: 'Let the work return to a stage that is not final.',
  action_not_for_kind: 'Take the action out, or make it a process of kind variant.',
  deadlines_miss_goal: 'Shorten the deadlines on the way, or choose a later date.',
  too_many_ways: 'Split the process, or have fewer votes and returns in it.',
};

export function remedyFor(code: FindingCode): string {
  return REMEDIES[code];
}
