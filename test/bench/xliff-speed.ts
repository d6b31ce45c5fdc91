import {
  type ExchangeFile,
  type ExchangeUnit,
  readXliff,
  segmentBody,
  writeXliff,
  XLIFF_VERSIONS,
  type XliffVersion,
} from '#localization';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { SaxesParser } from 'saxes';
import { TOOL } from '../../apps/api/src/interchange/exchange-files.js';
import { inCapitals, libraryTexts } from './library-texts.js';
import type { LocalizationPlan } from './localization-plan.js';

/** How long a document of one version takes in each round, in milliseconds. */
export interface XliffTimes {
  version: XliffVersion;
  units: number;
  bytes: number;
  writtenMs: number[];
  readMs: number[];
  /** read by the XML parser beneath it, and nothing done with that */
  parsedMs: number[];
  /** megabytes of the heap at most beyond those before, in a run of its own */
  heapMb: { written: number; read: number };
}

/** Units of one item in a document. */
const UNITS_OF_AN_ITEM = 500;

/** More than the 20 MB that an import takes, so that growth would show. */
const ANY_SIZE = { bytes: Infinity };

/** Throws where not every unit comes back. */
export async function timeXliff(plan: LocalizationPlan): Promise<XliffTimes[]> {
  const { xliffUnits, xliffRounds } = plan;
  const units = translatedUnits();
  const found: XliffTimes[] = [];
  for (const version of XLIFF_VERSIONS) {
    const written = () => writeXliff(filesOf(units, xliffUnits), { version, tool: TOOL });
    const chunks: Buffer[] = [];
    for await (const piece of written()) chunks.push(Buffer.from(piece));
    const times: Omit<XliffTimes, 'heapMb'> = {
      version,
      units: xliffUnits,
      bytes: chunks.reduce((sum, { length }) => sum + length, 0),
      writtenMs: [],
      readMs: [],
      parsedMs: [],
    };
    const read = () => readAll(chunks, xliffUnits);
    await read();
    for (let round = 1; round <= xliffRounds; round += 1) {
      times.writtenMs.push(await msOf(() => through(written())));
      times.parsedMs.push(await msOf(() => parseAll(chunks)));
      times.readMs.push(await msOf(read));
    }
    const heapMb = {
      written: await heapOf(written()),
      read: await heapOf(readXliff(chunks, ANY_SIZE)),
    };
    found.push({ ...times, heapMb });
  }
  return found;
}

/** Units as they come out of a library, their words in capitals for a translation. */
function translatedUnits(): Omit<ExchangeUnit, 'key'>[] {
  return libraryTexts(120_000).flatMap(({ locale, body }) =>
    segmentBody(body, { locale }).units.map(({ kind, source, hash }) => ({
      kind,
      source,
      sourceHash: hash,
      target: inCapitals(source),
      state: 'translated' as const,
    })),
  );
}

function* filesOf(
  units: readonly Omit<ExchangeUnit, 'key'>[],
  count: number,
): Generator<ExchangeFile> {
  for (let start = 0; start < count; start += UNITS_OF_AN_ITEM) {
    const number = start / UNITS_OF_AN_ITEM;
    yield {
      itemId: `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`,
      slug: `page-${number}`,
      title: `Page ${number}`,
      sourceLocale: 'en-US',
      targetLocale: 'de-DE',
      sourceDigest: 'f'.repeat(64),
      itemVersion: 7,
      units: unitsOf(units, { start, until: Math.min(count, start + UNITS_OF_AN_ITEM) }),
    };
  }
}

function* unitsOf(
  units: readonly Omit<ExchangeUnit, 'key'>[],
  { start, until }: { start: number; until: number },
): Generator<ExchangeUnit> {
  for (let number = start; number < until; number += 1) {
    yield { ...units[number % units.length]!, key: `u${number}` };
  }
}

async function through(pieces: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of pieces);
}

async function readAll(chunks: readonly Buffer[], wanted: number): Promise<void> {
  let units = 0;
  for await (const event of readXliff(chunks, ANY_SIZE)) if (event.kind === 'unit') units += 1;
  if (units !== wanted) throw new Error(`Expected ${wanted} units back; found ${units}.`);
}

function parseAll(chunks: readonly Buffer[]): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', () => undefined);
  parser.on('text', () => undefined);
  parser.on('closetag', () => undefined);
  const decoder = new TextDecoder();
  for (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
  return Promise.resolve();
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Looked at after a collection, so that only what is held counts. */
async function heapOf(pieces: AsyncIterable<unknown>): Promise<number> {
  const collect = collector();
  collect();
  const before = process.memoryUsage().heapUsed;
  let most = before;
  let next = performance.now();
  for await (const _ of pieces) {
    if (performance.now() < next) continue;
    collect();
    most = Math.max(most, process.memoryUsage().heapUsed);
    next = performance.now() + COLLECT_EVERY_MS;
  }
  return (most - before) / 1_000_000;
}

const COLLECT_EVERY_MS = 50;

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
