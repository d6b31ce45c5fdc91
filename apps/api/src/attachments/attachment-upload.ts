import {
  AttachmentDigestMismatch,
  AttachmentEmpty,
  type AttachmentStore,
  AttachmentTooLarge,
  AttachmentTypeRefused,
  type Stored,
} from '#attachments';
import { Inject, Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import type { FastifyRequest } from 'fastify';
import { notValidAt, ProblemError } from '../http/problem.js';
import { bodyStream, brokeOff } from '../http/streamed-body.js';
import type { Settings } from '../settings.js';
import { ATTACHMENT_STORE } from './attachment-store.provider.js';
import { announcedDigest } from './content-digest.js';

const MEGABYTE = 1_048_576;

/** Brings the body of a request into the store. */
@Injectable()
export class AttachmentUpload {
  private readonly limitMb: number;

  constructor(
    @Inject(ATTACHMENT_STORE) private readonly store: AttachmentStore,
    config: ConfigService<Settings, true>,
  ) {
    this.limitMb = config.get('ATTACHMENT_LIMIT_MB', { infer: true });
  }

  /** Throws a problem where the body is not taken; what says so before it is sent is refused before it is read. */
  async receive(request: FastifyRequest): Promise<Stored> {
    const maxBytes = this.limitMb * MEGABYTE;
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw this.tooLarge();
    const digest = announcedDigest(request);
    try {
      return await this.store.put(bodyStream(request), {
        maxBytes,
        ...(digest === null ? {} : { digest }),
      });
    } catch (error) {
      if (brokeOff(request)) {
        throw new ProblemError(400, 'upload_broke_off', 'Expected more of the body; it broke off.');
      }
      if (error instanceof AttachmentTooLarge) throw this.tooLarge();
      throw asProblem(error);
    }
  }

  private tooLarge(): ProblemError {
    const detail = `Expected a file of at most ${this.limitMb} MB; found a larger one.`;
    return new ProblemError(413, 'attachment_too_large', detail);
  }
}

/** What is wrong with the bytes is said to whoever sent them; anything else is a fault. */
function asProblem(error: unknown): unknown {
  if (error instanceof AttachmentEmpty) return inBody('attachment_empty', error);
  if (error instanceof AttachmentTypeRefused) return inBody('attachment_type_refused', error);
  if (error instanceof AttachmentDigestMismatch) return inBody('content_digest_mismatch', error);
  return error;
}

function inBody(code: string, { message }: Error): ProblemError {
  return notValidAt('', message, code);
}
