import type { ProcessFinding } from '#domain';
import { FailedRun } from '../failed-run.js';
import { print } from '../print.js';

type Finding = Pick<ProcessFinding, 'severity' | 'detail' | 'pointer'>;

/** Prints each finding as a sentence with its place; fails where one of them is an error. */
export function printFindings(findings: Finding[]): void {
  for (const { severity, detail, pointer } of findings) {
    print(`${severity}: ${detail}${pointer === '' ? '' : ` (${pointer})`}`);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  print(
    findings.length === 0
      ? 'Nothing found: it can be activated.'
      : `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`,
  );
  if (errors > 0) throw new FailedRun('');
}
