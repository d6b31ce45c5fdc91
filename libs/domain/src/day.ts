const DAY = /^[12]\d{3}-\d{2}-\d{2}$/u;

const DAY_LENGTH = '2027-03-31'.length;
const TIME = /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/u;

/** Whether a text is an instant as ISO 8601 writes it, with its zone, on a day of the calendar. */
export function isInstant(text: string): boolean {
  return isDay(text.slice(0, DAY_LENGTH)) && TIME.test(text.slice(DAY_LENGTH));
}

/** Whether a text is a day of the calendar as ISO 8601 writes it, YYYY-MM-DD, of the years 1000 to 2999. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
