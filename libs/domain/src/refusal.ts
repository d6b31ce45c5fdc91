/** One rule that said no, in words a person can act on. */
export interface Reason {
  /** stable, snake_case */
  code: string;
  detail: string;
  /** what would satisfy the rule, and whose turn that is */
  remedy: string;
}

/**
 * A rule said no; nothing was changed.
 * forbidden: this actor may not. conflict: not now, or not like this. stale: someone else was first.
 */
export interface Refusal {
  outcome: 'refused';
  kind: 'forbidden' | 'conflict' | 'stale';
  reasons: Reason[];
}

export function refuse(kind: Refusal['kind'], ...reasons: Reason[]): Refusal {
  return { outcome: 'refused', kind, reasons };
}

/** A value that cannot be: where it stands (JSON Pointer into the request), what was expected and what was found. */
export interface Problem {
  pointer: string;
  code: string;
  detail: string;
}

export interface Invalid {
  outcome: 'invalid';
  problems: Problem[];
}
