import { renameSync, writeFileSync } from 'node:fs';

/** Keeps a value as JSON for its owner alone; written beside and renamed, so that a kill leaves the old one or the new one. */
export function keepPrivately(file: string, value: object): void {
  writeFileSync(`${file}.new`, JSON.stringify(value, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
