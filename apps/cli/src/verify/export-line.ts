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

/** Exports are told apart by this; a later one may say what this release does not know to check. */
const NEWEST_VERSION = 3;

type Check = [what: string, holds: (value: unknown) => boolean];

const text: Check = ['a text', (value) => typeof value === 'string'];
const count: Check = [
  'a whole number from 0 on',
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
];
const bytes: Check = [
  'bytes in base64',
  (value) => typeof value === 'string' && Buffer.from(value, 'base64').toString('base64') === value,
];
const object: Check = ['an object', isObject];
const objects: Check = [
  'a list of objects',
  (value) => Array.isArray(value) && value.every(isObject),
];
const orNull = ([what, holds]: Check): Check => [
  `${what} or null`,
  (value) => value === null || holds(value),
];
const ifGiven = ([what, holds]: Check): Check => [
  `${what}, or nothing`,
  (value) => value === undefined || holds(value),
];

const LEAF = { index: count, hash: bytes };

/** What the lines of an export hold. What an item was, and its trail says of it, is compared as a whole. */
const LINES: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  export: {
    v: [
      `a version from 1 to ${NEWEST_VERSION}`,
      (value) => count[1](value) && (value as number) >= 1 && (value as number) <= NEWEST_VERSION,
    ],
    workspaceId: text,
  },
  tree: { origin: text, size: count, root: bytes },
  key: { number: count, publicKey: bytes, statement: orNull(text) },
  checkpoint: { note: text, signedAt: text },
  process: { digest: text, definition: text },
  item: { itemId: text, stored: orNull(object), tasks: objects, segments: ifGiven(objects) },
  entry: { itemId: text, seq: count, text, hash: text, leaf: ifGiven(orNull(object)) },
  revision: { itemId: text, number: count, digest: text, body: text },
  leaf: { ...LEAF, itemId: text, seq: count },
  end: { items: count },
};

/** A line of an export; throws a sentence where it is none. */
export function readExportLine(given: string): ExportLine {
  const line = parsed(given);
  const [kind, ...more] = isObject(line) ? Object.keys(line) : [];
  const fields = kind === undefined || !Object.hasOwn(LINES, kind) ? undefined : LINES[kind];
  if (fields === undefined || more.length > 0) {
    const kinds = Object.keys(LINES).join(', ');
    throw new Error(`expected a line of ${kinds}; found ${shown(given)}`);
  }
  const value = (line as Record<string, unknown>)[kind!];
  demand(kind!, value, object);
  for (const [name, check] of Object.entries(fields)) {
    demand(`${kind}.${name}`, (value as Record<string, unknown>)[name], check);
  }
  const { leaf } = value as { leaf?: Record<string, unknown> | null };
  for (const [name, check] of leaf === undefined || leaf === null ? [] : Object.entries(LEAF)) {
    demand(`${kind}.leaf.${name}`, leaf?.[name], check);
  }
  return line as ExportLine;
}

function parsed(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    throw new Error(`expected JSON; found ${shown(given)}`);
  }
}

function demand(place: string, value: unknown, [what, holds]: Check): void {
  if (holds(value)) return;
  throw new Error(`expected ${what} in ${place}; found ${shown(JSON.stringify(value))}`);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const shown = (found = 'nothing') => (found === '' ? 'an empty line' : found.slice(0, 60));
