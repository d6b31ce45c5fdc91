import { isDay } from '../day.js';
import type { Problem } from '../refusal.js';
import { FUNCTIONS } from '../vocabulary.js';
import type { GoalFields } from './goal.js';

/** Letters of a retrospective at least, spaces around it left out. */
export const SHORTEST_RETROSPECTIVE = 20;

/** What cannot be in these fields; empty when everything can. Fields that are missing are not wrong here. */
export function checkGoal(fields: Partial<GoalFields>, goalId: string): Problem[] {
  const { deadline, contributions = [], conflictsWith = [] } = fields;
  const problems: Problem[] = [];
  if (deadline != null && !isDay(deadline)) {
    problems.push({
      pointer: '/deadline',
      code: 'not_a_day',
      detail: `Expected a day of the calendar like 2027-06-30; found "${deadline}".`,
    });
  }
  contributions.forEach(({ function: name }, index) => {
    if (!FUNCTIONS.some((known) => known === name)) {
      problems.push({
        pointer: `/contributions/${index}/function`,
        code: 'not_in_list',
        detail: `Expected a function, one of ${FUNCTIONS.join(', ')}; found "${name}".`,
      });
    } else if (contributions.findIndex((other) => other.function === name) < index) {
      problems.push({
        pointer: `/contributions/${index}/function`,
        code: 'function_repeated',
        detail: `Expected one contribution a function; found another of "${name}".`,
      });
    }
  });
  const own = conflictsWith.indexOf(goalId);
  if (own !== -1) {
    problems.push({
      pointer: `/conflictsWith/${own}`,
      code: 'conflicts_with_itself',
      detail: 'Expected other goals; found this one.',
    });
  }
  return problems;
}

/** A goal is closed with what was learned, in more than a word. */
export function checkRetrospective(text: string): Problem[] {
  const found = [...text.trim()].length;
  if (found >= SHORTEST_RETROSPECTIVE) return [];
  const detail = `Expected a retrospective of at least ${SHORTEST_RETROSPECTIVE} characters; found ${found}.`;
  return [{ pointer: '/retrospective', code: 'too_short', detail }];
}
