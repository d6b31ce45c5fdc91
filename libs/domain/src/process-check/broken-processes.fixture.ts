import type { Activity, ProcessDefinition, StageDefinition } from '../process-definition.js';
import { contentProcess } from '../processes/content.process.js';
import { checkProcess } from './check-process.js';
import type { CheckOptions, Finding, StaffMember } from './finding.js';

export const NOW = '2027-01-15T09:00:00.000Z';

export function member(name: string, ...functions: string[]): StaffMember {
  return {
    personId: name.toLowerCase(),
    name,
    memberships: functions.map((one) => ({ function: one, region: null, locale: null })),
    canRead: true,
  };
}

/** Two of each function, so that whoever wrote finds somebody else to approve. */
export const CREW = ['A', 'B'].flatMap((letter) =>
  [
    'enablement',
    'marketing',
    'product_management',
    'legal',
    'learning_and_development',
    'sales_management',
    'regional',
  ].map((name) => member(`${name} ${letter}`, name)),
);

export function check(
  definition: ProcessDefinition,
  options: Partial<CheckOptions> = {},
): Finding[] {
  return checkProcess(definition, { staff: CREW, now: NOW, ...options });
}

export function errorsIn(
  definition: ProcessDefinition,
  options: Partial<CheckOptions> = {},
): Finding[] {
  return check(definition, options).filter(({ severity }) => severity === 'error');
}

export function codesIn(
  definition: ProcessDefinition,
  options: Partial<CheckOptions> = {},
): string[] {
  return check(definition, options).map(({ code }) => code);
}

/** The content process with something broken. */
export function broken(
  breakIt: (states: Record<string, StageDefinition>) => void,
): ProcessDefinition {
  const copy = JSON.parse(JSON.stringify(contentProcess)) as ProcessDefinition;
  breakIt(copy.states);
  return copy;
}

export function activityIn(
  states: Record<string, StageDefinition>,
  stage: string,
  index = 0,
): Activity {
  return states[stage]!.meta.activities[index]!;
}

export const TO_DRAFTING = [
  { stage: 'intake', event: 'accept' },
  { stage: 'brief', event: 'submit' },
  { stage: 'structuring', event: 'submit' },
];
export const TO_REVIEW = [...TO_DRAFTING, { stage: 'drafting', event: 'submit' }];
export const REVIEW_IN_WORDS =
  'Shortest way there: intake –accept→ brief –submit→ structuring –submit→ drafting –submit→ in_review.';
