/** Scripts written from right to left, of those in modern use. Source: Unicode, `scriptMetadata` of CLDR. */
const RIGHT_TO_LEFT = new Set(
  'Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '),
);

export type Direction = 'ltr' | 'rtl';

/**
 * The direction in which a locale is written, by its script: the one it names (`az-Arab`), or else the one that is
 * likely (`ur`, `pa-PK`). A tag that is not well-formed is a RangeError.
 */
export function directionOf(locale: string): Direction {
  return RIGHT_TO_LEFT.has(likely(locale).script ?? '') ? 'rtl' : 'ltr';
}

/** The locale with the script and region that are likely for it. */
export function likely(locale: string): Intl.Locale {
  try {
    return new Intl.Locale(locale).maximize();
  } catch {
    throw new RangeError(
      `Expected a locale as BCP 47 writes it, such as pt-BR; found "${locale}".`,
    );
  }
}

const RTL_LETTER =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const LTR_LETTER =
  /(?![\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}])\p{L}/u;

/** Whether all letters of a text run against the direction around it: an English sentence in an Arabic page. */
export function runsAgainst(direction: Direction, text: string): boolean {
  const [along, against] =
    direction === 'rtl' ? [RTL_LETTER, LTR_LETTER] : [LTR_LETTER, RTL_LETTER];
  return against.test(text) && !along.test(text);
}
