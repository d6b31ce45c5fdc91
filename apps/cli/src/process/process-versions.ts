import {
  DEFAULT_PROCESSES,
  type ProcessDefinition,
  type ProcessFinding,
  processDigest,
} from '#domain';
import type { BatonClient } from '../baton-client.js';
import { FailedRun } from '../failed-run.js';
import { isSourceFile, readDefinition } from './source-file.js';

/** A process version as the server lists it. */
export interface Version {
  id: string;
  digest: string;
  label: string;
  kind: string;
  status: string;
  findings: ProcessFinding[];
}

/** Characters of a digest that name a version in an output, and that at least are needed to name one. */
const SHORT = 12;
const SHORTEST = 6;

export function shortName({ id, digest }: { id: string; digest: string }): string {
  return `${id} ${digest.slice(0, SHORT)}`;
}

/** The version that an argument means: a process id for its active one, a digest, or the beginning of one. */
export async function findVersion(client: BatonClient, wanted: string): Promise<Version> {
  const versions = await client.get<Version[]>('/v1/processes');
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
  const { definition } = await client().get<{ definition: ProcessDefinition }>(
    `/v1/processes/${digest}`,
  );
  return definition;
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
