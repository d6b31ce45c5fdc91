import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem.js';
import type { Settings } from '../settings.js';
import { isLoopback } from './safe-address.js';

/** Where browsers reach this API: as PUBLIC_URL says, or on this machine under the name that they ask for. */
@Injectable()
export class OwnOrigin {
  private readonly named: string | null;

  constructor(config: ConfigService<Settings, true>) {
    const url = config.get('PUBLIC_URL', { infer: true });
    this.named = url === '' ? null : new URL(url).origin;
  }

  /** Whether it is known that nothing is sent unencrypted. */
  get isEncrypted(): boolean {
    return this.named?.startsWith('https:') ?? false;
  }

  /** As browsers write an origin; null where a request came by a name that was not configured. */
  of({ headers: { host = '' } }: FastifyRequest): string | null {
    if (this.named !== null) return this.named;
    const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
    return url !== null && isLoopback(url.hostname) && url.host === host ? url.origin : null;
  }

  /** The same for whoever cannot do without. */
  needed(request: FastifyRequest): string {
    const origin = this.of(request);
    if (origin !== null) return origin;
    throw new ProblemError(
      409,
      'public_url_missing',
      'Expected the setting PUBLIC_URL to say where browsers reach this API, or a request on this machine; found neither.',
    );
  }
}
