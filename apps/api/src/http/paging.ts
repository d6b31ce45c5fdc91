import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { foundIn } from './found-in.js';
import { notReadable } from './problem.js';

export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  @ApiPropertyOptional({ description: 'from `nextCursor` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** A cursor is the key of the last row of a page: rows that come or go elsewhere change nothing about what follows. */
export function cursorFor(key: string | number): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key in a cursor, if `accepts` says that it is one of this listing. */
export function keyIn<T extends string | number>(
  cursor: string | undefined,
  accepts: (key: unknown) => key is T,
): T | null {
  if (cursor === undefined) return null;
  const key = readCursor(cursor);
  if (accepts(key)) return key;
  throw notReadable(
    '/cursor',
    `Expected a cursor as nextCursor gave it; found ${foundIn(cursor)}.`,
    'cursor_not_valid',
  );
}

/** What a cursor was made of, whatever that is; undefined for what is no cursor. */
export function readCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export const isUuid = (key: unknown): key is string => typeof key === 'string' && UUID.test(key);
/** The last sequence number that a page can have ended with. */
const GREATEST = 2_147_483_647;
export const isNumber = (key: unknown): key is number =>
  Number.isInteger(key) && (key as number) >= 0 && (key as number) <= GREATEST;

/** Cuts a page from one row more than was asked for, and adds `Link: rel="next"`. */
export function pageOf<Row, View>(
  rows: Row[],
  { limit }: PageQuery,
  each: { key: (row: Row) => string | number; view: (row: Row) => View },
  http: { request: FastifyRequest; reply: FastifyReply },
): Page<View> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? cursorFor(each.key(last)) : null;
  if (nextCursor !== null) {
    const next = new URL(http.request.url, 'http://host');
    next.searchParams.set('cursor', nextCursor);
    void http.reply.header('link', `<${next.pathname}${next.search}>; rel="next"`);
  }
  return { items: shown.map((row) => each.view(row)), nextCursor };
}
