import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Finished {
  status: number;
  output: string;
  errors: string;
}

/** Runs the compiled command line to its end, as a user would, against a server. */
export async function baton(
  parameters: string[],
  server: { url: string; key: string },
): Promise<Finished> {
  const program = join(process.cwd(), 'dist/apps/cli/src/main.js');
  const child = spawn(process.execPath, [program, ...parameters], {
    env: { ...process.env, BATON_URL: server.url, BATON_KEY: server.key },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const status = await new Promise<number>((resolve) =>
    child.once('close', (code) => resolve(code ?? 1)),
  );
  return { status, output, errors };
}
