import { isDay, isInstant } from '../day.js';

/** Whether a text is what `checkProcess` takes for a goal date: a day of the calendar, or an instant with its zone. */
export function isGoalDate(text: string): boolean {
  return isDay(text) || isInstant(text);
}
