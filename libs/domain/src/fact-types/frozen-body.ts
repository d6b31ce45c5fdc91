import { canonicalJson } from '../process-machine.js';

/** A body has fewer UTF-8 bytes than this (Standard Webhooks 1.0: payloads are kept below 20 kB). */
export const FACT_BODY_LIMIT = 20_000;

const ELLIPSIS = '…';

/**
 * The body of a fact as bytes that stay. Where it would be too large, its largest texts and lists are cut, and
 * `data.truncated` names them; the trail and the item keep them whole.
 */
export function frozenBody(
  type: string,
  { at, data }: { at: string; data: Record<string, unknown> },
): string {
  const body = (said: Record<string, unknown>) =>
    canonicalJson({ type, timestamp: at, data: said });
  const whole = body(data);
  if (sizeOf(whole) < FACT_BODY_LIMIT) return whole;
  let said = data;
  const truncated: string[] = [];
  for (const name of cuttable(data)) {
    truncated.push(name);
    said = { ...said, truncated };
    const excess = sizeOf(body(said)) - (FACT_BODY_LIMIT - 1);
    said = { ...said, [name]: cut(data[name], excess) };
    if (sizeOf(body(said)) < FACT_BODY_LIMIT) break;
  }
  return body(said);
}

/** The names of texts and lists, the largest first. */
function cuttable(data: Record<string, unknown>): string[] {
  return Object.entries(data)
    .filter(([, value]) => typeof value === 'string' || Array.isArray(value))
    .map(([name, value]) => ({ name, size: sizeOf(canonicalJson(value)) }))
    .toSorted((one, other) => other.size - one.size || (one.name < other.name ? -1 : 1))
    .map(({ name }) => name);
}

/** A text or a list without its end, so much smaller as JSON or as small as it gets. */
function cut(value: unknown, excess: number): unknown {
  if (Array.isArray(value)) {
    const room = sizeOf(canonicalJson(value)) - excess - 2;
    return fitting(value as unknown[], room, (each) => sizeOf(canonicalJson(each)) + 1);
  }
  const room = sizeOf(canonicalJson(value)) - excess - 2 - sizeOf(ELLIPSIS);
  return (
    fitting([...String(value)], room, (each) => sizeOf(canonicalJson(each)) - 2).join('') + ELLIPSIS
  );
}

/** The first of the parts that have room together. */
function fitting<T>(parts: T[], room: number, sizeOfPart: (part: T) => number): T[] {
  let left = room;
  const end = parts.findIndex((part) => (left -= sizeOfPart(part)) < 0);
  return end === -1 ? parts : parts.slice(0, end);
}

function sizeOf(json: string): number {
  return Buffer.byteLength(json);
}
