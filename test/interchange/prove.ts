import { strict as assert } from 'node:assert';
import {
  type ExchangeEvent,
  type ExchangeFile,
  type MemoryEntry,
  type UnitRead,
  type XliffOptions,
  readXliff,
  writePo,
  writeTmx,
  writeXliff,
} from '#localization';
import { fillWithOmegat } from './fill-with-omegat.js';
import type { Teller } from './program.js';
import {
  checkWithMsgfmt,
  readWithTranslateToolkit,
  type ToolkitUnit,
} from './read-with-translate-toolkit.js';
import { SAMPLE, SAMPLE_MEMORY } from './sample.js';
import { validateByXsd } from './validate-by-xsd.js';

export interface Proof extends Teller {
  /** writes a file and gives its path */
  write: (name: string, pieces: AsyncIterable<string>) => Promise<string>;
  /** what is exchanged; a sample of every state where it is left out */
  file?: ExchangeFile;
  memory?: readonly MemoryEntry[];
}

const TOOL = { name: 'Baton', version: '0' };
const WAYS: Readonly<Record<string, XliffOptions>> = {
  'plain.xlf': { version: '1.2', tool: TOOL },
  'prefilled.xlf': { version: '1.2', profile: 'prefilled', tool: TOOL },
  'modern.xlf': { version: '2.1', tool: TOOL },
};

/**
 * Shows our files to tools that we did not write. What is not installed is left out, and said.
 * @throws where one of them sees something else than we wrote
 */
export async function proveInterchange(proof: Proof): Promise<void> {
  await proveSchemas(proof);
  await proveToolkit(proof);
  await proveOmegat(proof);
}

async function proveSchemas(proof: Proof): Promise<void> {
  const { say, write, file = SAMPLE } = proof;
  for (const [name, options] of Object.entries(WAYS)) {
    const path = await write(name, writeXliff([file], options));
    const isValid = await validateByXsd([path], options.version, proof);
    if (isValid !== null) say(`${name}: valid by the schema of ${options.version}`);
  }
}

async function proveToolkit(proof: Proof): Promise<void> {
  const { say, write, file = SAMPLE } = proof;
  const keys: string[] = [];
  for await (const { key } of file.units) keys.push(key);
  const options = { version: '1.2', tool: TOOL } as const;
  const plain = await write('plain.xlf', writeXliff([file], options));
  const po = await write('units.po', writePo(file, { tool: TOOL }));
  if ((await checkWithMsgfmt(po, proof)) !== null) say('units.po: msgfmt takes it');
  const read = await readWithTranslateToolkit([plain, po], proof);
  if (read === null) return;
  for (const [index, name] of ['plain.xlf', 'units.po'].entries()) {
    const units: ToolkitUnit[] = read[index]!;
    assert.equal(units.length, keys.length, `translate-toolkit sees other units in ${name}.`);
    const fuzzy = units.filter(({ isFuzzy }) => isFuzzy).length;
    say(`${name}: translate-toolkit sees ${units.length} units, ${fuzzy} of them fuzzy`);
  }
}

async function proveOmegat(proof: Proof): Promise<void> {
  const { say, write, file = SAMPLE, memory = SAMPLE_MEMORY } = proof;
  const { sourceLocale, targetLocale } = file;
  const options = { version: '1.2', profile: 'prefilled', tool: TOOL } as const;
  const path = await write('prefilled.xlf', writeXliff([file], options));
  const memoryPath = await write('memory.tmx', writeTmx(memory, { tool: TOOL, sourceLocale }));
  const work = { files: [path], memory: memoryPath, sourceLocale, targetLocale };
  const filled = await fillWithOmegat(work, proof);
  if (filled === null) return;
  const before = await unitsOf(writeXliff([file], options));
  const after = await unitsOf(filled);
  assert.deepEqual(
    after.map(({ key, source }) => [key, source]),
    before.map(({ key, source }) => [key, source]),
  );
  const changed = after.filter(({ target }, index) => target !== before[index]?.target);
  say(
    `prefilled.xlf: OmegaT gives back ${after.length} units, ${changed.length} of them filled from our memory`,
  );
  assert.ok(changed.length > 0, 'OmegaT has filled nothing.');
}

async function unitsOf(chunks: AsyncIterable<string> | Iterable<string>): Promise<UnitRead[]> {
  const events: ExchangeEvent[] = [];
  for await (const event of readXliff(chunks)) events.push(event);
  return events.filter((event) => event.kind === 'unit');
}
