import type { ImportTimes } from './import-speed.js';
import { type Spread, spreadOf } from './latencies.js';
import type { LocalizationFindings } from './localization.js';
import { MATRIX_WAYS, type MatrixTimes, type MatrixWay } from './matrix-speed.js';
import { row, spreadText } from './report-table.js';
import type { SegmentingTimes } from './segmenting.js';
import type { XliffTimes } from './xliff-speed.js';

export function localizationTable(findings: LocalizationFindings): string[] {
  const { segmenting, xliff, imported, matrix } = findings;
  return [
    ...segmentingTable(segmenting),
    '',
    ...xliffTable(xliff),
    '',
    ...importTable(imported),
    '',
    ...matrixTable(matrix),
  ];
}

export function localizationJson(findings: LocalizationFindings): object {
  const { segmenting, xliff, imported, matrix } = findings;
  const { unitsPerSecond, againPerSecond, plainPerSecond, ...about } = imported;
  return {
    segmenting: {
      bytes: segmenting.bytes,
      texts: segmenting.texts,
      units: segmenting.units,
      megabytesPerSecond: perSecond(segmenting.segmentedMs, segmenting.bytes / 1e6),
      unitsPerSecond: perSecond(segmenting.segmentedMs, segmenting.units),
      ratio: ratioOf(segmenting.parsedMs, segmenting.segmentedMs),
    },
    xliff: xliff.map(({ version, units, bytes, heapMb, ...ms }) => ({
      version,
      units,
      bytes,
      heapMb,
      written: perSecond(ms.writtenMs, units),
      read: perSecond(ms.readMs, units),
      readRatio: ratioOf(ms.parsedMs, ms.readMs),
    })),
    import: {
      ...about,
      unitsPerSecond: spreadOf(unitsPerSecond),
      again: spreadOf(againPerSecond),
      plain: spreadOf(plainPerSecond),
      ratio: ratioOf(unitsPerSecond, plainPerSecond),
    },
    matrix: {
      items: matrix.items,
      locales: matrix.locales,
      bytes: matrix.bytes,
      ...Object.fromEntries(
        MATRIX_WAYS.map((way) => [
          way,
          {
            ms: spreadOf(matrix.ms[way]),
            toCount: ratioOf(matrix.ms[way], matrix.ms.count),
            toRows: ratioOf(matrix.ms[way], matrix.ms.rows),
          },
        ]),
      ),
    },
  };
}

function segmentingTable({ bytes, texts, units, segmentedMs, parsedMs }: SegmentingTimes) {
  const line = (label: string, ms: number[], ratio: string) =>
    row(label, [spreadText(perSecond(ms, bytes / 1e6)), spreadText(perSecond(ms, units)), ratio]);
  return [
    row(`Markdown, ${megabytes(bytes)} in ${texts} texts`, ['MB/s', 'units/s', 'to parsing alone']),
    line('parsed alone', parsedMs, '1'),
    line('taken apart and put together', segmentedMs, spreadText(ratioOf(parsedMs, segmentedMs))),
    `  ${units} units in four languages`,
  ];
}

function xliffTable(found: XliffTimes[]): string[] {
  return [
    row(`XLIFF of ${found[0]!.units} units`, ['MB/s', 'units/s', 'to XML alone', 'heap at most']),
    ...found.flatMap(({ version, units, bytes, heapMb, ...ms }) => {
      const speeds = (took: number[]) => [
        spreadText(perSecond(took, bytes / 1e6)),
        spreadText(perSecond(took, units)),
      ];
      const heap = (grown: number) => `+${grown.toFixed(1)} MB of ${megabytes(bytes)}`;
      return [
        row(`${version} written`, [...speeds(ms.writtenMs), '–', heap(heapMb.written)]),
        row(`${version} read`, [
          ...speeds(ms.readMs),
          spreadText(ratioOf(ms.parsedMs, ms.readMs)),
          heap(heapMb.read),
        ]),
      ];
    }),
  ];
}

function importTable(imported: ImportTimes): string[] {
  const { units, variants, files, bytes, memoryMb } = imported;
  const { unitsPerSecond, againPerSecond, plainPerSecond } = imported;
  const line = (label: string, figures: number[], ratio: string) =>
    row(label, [spreadText(spreadOf(figures)), ratio]);
  return [
    row(`Import of ${units} units`, ['units/s', 'to plain SQL']),
    line('plain SQL, the same rows', plainPerSecond, '1'),
    line('by the API', unitsPerSecond, spreadText(ratioOf(unitsPerSecond, plainPerSecond))),
    line(
      'once more, nothing changes',
      againPerSecond,
      spreadText(ratioOf(againPerSecond, plainPerSecond)),
    ),
    `  ${variants} variants in ${files} files, ${megabytes(bytes)}`,
    `  memory of the API: ${memoryMb.before} MB before; at most ${memoryMb.tenth} MB with a tenth, ${memoryMb.files.join(', ')} MB with the files, ${memoryMb.again.join(', ')} MB once more`,
  ];
}

const LABELS: Record<MatrixWay, string> = {
  http: 'HTTP, all of it',
  query: 'its query',
  totalsHttp: 'HTTP, totals',
  totalsQuery: 'their query',
  count: 'count(*) of its rows',
  rows: 'its rows, selected',
};

function matrixTable({ items, locales, bytes, ms }: MatrixTimes): string[] {
  return [
    row(`Matrix of ${items} × ${locales}`, ['ms', 'to count(*)', 'to the rows selected']),
    ...MATRIX_WAYS.map((way) =>
      row(LABELS[way], [
        spreadText(spreadOf(ms[way])),
        way === 'count' ? '1' : spreadText(ratioOf(ms[way], ms.count)),
        way === 'rows' ? '1' : spreadText(ratioOf(ms[way], ms.rows)),
      ]),
    ),
    `  an answer of ${megabytes(bytes)}`,
  ];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function perSecond(ms: number[], amount: number): Spread {
  return spreadOf(ms.map((each) => (amount / each) * 1000));
}

/** Of each round on its own. */
function ratioOf(figures: number[], peer: number[]): Spread {
  return spreadOf(figures.map((figure, index) => figure / peer[index]!));
}
