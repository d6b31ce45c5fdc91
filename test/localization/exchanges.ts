import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { XliffVersion } from '#localization';
import { download } from '../download.js';
import { fillWithOmegat } from '../interchange/fill-with-omegat.js';
import { readWithTranslateToolkit } from '../interchange/read-with-translate-toolkit.js';
import { validateByXsd } from '../interchange/validate-by-xsd.js';
import { read } from '../line.js';
import { holds } from '../proofs/holds.js';
import type { Ground } from './ground.js';
import { allSegments } from './variants.js';

/** A variant that is exchanged, in the hands of its translator. */
export interface Exchanged {
  id: string;
  slug: string;
  sourceLocale: string;
  locale: string;
}

interface Way {
  name: string;
  version: XliffVersion;
  query: string;
}

const WAYS: readonly Way[] = [
  { name: 'plain', version: '1.2', query: 'version=1.2' },
  { name: 'prefilled', version: '1.2', query: 'version=1.2&profile=prefilled' },
  { name: 'modern', version: '2.1', query: 'version=2.1' },
];

/** What came of one file, as the API reports it. */
interface Report {
  outcome: string;
  units: number;
  changed: number;
  unchanged: number;
  setAside: { code: string }[];
}

/** Takes every variant out in every form, shows the files to other tools, and brings them back untouched. */
export async function proveExports(ground: Ground, variants: Exchanged[]): Promise<void> {
  const { say, translator } = ground;
  const counts = new Map<string, number>();
  for (const { id } of variants) counts.set(id, (await allSegments(translator, id)).length);
  for (const way of WAYS) {
    const files = [];
    for (const variant of variants) files.push(await exported(ground, variant, way));
    const valid = await validateByXsd(files, way.version, ground);
    const verdict = valid === null ? '' : `valid by the schema of ${way.version}, `;
    const read = way.version === '1.2' ? await readWithTranslateToolkit(files, ground) : null;
    for (const [index, { id, slug, locale }] of variants.entries()) {
      if (read === null) break;
      const seen = read[index]!.length;
      holds(`${slug} ${locale}, units of translate-toolkit`, counts.get(id), seen);
    }
    const seen = read === null ? '' : `${sum(read.map((units) => units.length))} units seen, `;
    for (const [index, variant] of variants.entries()) {
      await bringBack(ground, variant, files[index]!);
    }
    say(
      `XLIFF ${way.version} ${way.name}: ${files.length} files, ${sum([...counts.values()])} segments: ${verdict}${seen}untouched they change nothing.`,
    );
  }
}

async function exported({ translator, files }: Ground, variant: Exchanged, { name, query }: Way) {
  const path = join(files, `${variant.slug}.${variant.locale}.${name}.xlf`);
  await writeFile(path, await download(translator, `/v1/items/${variant.id}/xliff?${query}`));
  return path;
}

/** A file that nobody touched leaves no trace. */
async function bringBack(ground: Ground, variant: Exchanged, path: string): Promise<void> {
  const { version } = await read(ground.translator, variant.id);
  const report = await imported(ground, variant, await readFile(path, 'utf8'));
  const name = `${variant.slug} ${variant.locale}, untouched`;
  const { outcome, changed, setAside } = report;
  holds(name, ['unchanged', 0, []], [outcome, changed, setAside]);
  holds(`${name}, version`, version, (await read(ground.translator, variant.id)).version);
}

async function imported({ translator }: Ground, { id }: Exchanged, file: string): Promise<Report> {
  const { body, status } = await translator.upload(`/v1/items/${id}/xliff`, file);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return (body as { files: Report[] }).files[0]!;
}

/** Lets OmegaT fill the prefilled files of one locale from our memory, and brings them back, twice. */
export async function proveOmegat(ground: Ground, variants: Exchanged[]): Promise<void> {
  const { say, translator } = ground;
  const { sourceLocale, locale } = variants[0]!;
  const address = `/v1/memory/tmx?sourceLocale=${sourceLocale}&targetLocale=${locale}`;
  const memory = join(ground.files, `memory.${locale}.tmx`);
  await writeFile(memory, await download(translator, address));
  const files = [];
  for (const variant of variants) files.push(await exported(ground, variant, WAYS[1]!));
  const work = { files, memory, sourceLocale, targetLocale: locale };
  const filled = await fillWithOmegat(work, ground);
  if (filled === null) return;
  for (const [index, variant] of variants.entries()) {
    const name = `${variant.slug} ${locale}`;
    const known = await exactlyKnown(ground, variant);
    const report = await imported(ground, variant, filled[index]!);
    const { version } = await read(translator, variant.id);
    const again = await imported(ground, variant, filled[index]!);
    holds(`${name}, the same file again`, 0, again.changed);
    holds(`${name}, version`, version, (await read(translator, variant.id)).version);
    say(
      `${name}: OmegaT fills from our memory, which knows ${known} exactly: ${inWords(report)}; again: none changed.`,
    );
  }
}

async function exactlyKnown({ translator }: Ground, { id }: Exchanged): Promise<number> {
  const { body } = await translator.get(`/v1/items/${id}/leverage`);
  const { context, exact } = body as Record<'context' | 'exact', { units: number }>;
  return context.units + exact.units;
}

function inWords({ units, changed, unchanged, setAside }: Report): string {
  const codes = new Map<string, number>();
  for (const { code } of setAside) codes.set(code, (codes.get(code) ?? 0) + 1);
  const why = [...codes].map(([code, count]) => `${count} ${code}`).join(', ');
  return `of ${units} units ${changed} changed, ${unchanged} unchanged, ${setAside.length} set aside${why === '' ? '' : ` (${why})`}`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
