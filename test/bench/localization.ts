import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { startApi } from './api-process.js';
import { type ImportTimes, measureImport } from './import-speed.js';
import type { LocalizationPlan } from './localization-plan.js';
import { type MatrixTimes, measureMatrix } from './matrix-speed.js';
import { type SegmentingTimes, timeSegmenting } from './segmenting.js';
import type { Undo } from './undo.js';
import { prepareTranslations } from './variants.js';
import { timeXliff, type XliffTimes } from './xliff-speed.js';

/** What localization has come to. */
export interface LocalizationFindings {
  segmenting: SegmentingTimes;
  xliff: XliffTimes[];
  imported: ImportTimes;
  matrix: MatrixTimes;
}

/** With an API of its own, whose memory nothing else has filled. */
export async function measureLocalization(
  plan: LocalizationPlan,
  given: {
    database: { url: string; settle: () => Promise<void> };
    dataSource: DataSource;
    folder: string;
    profiled: boolean;
    undo: Undo;
    say: (sentence: string) => void;
  },
): Promise<LocalizationFindings> {
  const { database, dataSource, profiled, undo, say } = given;
  const { settle } = database;
  say('Taking Markdown apart, writing and reading XLIFF…');
  const segmenting = timeSegmenting(plan);
  const xliff = await timeXliff(plan);
  const folder = join(given.folder, 'localization');
  mkdirSync(folder, { recursive: true });
  say('Importing translations…');
  const line = await prepareTranslations(dataSource);
  const api = await startApi({ databaseUrl: database.url, folder, profiled });
  undo.push(api.stop);
  const imported = await measureImport(plan, { api, dataSource, line, settle });
  say('Reading the matrix…');
  const matrix = await measureMatrix(plan, { api, dataSource, line, settle });
  await api.stop();
  return { segmenting, xliff, imported, matrix };
}
