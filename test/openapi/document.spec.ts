import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentOfRoutes } from '../../apps/api/src/index.js';
import { operationsIn } from '../../apps/api/src/openapi/operations.js';
import {
  looseObjects,
  unknownValidators,
  validatedClasses,
} from '../../apps/api/src/openapi/validator-limits.js';
import {
  CLIENT_TYPES_FILE,
  clientTypesModule,
  OPERATION_TEXTS_FILE,
  operationTextsModule,
} from './generated.js';
import { lackingIn } from './rules.js';

const ROOT = join(import.meta.dirname, '../..');
const inRoot = (file: string) => readFileSync(join(ROOT, file), 'utf8');

type Document = Awaited<ReturnType<typeof documentOfRoutes>>;
let document: Document;

beforeAll(async () => {
  document = await documentOfRoutes();
});

describe('the OpenAPI document', () => {
  it('lacks nothing for any operation', () => {
    expect(lackingIn(document)).toEqual({});
  });

  it('names each operation and each schema once', () => {
    const ids = operationsIn(document).map(({ operation }) => operation.operationId);
    expect(ids.length).toBe(new Set(ids).size);
    const names = classesIn(join(ROOT, 'apps/api/src'));
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    expect(twice.filter((name) => document.components!.schemas![name] !== undefined)).toEqual([]);
  });

  it('describes every tag that is used, and no other', () => {
    const used = operationsIn(document).flatMap(({ operation }) => operation.tags ?? []);
    expect(document.tags!.map(({ name }) => name)).toEqual([...new Set(used)].toSorted());
  });

  it('has a limit for what every validator says', () => {
    expect(validatedClasses().filter(isOfTheApi).flatMap(unknownValidators)).toEqual([]);
  });

  it('takes no list where it asks for an object', () => {
    expect(validatedClasses().flatMap(looseObjects)).toEqual([]);
  });

  it('has the version of the product', () => {
    const { version } = JSON.parse(inRoot('package.json')) as { version: string };
    expect(document.info.version).toBe(version);
  });
});

/** Nest takes classes of one name for one schema, and says nothing. */
function classesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(/^(?:export )?class (\w+)/gmu),
    ])
    .map(([, name]) => name!);
}

/** Settings have validators too, and are no part of the API. */
function isOfTheApi({ name }: { name: string }): boolean {
  return !name.endsWith('Settings');
}

describe('what is derived from the API', () => {
  it('are the texts of its operations; if not, run `npm run openapi`', () => {
    expect(inRoot(OPERATION_TEXTS_FILE) === operationTextsModule(ROOT)).toBe(true);
  });

  it('are the types of its client; if not, run `npm run openapi`', async () => {
    expect(inRoot(CLIENT_TYPES_FILE) === (await clientTypesModule())).toBe(true);
  });
});

/** Both take some ten seconds, and far more where everything else runs beside them. */
const LINT_MS = 300_000;

describe('other people’s linters', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-openapi-'));
  const file = join(folder, 'openapi.json');
  let redocly: Promise<Finished>;
  let spectral: Promise<Finished>;

  // They take seconds, so each begins while the other runs.
  beforeAll(() => {
    writeFileSync(file, JSON.stringify(document));
    const redoclyConfig = join(ROOT, 'test/openapi/redocly.yaml');
    redocly = run('@redocly/cli/bin/cli.js', 'lint', file, '--config', redoclyConfig);
    const rules = [
      '--ruleset',
      join(ROOT, 'test/openapi/spectral.yaml'),
      '--fail-severity',
      'hint',
    ];
    spectral = run('@stoplight/spectral-cli/dist/index.js', 'lint', file, ...rules);
  });

  afterAll(async () => {
    await Promise.all([redocly, spectral]);
    rmSync(folder, { recursive: true });
  }, LINT_MS);

  it(
    'find nothing: Redocly, with everything that it recommends as an error',
    async () => {
      expect(await redocly).toEqual({ status: 0, said: expect.stringContaining('is valid') });
    },
    LINT_MS,
  );

  it(
    'find nothing: Spectral, with all of its rules and those of OWASP but for the exceptions that are named',
    async () => {
      expect(await spectral).toEqual({ status: 0, said: expect.stringContaining('No results') });
    },
    LINT_MS,
  );
});

interface Finished {
  status: number | null;
  said: string;
}

/** Runs a program of a package to its end, without the network. */
async function run(program: string, ...parameters: string[]): Promise<Finished> {
  const offline = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...parameters], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', ...offline },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  }
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, said };
}
