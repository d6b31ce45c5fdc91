import type { ItemState, SegmentMark, StoredEntry, TaskState } from '#domain';

/** The leaf of an entry as the tree holds it. */
export interface LeafLine {
  /** from 0 */
  index: number;
  /** base64 */
  hash: string;
}

export interface StoredSegment {
  key: string;
  mark: SegmentMark;
}

/** The lines of an audit export. */
export type ExportLine =
  | { export: { v: number; workspaceId: string } }
  /** how far the tree had grown, its root in base64; exports know of it from version 3 on */
  | { tree: { origin: string; size: number; root: string } }
  | { key: { number: number; publicKey: string; statement: string | null; activatedAt: string } }
  | { checkpoint: { note: string; signedAt: string } }
  | { process: { digest: string; definition: string } }
  | {
      item: {
        itemId: string;
        stored: ItemState | null;
        tasks: TaskState[];
        /** variants: their segments as they are stored */
        segments?: StoredSegment[];
      };
    }
  /** `leaf` is null while an entry has none yet, and left out before version 3 */
  | { entry: StoredEntry & { itemId: string; leaf?: LeafLine | null } }
  | { revision: { itemId: string; number: number; digest: string; body: string } }
  /** a leaf whose entry is not there */
  | { leaf: LeafLine & { itemId: string; seq: number } }
  | { end: { items: number } };

const KNOWN_LINES = [
  'export',
  'tree',
  'key',
  'checkpoint',
  'process',
  'item',
  'entry',
  'revision',
  'leaf',
  'end',
];

/** A line of an export; throws a sentence where it is none. */
export function readExportLine(text: string): ExportLine {
  const line = JSON.parse(text) as ExportLine;
  if (!KNOWN_LINES.some((kind) => Object.hasOwn(line, kind))) {
    throw new Error(`expected a line of ${KNOWN_LINES.join(', ')}; found ${text.slice(0, 60)}`);
  }
  return line;
}
