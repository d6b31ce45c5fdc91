import { derivedUuid } from '#domain';
import { randomUUID } from 'node:crypto';

/** A new UUID version 7: random, and ascending with the clock, so that pages follow the order of creation. */
export function newId(): string {
  return derivedUuid(Date.now(), randomUUID());
}
