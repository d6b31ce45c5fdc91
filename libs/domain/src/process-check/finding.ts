import type { Membership } from '../actor.js';
import type { ProcessDefinition } from '../process-definition.js';
import type { Voting } from './voting.js';
import type { Ways } from './ways.js';

/** What can be wrong with a process that is well written. */
export type FindingCode =
  | 'names_unknown'
  | 'names_collide'
  | 'unreachable_stage'
  | 'dead_end'
  | 'reject_loop'
  | 'event_without_sender'
  | 'activity_event_unknown'
  | 'accountable_not_one'
  | 'not_staffed'
  | 'accountable_not_staffed'
  | 'cannot_read'
  | 'duties_cannot_be_separated'
  | 'quorum_too_large'
  | 'quorum_malformed'
  | 'mode_not_fitting'
  | 'nobody_consulted'
  | 'return_to_final'
  | 'action_not_for_kind'
  | 'deadlines_miss_goal'
  | 'too_many_ways';

/** An event on a way, and the stage in which it is sent. */
export interface PathStep {
  stage: string;
  event: string;
}

export interface Finding {
  code: FindingCode;
  /** a process with errors cannot be activated */
  severity: 'error' | 'warning';
  /** a sentence that ends in the path in words */
  detail: string;
  /** JSON Pointer into the definition */
  pointer: string;
  /** the counterexample: the shortest way from the initial stage to where it shows; empty where there is none */
  path: PathStep[];
}

export interface StaffMember {
  personId: string;
  name: string;
  memberships: Membership[];
  /** whether they may see the items of this process */
  canRead: boolean;
}

export interface CheckOptions {
  staff: StaffMember[];
  /** ISO 8601, UTC */
  now: string;
  /** the day or moment by which a goal wants the item out, ISO 8601; a day counts whole */
  goalDate?: string;
  /** 8 where it is left out */
  workingHoursPerDay?: number;
}

/** A definition under check, with what every check asks. */
export interface Checked extends CheckOptions {
  definition: ProcessDefinition;
  voting: Voting;
  ways: Ways;
}

/** What a check found in a stage; `null` where it belongs to the whole process. */
export interface Found {
  code: FindingCode;
  severity?: Finding['severity'];
  sentence: string;
  pointer: string;
  stage: string | null;
}

/** Adds the counterexample: how an item comes to where it shows. */
export function findingAt({ ways }: Checked, found: Found): Finding {
  const { code, severity = 'error', sentence, pointer, stage } = found;
  const path = stage === null ? null : ways.pathTo(stage);
  const way =
    stage === null ? '' : path === null ? ` No way leads to ${stage}.` : wayInWords(path, stage);
  return { code, severity, detail: sentence + way, pointer, path: path ?? [] };
}

export function wayInWords(path: PathStep[], end: string): string {
  return ` Shortest way there: ${pathInWords(path, end)}.`;
}

/** `intake –accept→ brief –submit→ structuring` */
export function pathInWords(path: PathStep[], end: string): string {
  return path.map(({ stage, event }) => `${stage} –${event}→ `).join('') + end;
}
