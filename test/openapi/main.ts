import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOfRoutes } from '../../apps/api/src/index.js';
import {
  CLIENT_TYPES_FILE,
  clientTypesModule,
  OPERATION_TEXTS_FILE,
  operationTextsModule,
} from './generated.js';

/**
 * Writes what is derived from the API: the texts of its operations, then, in a process that has read them, the types of
 * the client and the document itself.
 */
const ROOT = join(import.meta.dirname, '../../..');
const DOCUMENT = 'dist/openapi.json';

if (process.argv[2] === undefined) {
  write(OPERATION_TEXTS_FILE, operationTextsModule(ROOT));
  build();
  const second = [import.meta.filename, 'document'];
  process.exitCode = spawnSync(process.execPath, second, { stdio: 'inherit' }).status ?? 1;
} else {
  write(CLIENT_TYPES_FILE, await clientTypesModule());
  write(DOCUMENT, `${JSON.stringify(await documentOfRoutes(), null, 2)}\n`);
}

function write(file: string, text: string): void {
  const place = join(ROOT, file);
  const isNew = readOrNothing(place) !== text;
  if (isNew) writeFileSync(place, text);
  console.log(`${file}: ${isNew ? 'written' : 'as it was'}`);
}

function readOrNothing(place: string): string | null {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    return null;
  }
}

/** Types that do not fit yet are what this is run for; the compiler writes all the same. */
function build(): void {
  spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript7/bin/tsc')], { cwd: ROOT });
}
