import { strToU8, zipSync } from 'fflate';

/** The earliest instant that a zip can name. As local time: a zip has no zone, so it reads the same wherever it is made. */
const SOME_INSTANT = new Date(1980, 0, 1);

/** Files by their path as a zip. The same files give the same bytes, in whatever order they come. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const paths = Object.keys(files).toSorted();
  const entries = paths.map((path) => [path, strToU8(files[path] ?? '')] as const);
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: SOME_INSTANT });
}
