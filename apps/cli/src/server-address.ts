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
export function connectionFrom(options: { url?: string; key?: string }): Connection {
  const known: Partial<Connection> = existsSync(SERVER_FILE)
    ? (JSON.parse(readFileSync(SERVER_FILE, 'utf8')) as Connection)
    : {};
  const url = options.url ?? process.env['BATON_URL'] ?? known.url;
  const key = options.key ?? process.env['BATON_KEY'] ?? known.key;
  if (url === undefined || key === undefined) {
    throw new FailedRun(
      'Expected a server and a key: start one here with npm start, or give --url and --key (BATON_URL, BATON_KEY).',
    );
  }
  return { url: url.replace(/\/$/u, ''), key };
}
