/** What a file that comes back may hold at most. */
export interface ExchangeLimits {
  /** bytes as they come */
  bytes: number;
  /** `<file>` elements of a document */
  files: number;
  /** units of all its files together */
  units: number;
  /** elements inside each other */
  depth: number;
  /** characters of the source or the target of a unit, and of any other piece of text */
  text: number;
  /** characters of an attribute */
  attribute: number;
  /** attributes of an element */
  attributes: number;
  /** inline codes in the source or the target of a unit */
  codes: number;
}

/** A text may be as long as a body, 1 MB; a real unit has some hundred characters and a handful of codes. */
export const EXCHANGE_LIMITS: ExchangeLimits = {
  bytes: 20_000_000,
  files: 5_000,
  units: 50_000,
  depth: 100,
  text: 1_048_576,
  attribute: 20_000,
  attributes: 100,
  codes: 5_000,
};
