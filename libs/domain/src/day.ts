const DAY = /^[12]\d{3}-\d{2}-\d{2}$/u;

/** Whether a text is a day of the calendar as ISO 8601 writes it, YYYY-MM-DD, of the years 1000 to 2999. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
