import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';
import { readTextBodies } from './text-body.js';

export const CSV_TYPE = 'text/csv';

/** A body in CSV as it was sent. It is taken apart when it is known who sent it. */
export class CsvBody {
  constructor(readonly text: string) {}
}

/** Takes CSV on the routes that are named, as they are registered, and refuses it on every other. */
export function readCsvBodies(
  app: NestFastifyApplication,
  { bodyLimit, routes }: { bodyLimit: number; routes: readonly string[] },
): void {
  readTextBodies(app, {
    types: [CSV_TYPE],
    bodyLimit,
    routes,
    notHere: NOT_HERE,
    bodyOf: (text) => new CsvBody(text),
  });
}

/** The CSV of a route that takes nothing else. Throws 415 for any other body. */
export function csvOf({ body }: FastifyRequest): string {
  if (body instanceof CsvBody) return body.text;
  const detail = `Expected a body of type ${CSV_TYPE}; found another.`;
  throw new ProblemError(415, 'unsupported_media_type', detail);
}

/** A line of CSV (RFC 4180). */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string): string {
  return /[",\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const NOT_HERE = new ProblemError(
  415,
  'unsupported_media_type',
  'Expected a body of type application/json; found CSV, which only a glossary can come in.',
);
