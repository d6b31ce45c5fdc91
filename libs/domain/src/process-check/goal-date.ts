import { isDay } from '../day.js';

const TIME = /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/u;
const DAY_LENGTH = '2027-03-31'.length;

/** Whether a text is what `checkProcess` takes for a goal date: a day of the calendar, or an instant with its zone. */
export function isGoalDate(text: string): boolean {
  const time = text.slice(DAY_LENGTH);
  return isDay(text.slice(0, DAY_LENGTH)) && (time === '' || TIME.test(time));
}
