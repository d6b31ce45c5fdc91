import { type Desk, newId, poolOf, TranslationDesk } from '#engine';
import { type ExchangeFile, writeXliff } from '#localization';
import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { exchangeFileOf, TOOL } from '../../apps/api/src/interchange/exchange-files.js';
import type { ImportReport } from '../../apps/api/src/interchange/interchange.dto.js';
import type { ApiProcess } from './api-process.js';
import { inCapitals, textOfUnits } from './library-texts.js';
import type { LocalizationPlan } from './localization-plan.js';
import { residentMb, watchMemory } from './process-usage.js';
import type { Line } from './seed.js';
import { seedVariants } from './variants.js';

/** Translations brought in by the API in XLIFF files; a figure for each file. */
export interface ImportTimes {
  variants: number;
  units: number;
  files: number;
  /** of the files together */
  bytes: number;
  unitsPerSecond: number[];
  /** the same files once more: nothing changes */
  againPerSecond: number[];
  /** the same rows of segments and of their changes in plain SQL, a statement of each a variant */
  plainPerSecond: number[];
  /**
   * Of the API: before, at most during the import of a tenth as many units, and during each of the files of all of them,
   * the first time and once more.
   */
  memoryMb: { before: number; tenth: number; files: number[]; again: number[] };
}

interface File {
  variantIds: string[];
  units: number;
  bytes: Buffer;
}

/** Throws where the database does not show what was sent. */
export async function measureImport(
  plan: LocalizationPlan,
  given: { api: ApiProcess; dataSource: DataSource; line: Line; settle: () => Promise<void> },
): Promise<ImportTimes> {
  const { api, dataSource, line, settle } = given;
  const pool = poolOf(dataSource);
  const { tenth, files } = await filesOf(plan, { dataSource, line });
  await settle();
  const send = async (file: File) => {
    const watch = watchMemory(api.pid);
    const sent = await importFile(file, { port: api.port, key: line.key });
    return { ...sent, memoryMb: watch.stop() };
  };
  const memoryMb: ImportTimes['memoryMb'] = {
    before: residentMb(api.pid),
    tenth: 0,
    files: [],
    again: [],
  };
  const first = await send(tenth);
  expectCount('changed', first.changed, tenth.units);
  memoryMb.tenth = first.memoryMb;
  const unitsPerSecond: number[] = [];
  for (const file of files) {
    const { changed, perSecond, memoryMb: most } = await send(file);
    expectCount('changed', changed, file.units);
    unitsPerSecond.push(perSecond);
    memoryMb.files.push(most);
  }
  const written = await countWritten(pool, line);
  const wanted = tenth.units + files.reduce((sum, { units }) => sum + units, 0);
  expectCount('rows of segments', written.segments, wanted);
  expectCount('changes of segments', written.changes, wanted);
  const againPerSecond: number[] = [];
  const plainPerSecond: number[] = [];
  const elsewhere = newId();
  for (const file of files) {
    const { unchanged, perSecond, memoryMb: most } = await send(file);
    expectCount('unchanged', unchanged, file.units);
    againPerSecond.push(perSecond);
    memoryMb.again.push(most);
    plainPerSecond.push(await writePlainly(pool, file, { from: line.workspaceId, to: elsewhere }));
  }
  const after = await countWritten(pool, line);
  expectCount('rows of segments', after.segments, written.segments);
  expectCount('entries', after.entries, written.entries);
  return {
    variants: files.reduce((sum, { variantIds }) => sum + variantIds.length, 0),
    units: wanted - tenth.units,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    unitsPerSecond,
    againPerSecond,
    plainPerSecond,
    memoryMb,
  };
}

