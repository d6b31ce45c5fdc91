/** What can be wrong with a translation. */
export const CHECK_CODES = [
  'code_missing',
  'code_doubled',
  'code_unknown',
  'codes_misnested',
  'codes_reordered',
  'too_long',
  'term_missing',
  'term_forbidden',
  'target_empty',
  'target_is_source',
  'space_differs',
  'number_missing',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

export interface CheckFinding {
  code: CheckCode;
  /** an error breaks the body or its layout; a warning is for someone to look at */
  severity: 'error' | 'warning';
  /** a sentence */
  detail: string;
  /** numbers of the codes that it is about; empty where it is about words */
  ids: number[];
}
