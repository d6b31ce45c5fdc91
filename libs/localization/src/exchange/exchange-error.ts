/** Why a file that came back is refused. */
export const EXCHANGE_ERROR_CODES = [
  'too_large',
  'bad_encoding',
  'doctype_refused',
  'not_well_formed',
  'too_deep',
  'too_long',
  'too_many_files',
  'too_many_units',
  'too_many_codes',
  'too_many_attributes',
  'not_xliff',
  'unknown_version',
  'missing_identity',
  'bad_locale',
  'duplicate_file',
  'duplicate_unit',
  'not_po',
] as const;
export type ExchangeErrorCode = (typeof EXCHANGE_ERROR_CODES)[number];

/** Where something stands in a file. */
export interface Place {
  /** from 1 */
  line: number;
  /** from 1, counted in characters */
  column: number;
}

/** A file of units cannot be read: what was expected, what was found, and where. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
  readonly line: number;
  readonly column: number;

  constructor(
    readonly code: ExchangeErrorCode,
    /** the sentence without its place */
    readonly detail: string,
    { line, column }: Place,
  ) {
    super(`Line ${line}, column ${column}: ${detail}`);
    this.line = line;
    this.column = column;
  }
}

/** Refuses what is being read, at a place that is known or else where the reader is. */
export type Refuse = (code: ExchangeErrorCode, detail: string, place?: Place) => never;
