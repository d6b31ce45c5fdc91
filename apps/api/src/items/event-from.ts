import type { EventInput } from '#domain';
import { definedOf } from '../http/defined-of.js';
import type { EventBody } from './items.dto.js';

/** An event as the rules take it, its instants in the one spelling. */
export function eventFrom({ type: event, ...input }: EventBody): {
  event: string;
  input: EventInput;
} {
  const { publishAt } = input;
  const instants = publishAt === undefined ? {} : { publishAt: new Date(publishAt).toISOString() };
  return { event, input: { ...definedOf(input), ...instants } };
}
