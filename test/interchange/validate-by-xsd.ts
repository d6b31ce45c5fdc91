import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { XliffVersion } from '#localization';
import { filesOfPackage, printedBy, type Teller } from './program.js';

const SCHEMAS: Readonly<Record<XliffVersion, string>> = {
  '1.2': 'xliff-core-1.2-strict.xsd',
  '2.1': 'xliff-core-2.0.xsd',
};

/**
 * Whether xmllint finds files valid by the schema of their version, or null where one of the two is not installed. The
 * core of 2.1 has the schema of 2.0; modules are not checked.
 * @throws with the sentences of xmllint where one is not
 */
export async function validateByXsd(
  files: string[],
  version: XliffVersion,
  teller: Teller,
): Promise<true | null> {
  const schemas = await filesOfPackage('php-symfony-translation', teller);
  const program = await filesOfPackage('libxml2-utils', teller);
  if (schemas === null || program === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'baton-xsd-'));
  try {
    for (const schema of schemas.filter((path) => path.endsWith('.xsd'))) {
      const text = await readFile(schema, 'utf8');
      await writeFile(join(folder, basename(schema)), withLocalImports(text));
    }
    await printedBy(
      'xmllint',
      '--nonet',
      '--noout',
      '--schema',
      join(folder, SCHEMAS[version]),
      ...files,
    );
    return true;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The schemas look for `xml.xsd` at addresses that no copy of them has. */
function withLocalImports(schema: string): string {
  return schema.replaceAll(/schemaLocation="[^"]*xml\.xsd"/gu, 'schemaLocation="xml.xsd"');
}
