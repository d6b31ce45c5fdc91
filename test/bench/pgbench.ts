import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figures, figuresOf, type Sample } from './latencies.js';
import { type PlainTransition, SELECT_AT } from './plain-transition.js';
import { SESSION_OPTIONS } from './sql-load.js';

/** A pgbench that runs on this machine. */
export interface Pgbench {
  program: string;
  /** for instance `pgbench (PostgreSQL) 15.14` */
  version: string;
}

/** Looks along PATH, and where pg_config says that PostgreSQL's programs are. */
export function findPgbench(): Pgbench | null {
  const { stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const programs = ['pgbench', ...(stdout ? [join(stdout.trim(), 'pgbench')] : [])];
  for (const program of programs) {
    const asked = spawnSync(program, ['--version'], { encoding: 'utf8' });
    if (asked.status === 0) return { program, version: asked.stdout.trim() };
  }
  return null;
}

/** Shorter, and a slow machine is still busy with connecting. */
const SECONDS_AT_LEAST = 2;

/** One round. Takes plain items from the number `from` on; `next` is the first that it certainly left alone. */
export async function runPgbench(
  { program }: Pgbench,
  round: {
    url: string;
    folder: string;
    transition: PlainTransition;
    connections: number;
    seconds: number;
    from: number;
  },
): Promise<{ figures: Figures; next: number }> {
  const { transition, connections, seconds, from } = round;
  const folder = mkdtempSync(join(round.folder, 'pgbench-'));
  try {
    const script = join(folder, 'transition.sql');
    const log = join(folder, 'log');
    writeFileSync(script, scriptOf(transition));
    const defined = { ...transition.constants, turn: -1, first: from, connections };
    await run(program, round.url, [
      '--no-vacuum',
      '--protocol=prepared',
      `--client=${connections}`,
      `--time=${Math.max(SECONDS_AT_LEAST, Math.ceil(seconds))}`,
      `--file=${script}`,
      '--log',
      `--log-prefix=${log}`,
      ...Object.entries(defined).map(([name, value]) => `--define=${name}=${value}`),
    ]);
    const samples = readdirSync(folder)
      .filter((name) => name.startsWith('log.'))
      .flatMap((name) => samplesIn(readFileSync(join(folder, name), 'utf8')));
    const most = Math.max(...countByConnection(samples));
    return { figures: figuresOf(samples), next: from + (most + 1) * connections };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each client counts its turns, so that no two of them take the same item. */
function scriptOf({ statements }: PlainTransition): string {
  const lines = statements.map((statement, index) => {
    const line = statement.replaceAll(/\s+/gu, ' ');
    return index === SELECT_AT ? `${line} \\gset` : `${line};`;
  });
  return [
    String.raw`\set turn :turn + 1`,
    String.raw`\set number :first + :turn * :connections + :client_id`,
    ...lines,
    '',
  ].join('\n');
}

async function run(program: string, url: string, parameters: string[]): Promise<void> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const child = spawn(program, [...parameters, pathname.slice(1)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      PGHOST: hostname,
      PGPORT: port === '' ? '5432' : port,
      PGUSER: decodeURIComponent(username),
      PGPASSWORD: decodeURIComponent(password),
      PGOPTIONS: SESSION_OPTIONS,
    },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (status !== 0) throw new Error(`pgbench ended with ${String(status)}: ${said.slice(-2000)}`);
}

/** A line of the log: client, number of its transaction, microseconds it took, script, and the second and microsecond of its end. */
function samplesIn(log: string): Sample[] {
  return log
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [client, , took, , second, microsecond] = line.split(' ').map(Number);
      return {
        connection: client!,
        endedAtMs: second! * 1000 + microsecond! / 1000,
        tookMs: took! / 1000,
      };
    });
}

function countByConnection(samples: Sample[]): number[] {
  const counts: number[] = [];
  for (const { connection } of samples) counts[connection] = (counts[connection] ?? 0) + 1;
  return counts;
}
