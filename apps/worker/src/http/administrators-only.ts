import { worksInOwnRight } from '#domain';
import { authenticateKey, poolOf } from '#engine';
import type { DataSource } from 'typeorm';
import type { Problem } from './problem.js';

/** Who may see what goes on in the queues, which hold jobs of every workspace. */
export interface Gate {
  dataSource: DataSource;
  /** the slug of their workspace; empty: the only one that there is */
  workspace: string;
}

const UNKNOWN: Problem = {
  status: 401,
  code: 'key_expected',
  title: 'Who is asking is not known',
  detail: 'Expected an API key as the password, with any name; found another or none.',
  headers: { 'www-authenticate': 'Basic realm="Baton queues", charset="UTF-8"' },
};

/**
 * Why somebody does not get in, or null where they do: by HTTP Basic, with a key as the password that has the scope
 * "admin", whose person works in enablement, in the workspace of those who run this installation.
 */
export async function whyNotAdministrator(
  authorization: string | undefined,
  { dataSource, workspace }: Gate,
): Promise<Problem | null> {
  const key = passwordIn(authorization);
  if (key === null) return UNKNOWN;
  const authenticated = await authenticateKey(poolOf(dataSource), key);
  if (!authenticated.valid) return UNKNOWN;
  const { scopes, actor, workspaceId } = authenticated.caller;
  if (!scopes.includes('admin')) return forbidden('Expected a key with the scope "admin".');
  if (!worksInOwnRight(actor, ['enablement'])) return forbidden('This is for enablement.');
  const workspaces = await dataSource.query<{ workspace_id: string; slug: string }[]>(
    `select workspace_id, slug from workspace where $1 in ('', slug) order by slug limit 2`,
    [workspace],
  );
  if (workspaces.length === 1 && workspaces[0]!.workspace_id === workspaceId) return null;
  return forbidden(
    workspace === '' && workspaces.length > 1
      ? 'There are several workspaces: expected the setting QUEUES_WORKSPACE to name the one whose administrators see the queues.'
      : 'This is for the workspace of those who run this installation.',
  );
}

function forbidden(detail: string): Problem {
  return { status: 403, code: 'not_your_queues', title: 'Not yours to do', detail };
}

function passwordIn(authorization: string | undefined): string | null {
  const [, encoded] = /^Basic +([\w+/=-]+)$/iu.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return null;
  const [, password] = /^[^:]*:(.*)$/su.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  return password ?? null;
}
