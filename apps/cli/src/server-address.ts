import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FailedRun } from './failed-run.js';

export interface Connection {
  url: string;
  key: string;
}

/** Written by the server that runs from this clone. */
const SERVER_FILE = fileURLToPath(new URL('../../../../.baton/server.json', import.meta.url));

/** Where the server is and with what key: from the options, the environment, or the server that runs from here. */
export function connectionFrom(
  options: { url?: string; key?: string },
  known: Partial<Connection> = runningHere(),
): Connection {
  const named = options.url ?? process.env['BATON_URL'] ?? known.url;
  const url = named === undefined ? undefined : originIn(named);
  // The key of the server that runs from here is sent to no other.
  const key =
    options.key ?? process.env['BATON_KEY'] ?? (url === known.url ? known.key : undefined);
  if (url === undefined || key === undefined) {
    throw new FailedRun(
      'Expected a server and a key: start one here with npm start, or give --url and --key (BATON_URL, BATON_KEY).',
    );
  }
  if (!/^[\x21-\x7e]+$/u.test(key)) {
    throw new FailedRun('Expected a key like btn_<id>_<secret>; found one with other characters.');
  }
  return { url, key };
}

function runningHere(): Partial<Connection> {
  return existsSync(SERVER_FILE)
    ? (JSON.parse(readFileSync(SERVER_FILE, 'utf8')) as Connection)
    : {};
}

/** The address of a server, without the slash that one may have written after it. */
function originIn(named: string): string {
  const url = URL.canParse(named) ? new URL(named) : null;
  if (url !== null && /^https?:$/u.test(url.protocol) && url.href === `${url.origin}/`) {
    return url.origin;
  }
  throw new FailedRun(
    `Expected the address of a server, like https://baton.example.com or http://127.0.0.1:3000; found ${named}.`,
  );
}
