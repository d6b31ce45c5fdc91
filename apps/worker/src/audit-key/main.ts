import 'reflect-metadata';
import { publicBytes, verifierOf } from '#domain';
import { dataSourceOptions, readSettings, rotateAuditKey } from '#engine';
import type { KeyObject } from 'node:crypto';
import { rmSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { WorkerSettings } from '../settings.js';
import { makeKeyFile, signingKeyFrom } from './private-key.js';

// Keys that checkpoints are signed with:
//   node dist/apps/worker/src/audit-key/main.js make audit-key.pem      the first one of an installation
//   node dist/apps/worker/src/audit-key/main.js rotate new-key.pem      the next one, stated by that of AUDIT_KEY_FILE
//   node dist/apps/worker/src/audit-key/main.js replace new-key.pem     the next one where the one before is lost

const COMMANDS = ['make', 'rotate', 'replace'] as const;
const [command, file] = process.argv.slice(2);

try {
  const known = COMMANDS.find((each) => each === command);
  if (known === undefined || file === undefined) {
    throw new Error(`Expected ${COMMANDS.join(', ')} and a file that is not there yet.`);
  }
  switch (known) {
    case 'make':
      makeKeyFile(file);
      console.log(`A key is in ${file}. Set AUDIT_KEY_FILE to it for every worker.`);
      break;
    case 'rotate':
    case 'replace':
      await putInForce(file, known);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

/** Makes a key and puts it in force; takes the file away again where that fails. */
async function putInForce(path: string, how: 'rotate' | 'replace'): Promise<void> {
  const settings = readSettings(WorkerSettings, process.env);
  const stating = how === 'rotate' ? signingKeyFrom(settings) : null;
  if (how === 'rotate' && stating === null) {
    throw new Error(
      'Expected the key that is in force in AUDIT_KEY_FILE or AUDIT_KEY; found none.',
    );
  }
  const key = makeKeyFile(path);
  try {
    const number = await store(settings.DATABASE_URL, { key, stating });
    const verifier = verifierOf({ name: '<origin>', publicKey: publicBytes(key) });
    console.log(
      [
        `Key ${number} is in force and in ${path}: ${verifier.split('+').at(-1)}`,
        'Set AUDIT_KEY_FILE to it for every worker and start them again; until then they sign nothing.',
        stating === null
          ? 'No key states it: tell it to whoever pinned an earlier one.'
          : 'The key before it states it. Destroy that one once the workers run.',
      ].join('\n'),
    );
  } catch (error) {
    rmSync(path);
    throw error;
  }
}

async function store(
  url: string,
  { key, stating }: { key: KeyObject; stating: KeyObject | null },
): Promise<number> {
  const options = dataSourceOptions({ url, poolSize: 2, applicationName: 'baton-audit-key' });
  const dataSource = await new DataSource(options).initialize();
  try {
    return await rotateAuditKey(dataSource, { key, stating });
  } finally {
    await dataSource.destroy();
  }
}
