import type { CodeType, UnitKind } from '../text/unit.js';

export const XLIFF_VERSIONS = ['1.2', '2.1'] as const;
export type XliffVersion = (typeof XLIFF_VERSIONS)[number];

export const XLIFF_12 = 'urn:oasis:names:tc:xliff:document:1.2';
/** that of 2.0 and of 2.1 */
export const XLIFF_2 = 'urn:oasis:names:tc:xliff:document:2.0';
export const MATCHES = 'urn:oasis:names:tc:xliff:matches:2.0';
export const METADATA = 'urn:oasis:names:tc:xliff:metadata:2.0';
export const SIZES = 'urn:oasis:names:tc:xliff:sizerestriction:2.0';

/** What our own metadata says in 2.1, of a file and of a unit. */
export const META = {
  digest: 'baton:source-digest',
  version: 'baton:item-version',
  hash: 'baton:source-hash',
} as const;

/** Of notes that are ours: 1.2 `from`, and what 2.1 categories begin with. */
export const OUR_NOTES = 'baton';

/** What a unit is, for the filters and previews of tools. */
export const RESTYPES: Readonly<Record<UnitKind, string>> = {
  paragraph: 'x-paragraph',
  heading: 'header',
  list_item: 'listitem',
  table_cell: 'cell',
  caption: 'caption',
  attribute: 'x-attribute',
  field: 'x-field',
};

export const CTYPES: Readonly<Record<CodeType, string>> = {
  emphasis: 'italic',
  strong: 'bold',
  strike: 'x-strike',
  link: 'link',
  image: 'image',
  code: 'x-code',
  break: 'lb',
  footnote: 'x-footnote',
  html: 'x-html',
  variable: 'x-variable',
  other: 'x-other',
};

/** Of a code that does not stand alone as its kind would: `lb` and `image` are words for placeholders only, and so on. */
export function ctypeOf(type: CodeType, isPlaceholder: boolean): string {
  const ctype = CTYPES[type];
  const isPlaceholderWord = ctype === 'lb' || ctype === 'image';
  return ctype.startsWith('x-') || isPlaceholder === isPlaceholderWord ? ctype : `x-${ctype}`;
}

/** 2.1 has six types and a few subtypes; the others are ours. */
export const TYPES_21: Readonly<Record<CodeType, { type: string; subType?: string }>> = {
  emphasis: { type: 'fmt', subType: 'xlf:i' },
  strong: { type: 'fmt', subType: 'xlf:b' },
  strike: { type: 'fmt', subType: 'baton:strike' },
  link: { type: 'link' },
  image: { type: 'image' },
  code: { type: 'fmt', subType: 'baton:code' },
  break: { type: 'fmt', subType: 'xlf:lb' },
  footnote: { type: 'other', subType: 'baton:footnote' },
  html: { type: 'other', subType: 'baton:html' },
  variable: { type: 'ui', subType: 'xlf:var' },
  other: { type: 'other' },
};

/** 1.2 has no element for a character that XML cannot hold: a placeholder with its number. */
export function controlId(codePoint: number): string {
  return `cp-${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

const CONTROL_ID = /^cp-([0-9A-F]{4})$/u;

/** The number of the character that a placeholder stands for, or null where it is a code like others. */
export function controlOf(id: string): number | null {
  const [, hex] = CONTROL_ID.exec(id) ?? [];
  return hex === undefined ? null : Number.parseInt(hex, 16);
}

/** Longest piece of a code that is shown in its stead. */
const LONGEST_SHOWN = 80;

/** The characters of a code where they say something and are few. */
export function shownOf(original: string): string | undefined {
  return original === '' || original.length > LONGEST_SHOWN ? undefined : original;
}

const DATA_ID = /^(?:open|close|code)-(\d{1,6})$/u;

/** The name of the characters of a code among the original data of its 2.1 unit. */
export function dataIdOf({ kind, id }: { kind: string; id: number }): string {
  return `${kind === 'placeholder' ? 'code' : kind}-${id}`;
}

/** The number of the code whose characters these are, or null where the name is not ours. */
export function codeOfData(dataId: string): string | null {
  return DATA_ID.exec(dataId)?.[1] ?? null;
}
