import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { EmbeddedPostgresError, isSystemError } from './embedded-postgres-error.js';
import type { ServerAccount } from './server-account.js';

/**
 * What every program of PostgreSQL gets: none of our own variables (PGOPTIONS, PGDATA and others would change what it
 * does), English messages, and a working directory that its account may enter.
 */
export function programSurroundings(account: ServerAccount | undefined) {
  return {
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...(account && { uid: account.uid, gid: account.gid }),
  };
}

/** Runs a program to its end and answers with everything it said. */
export async function runProgram(
  program: string,
  args: string[],
  account: ServerAccount | undefined,
): Promise<{ succeeded: boolean; output: string }> {
  const child = spawn(program, args, {
    ...programSurroundings(account),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (output += piece.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(explainRefusedStart(error, program)));
    child.once('close', (code) => resolve({ succeeded: code === 0, output }));
  });
}

/** Resolves with a sentence when the program has ended, or could not be started at all. */
export function endOf(child: ChildProcess, program: string): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(explainRefusedStart(error, program).message));
    child.once('exit', (code, signal) =>
      resolve(signal ? `it was ended by ${signal}` : `it ended with code ${code}`),
    );
  });
}

function explainRefusedStart(error: Error, program: string): EmbeddedPostgresError {
  const why =
    isSystemError(error, 'ENOENT') && existsSync(program)
      ? 'the file is there, but this system cannot run it (the programs need glibc; Alpine Linux has another library)'
      : error.message;
  return new EmbeddedPostgresError(
    `Expected to run ${program}, but: ${why}. Set DATABASE_URL to a PostgreSQL of your own.`,
    { cause: error },
  );
}
