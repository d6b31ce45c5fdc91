import { type BatonClient, type components, dataOf } from '#client';
import { DEFAULT_PROCESSES, type ProcessDefinition, processDigest } from '#domain';
import { FailedRun } from '../failed-run.js';
import { isSourceFile, readDefinition } from './source-file.js';

/** A process version as the server lists it. */
export type Version = components['schemas']['ProcessSummary'];

/** Characters of a digest that name a version in an output, and that at least are needed to name one. */
const SHORT = 12;
const SHORTEST = 6;

export function shortName({ id, digest }: { id: string; digest: string }): string {
  return `${id} ${digest.slice(0, SHORT)}`;
}

/** The version that an argument means: a process id for its active one, a digest, or the beginning of one. */
export async function findVersion(client: BatonClient, wanted: string): Promise<Version> {
  const versions = await dataOf(client.GET('/v1/processes'));
  const active = versions.find(({ id, status }) => id === wanted && status === 'active');
  if (active !== undefined) return active;
  const meant =
    wanted.length < SHORTEST ? [] : versions.filter(({ digest }) => digest.startsWith(wanted));
  if (meant.length === 1) return meant[0]!;
  throw new FailedRun(
    meant.length > 1
      ? `"${wanted}" begins the digests of ${meant.length} versions; give more of it.`
      : `Expected a process with an active version, or a digest of one (${SHORTEST} characters at least); found "${wanted}". baton process list shows them.`,
  );
}

/** The definition that an argument means: a file, or a version of the server. */
export async function findDefinition(
  client: () => BatonClient,
  wanted: string,
): Promise<ProcessDefinition> {
  if (isSourceFile(wanted)) return readDefinition(wanted);
  const { digest } = await findVersion(client(), wanted);
  const { definition } = await readVersion(client(), digest);
  // The document knows no more of it than that it is an object.
  return definition as unknown as ProcessDefinition;
}

/** A version with its definition and what was found in it. */
export function readVersion(client: BatonClient, digest: string) {
  return dataOf(client.GET('/v1/processes/{process}', { params: { path: { process: digest } } }));
}

/** The digest that an argument means: that of a file, whether the server knows it or not, or of a version. */
export async function findDigest(client: BatonClient, wanted: string): Promise<string> {
  if (isSourceFile(wanted)) return processDigest(readDefinition(wanted));
  return (await findVersion(client, wanted)).digest;
}

/** A process that this release comes with. */
export function builtIn(id: string): ProcessDefinition {
  const found = DEFAULT_PROCESSES.find((definition) => definition.id === id);
  if (found !== undefined) return found;
  const known = DEFAULT_PROCESSES.map((definition) => definition.id).join(', ');
  throw new FailedRun(`Expected a built-in process, one of ${known}; found "${id}".`);
}
