import type { NamedReference, RaciFunction } from '../process-definition.js';
import { canonicalJson } from '../process-machine.js';

/** Whether two values say the same, as their canonical JSON does; what is left out is `undefined`. */
export function areEqual(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonicalJson(one) === canonicalJson(other);
}

/** `became x (before: y)`; what is left out is `none`. */
export function changed(what: string, older: unknown, newer: unknown): string[] {
  if (areEqual(older, newer)) return [];
  return [became(what, inWords(older), inWords(newer))];
}

export function became(what: string, before: string, after: string): string {
  return `${what} became ${after} (before: ${before}).`;
}

export function inWords(value: unknown): string {
  if (value === undefined) return 'none';
  if (typeof value === 'string') return `"${value}"`;
  if (isListOfTexts(value)) return value.length === 0 ? 'an empty list' : value.join(', ');
  return canonicalJson(value);
}

function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** A function alone, or a list of them. */
export function functionsInWords(functions: RaciFunction | RaciFunction[] | undefined): string {
  return typeof functions === 'string' ? functions : inWords(functions);
}

/** `reaches_quorum (of: 2)` */
export function referenceInWords({ type, params }: NamedReference): string {
  if (params === undefined) return type;
  const told = Object.entries(params).map(([name, value]) => `${name}: ${plain(value)}`);
  return `${type} (${told.join(', ')})`;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}

/** What two records have in common and what not, by key; in the order of the newer, what was removed last. */
export function byKey<T>(
  older: Record<string, T> = {},
  newer: Record<string, T> = {},
): { key: string; before: T | undefined; after: T | undefined }[] {
  const removed = Object.keys(older).filter((key) => !Object.hasOwn(newer, key));
  return [...Object.keys(newer), ...removed].map((key) => ({
    key,
    before: Object.hasOwn(older, key) ? older[key] : undefined,
    after: Object.hasOwn(newer, key) ? newer[key] : undefined,
  }));
}
