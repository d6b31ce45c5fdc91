// What `npm start`, `npm test`, and `npm run` with baton, bench, openapi, proof, proof:fuzz, proof:localization and
// proof:webhooks begin with, on a machine that has only Node and npm: install what is missing, build what has changed,
// then run. Uses nothing but Node itself.
// `npm start` needs no other command before it, which is why this one file is not compiled.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const OLDEST_NODE = [20, 19];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT = process.ppid;

const [command, ...rest] = process.argv.slice(2);

const COMMANDS = {
  start: ['dist/apps/standalone/src/main.js'],
  baton: ['dist/apps/cli/src/main.js'],
  bench: ['dist/test/bench/main.js'],
  proof: ['dist/test/proofs/main.js'],
  'proof:localization': ['dist/test/localization/main.js'],
  'proof:webhooks': ['dist/test/proofs/webhooks/main.js'],
  'proof:fuzz': ['dist/test/fuzz/main.js'],
  openapi: ['dist/test/openapi/main.js'],
  test: [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
  ],
};

refuseOldNode();
if (!Object.hasOwn(COMMANDS, command)) {
  fail(`Expected one of ${Object.keys(COMMANDS).join(', ')}; found ${command}.`);
}
await install();
await build();
const [program, ...flags] = COMMANDS[command].toReversed();
process.exitCode = await run(process.execPath, [...flags, join(ROOT, program), ...rest], {
  // Paths in arguments are meant from where the command was given.
  cwd: command === 'baton' ? (process.env.INIT_CWD ?? ROOT) : ROOT,
});

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    fail(`Expected Node ${OLDEST_NODE.join('.')} or newer; found ${process.versions.node}.`);
  }
}

/** Installs exactly what the lockfile says, once for each lockfile. */
async function install() {
  const marker = join(ROOT, 'node_modules/.installed');
  const wanted = digestOf([join(ROOT, 'package-lock.json')]);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  say('Installing packages (about a minute, once)…');
  const npm = process.env.npm_execpath;
  const status =
    npm === undefined
      ? await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
          cwd: ROOT,
          quiet: true,
        })
      : await run(process.execPath, [npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
          cwd: ROOT,
          quiet: true,
        });
  if (status !== 0) fail('The packages could not be installed; npm says why above.');
  writeFileSync(marker, wanted);
}

/** Compiles when a source is newer than what was compiled last. */
async function build() {
  const marker = join(ROOT, 'dist/.built');
  const sources = ['apps', 'libs', 'migrations', 'test'].flatMap((folder) =>
    sourcesIn(join(ROOT, folder)),
  );
  const wanted = digestOf([
    join(ROOT, 'package-lock.json'),
    join(ROOT, 'tsconfig.json'),
    ...sources,
  ]);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  say('Building…');
  const status = await run(process.execPath, ['node_modules/typescript7/bin/tsc'], { cwd: ROOT });
  // What is derived from the API is made anew by a program that the compiler has written even where types do not fit yet.
  if (status !== 0 && command === 'openapi') return;
  if (status !== 0) fail('The build failed; the compiler says why above.');
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, wanted);
}

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .toSorted();
}

function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(`${file}\n${statSync(file).size}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

/** Runs a program to its end and gives its status. A signal meant for this process is passed on to it. */
function run(program, parameters, { cwd, quiet = false }) {
  const child = spawn(program, parameters, {
    cwd,
    stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
  });
  const pass = () => child.kill('SIGTERM');
  for (const signal of SIGNALS) process.on(signal, pass);
  // Who ends npm ends the shell between npm and this process, and nobody passes the signal on.
  setInterval(() => process.ppid !== PARENT && pass(), 500).unref();
  return new Promise((resolve) => {
    child.once('error', (error) => fail(`${program} could not be started: ${error.message}`));
    child.once('exit', (status) => {
      for (const signal of SIGNALS) process.off(signal, pass);
      resolve(status ?? 128);
    });
  });
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