/** One locale for the tenth, and as many as the plan says for the others, some in each file. */
async function filesOf(
  { importSources, importLocales, importUnits, importFiles }: LocalizationPlan,
  { dataSource, line }: { dataSource: DataSource; line: Line },
): Promise<{ tenth: File; files: File[] }> {
  // The title is a unit too.
  const bodies = Array.from({ length: importSources }, (_, index) =>
    textOfUnits(importUnits - 1, index),
  );
  const locales = LOCALES.slice(0, importLocales + 1);
  const variantIds = await seedVariants(dataSource, line, { bodies, locales });
  const desk = new TranslationDesk();
  const fileOf = async (some: string[]): Promise<File> => {
    const ids = some.flatMap((locale) => variantIds.get(locale)!);
    const desks = await desk.layMany(poolOf(dataSource), line.workspaceId, ids);
    const pieces: string[] = [];
    const options = { version: '1.2', profile: 'plain', tool: TOOL } as const;
    for await (const piece of writeXliff(desks.map(translated), options)) pieces.push(piece);
    const units = desks.reduce((sum, { text }) => sum + text.units.length, 0);
    return { variantIds: ids, units, bytes: Buffer.from(pieces.join('')) };
  };
  const [small, ...rest] = locales;
  const size = Math.ceil(rest.length / importFiles);
  const files: File[] = [];
  for (let start = 0; start < rest.length; start += size) {
    files.push(await fileOf(rest.slice(start, start + size)));
  }
  return { tenth: await fileOf([small!]), files };
}

export const LOCALES =
  'de-DE fr-FR es-ES it-IT nl-NL pl-PL sv-SE da-DK fi-FI cs-CZ pt-BR tr-TR ro-RO hu-HU el-GR uk-UA ja-JP ko-KR zh-Hans-CN ar-SA'.split(
    ' ',
  );

function translated(desk: Desk): ExchangeFile {
  const units = desk.text.units.map((unit) => ({
    key: unit.key,
    kind: unit.kind,
    source: unit.source,
    sourceHash: unit.hash,
    target: inCapitals(unit.source),
    state: 'translated' as const,
  }));
  return { ...exchangeFileOf(desk), units };
}

async function importFile(
  { bytes, units }: File,
  { port, key }: { port: number; key: string },
): Promise<{ changed: number; unchanged: number; perSecond: number }> {
  const started = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/v1/xliff`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' },
    body: bytes,
  });
  const text = await response.text();
  const seconds = (performance.now() - started) / 1000;
  if (response.status !== 200) throw new Error(`Expected 200; found ${response.status}: ${text}`);
  const { files } = JSON.parse(text) as ImportReport;
  const sum = (of: 'changed' | 'unchanged') => files.reduce((all, each) => all + each[of], 0);
  return {
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    perSecond: units / seconds,
  };
}

async function countWritten(
  pool: Pool,
  { workspaceId }: Line,
): Promise<{ segments: number; changes: number; entries: number }> {
  const { rows } = await pool.query<{ segments: number; changes: number; entries: number }>(
    `select (select count(*)::integer from segment where workspace_id = $1) as segments,
       (select count(*)::integer from segment_change where workspace_id = $1) as changes,
       (select count(*)::integer from audit_entry where workspace_id = $1) as entries`,
    [workspaceId],
  );
  return rows[0]!;
}

/** Copies of the rows that the import wrote, sent and written a variant at a time; units a second. */
async function writePlainly(
  pool: Pool,
  file: File,
  { from, to }: { from: string; to: string },
): Promise<number> {
  let seconds = 0;
  for (const itemId of file.variantIds) {
    for (const table of ['segment', 'segment_change']) {
      const { rows } = await pool.query<{ rows: string }>(
        `select jsonb_agg(to_jsonb(t) || jsonb_build_object('workspace_id', $3::uuid))::text as rows
         from ${table} t where workspace_id = $1 and item_id = $2`,
        [from, itemId, to],
      );
      const started = performance.now();
      await pool.query(
        `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        [rows[0]!.rows],
      );
      seconds += (performance.now() - started) / 1000;
    }
  }
  return file.units / seconds;
}

function expectCount(of: string, found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`Expected ${wanted} ${of}; found ${found}.`);
}
