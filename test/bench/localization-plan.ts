/** How much of localization is measured, and how often. */
export interface LocalizationPlan {
  /** characters of Markdown that are taken apart and put together again, and how often */
  markdown: number;
  segmentingRounds: number;
  /** units of an XLIFF document, and how often it is written and read */
  xliffUnits: number;
  xliffRounds: number;
  /** of the import through the API: sources, locales of each, units of each, and files that hold them all */
  importSources: number;
  importLocales: number;
  importUnits: number;
  importFiles: number;
  /** of the matrix: items, locales of each, and how often it is read */
  matrixItems: number;
  matrixLocales: number;
  matrixRounds: number;
}

export const LOCALIZATION_PLANS: Record<'full' | 'short', LocalizationPlan> = {
  full: {
    markdown: 1_000_000,
    segmentingRounds: 7,
    xliffUnits: 50_000,
    xliffRounds: 5,
    importSources: 10,
    importLocales: 10,
    importUnits: 500,
    importFiles: 5,
    matrixItems: 1000,
    matrixLocales: 20,
    matrixRounds: 30,
  },
  short: {
    markdown: 120_000,
    segmentingRounds: 3,
    xliffUnits: 2_000,
    xliffRounds: 3,
    importSources: 2,
    importLocales: 5,
    importUnits: 100,
    importFiles: 2,
    matrixItems: 100,
    matrixLocales: 20,
    matrixRounds: 5,
  },
};
