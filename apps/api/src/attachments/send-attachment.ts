import type { AttachmentStore } from '#attachments';
import type { AttachmentState } from '#domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { notModified } from '../http/preconditions.js';
import { ProblemError } from '../http/problem.js';
import { byteRange } from './byte-range.js';
import { contentDisposition } from '../http/content-disposition.js';
import { digestHeader } from './content-digest.js';

/** What no browser may do with a file that somebody uploaded: guess its type, run it, or show it as a page of ours. */
const AS_A_FILE = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  // The bytes under a digest never change, but whoever asks has to be one who may.
  'cache-control': 'private, no-cache',
  'accept-ranges': 'bytes',
};

/** Sends an attachment or the part of it that is asked for, as it comes from the store; 304 where it is known already. */
export async function sendAttachment(
  { name, mediaType, size, digest }: AttachmentState,
  store: AttachmentStore,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<void> {
  const etag = `"${digest}"`;
  const known = { ...AS_A_FILE, etag };
  if (notModified(request, etag)) return void reply.status(304).headers(known).send();
  const range = wantedRange(request, { etag, size });
  if (range === 'unsatisfiable') {
    throw new ProblemError(
      416,
      'range_not_satisfiable',
      `Expected a part of the ${size} bytes; found one behind them.`,
      { headers: { 'content-range': `bytes */${size}` } },
    );
  }
  const part = range === null ? [] : [range];
  // Whoever asks for the head alone is given no byte, and the store is not asked for any.
  const body = request.method === 'HEAD' ? Readable.from([]) : await store.open(digest, ...part);
  for (const { start, end } of part) {
    void reply.status(206).header('content-range', `bytes ${start}-${end}/${size}`);
  }
  void reply
    .headers({
      ...known,
      'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
      'content-disposition': contentDisposition(name),
      'content-length': range === null ? size : range.end - range.start + 1,
      'repr-digest': digestHeader(digest),
    })
    .send(body);
}

/** A part is meant only of the bytes that the sender knows, where it says which. */
function wantedRange({ headers }: FastifyRequest, { etag, size }: { etag: string; size: number }) {
  const known = headers['if-range'];
  return known === undefined || known === etag ? byteRange(headers.range, size) : null;
}
