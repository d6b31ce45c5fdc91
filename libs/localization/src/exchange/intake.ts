import type { ExchangeEvent, UnitRead } from './exchange-file.js';
import { type Place, type Refuse } from './exchange-error.js';
import type { ExchangeLimits } from './exchange-limits.js';
import { shown } from './pieces.js';
import { canonicalLocale } from '../locale-tag.js';
import { isUnitKey, itemOf } from './identity.js';

/** What the head of a file says, as it is written. */
export interface FileHead {
  original: string | undefined;
  sourceLocale: string | undefined;
  targetLocale: string | undefined;
  sourceDigest: string | undefined;
  itemVersion: string | undefined;
  place: Place;
}

export type UnitBody = Omit<UnitRead, 'kind' | 'itemId' | 'key' | 'line' | 'column'>;

/** The files and units of a document as they are found: counted, told apart, and put in line to be taken. */
export class Intake {
  #events: ExchangeEvent[] = [];
  #itemId: string | null = null;
  readonly #files = new Set<string>();
  #keys = new Set<string>();
  #units = 0;

  constructor(
    private readonly limits: ExchangeLimits,
    private readonly refuse: Refuse,
  ) {}

  /** What has been found since the last time. */
  take(): ExchangeEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  get fileCount(): number {
    return this.#files.size;
  }

  beginFile(head: FileHead): void {
    const { original, sourceDigest, place } = head;
    const item = original === undefined ? null : itemOf(original);
    if (item === null) {
      return this.refuse(
        'missing_identity',
        `expected a file whose original is items/<id>/<slug>; found ${original === undefined ? 'none' : shown(original)}.`,
        place,
      );
    }
    const sourceLocale = this.#locale('source', head.sourceLocale, place);
    const targetLocale = this.#locale('target', head.targetLocale, place);
    this.#addFile({ itemId: item.itemId, targetLocale, place });
    this.#itemId = item.itemId;
    this.#keys = new Set();
    this.#events.push({
      kind: 'file',
      ...item,
      sourceLocale,
      targetLocale,
      sourceDigest: sourceDigest || null,
      itemVersion: versionOf(head.itemVersion),
      ...place,
    });
  }

  /** Takes the name of a unit before its text is read. */
  beginUnit(key: string | undefined, place: Place): string {
    if (key === undefined || !isUnitKey(key)) {
      const found = key === undefined ? 'none' : shown(key);
      return this.refuse(
        'missing_identity',
        `expected a unit with the id that it was sent with; found ${found}.`,
        place,
      );
    }
    if (this.#keys.has(key)) {
      this.refuse(
        'duplicate_unit',
        `expected each unit once in a file; found ${shown(key)} again.`,
        place,
      );
    }
    this.#keys.add(key);
    this.#units += 1;
    if (this.#units > this.limits.units) {
      this.refuse(
        'too_many_units',
        `expected ${this.limits.units} units at most; found more.`,
        place,
      );
    }
    return key;
  }

  endUnit({ key, place }: { key: string; place: Place }, body: UnitBody): void {
    this.#events.push({ kind: 'unit', itemId: this.#itemId ?? '', key, ...body, ...place });
  }

  endFile(): void {
    this.#events.push({ kind: 'file_end', itemId: this.#itemId ?? '', units: this.#keys.size });
    this.#itemId = null;
  }

  #locale(side: 'source' | 'target', tag: string | undefined, place: Place): string {
    const locale = tag === undefined ? null : canonicalLocale(tag);
    if (locale !== null) return locale;
    const found = tag === undefined ? 'none' : shown(tag);
    return this.refuse(
      'bad_locale',
      `expected the ${side} language as a tag of BCP 47, such as pt-BR; found ${found}.`,
      place,
    );
  }

  #addFile({
    itemId,
    targetLocale,
    place,
  }: {
    itemId: string;
    targetLocale: string;
    place: Place;
  }): void {
    const name = `${itemId} ${targetLocale}`;
    if (this.#files.has(name)) {
      this.refuse(
        'duplicate_file',
        `expected each item once for a locale; found ${shown(itemId)} again.`,
        place,
      );
    }
    this.#files.add(name);
    if (this.#files.size > this.limits.files) {
      this.refuse(
        'too_many_files',
        `expected ${this.limits.files} files at most; found more.`,
        place,
      );
    }
  }
}

function versionOf(digits: string | undefined): number | null {
  return digits !== undefined && /^\d{1,9}$/u.test(digits) ? Number(digits) : null;
}
