/** Regions that CLDR names and ISO 3166-1 does not assign: groups of countries, reserved codes and codes for tests. */
const NO_COUNTRIES = [
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'ZZ',
];

const NAMES = new Intl.DisplayNames(['en'], { type: 'region' });

/** Whether two capitals are a code of ISO 3166-1, or XK, by which Kosovo goes; no code that was replaced, such as UK. */
export function isCountry(code: string): boolean {
  if (NO_COUNTRIES.includes(code) || NAMES.of(code) === code) return false;
  return new Intl.Locale(`und-${code}`).region === code;
}
