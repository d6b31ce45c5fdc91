import { endSession, type NewSession, openSession, poolOf } from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { ProblemError } from '../http/problem.js';
import { cookieIn, giveCookie } from './cookies.js';
import { OwnOrigin } from './own-origin.js';

/** Opens and ends the sessions of browsers. */
@Injectable()
export class Sessions {
  constructor(
    private readonly origin: OwnOrigin,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Always a new one: whatever cookie the browser came with opens nothing afterwards. */
  async open(
    session: Omit<NewSession, 'instead'>,
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  ): Promise<void> {
    const instead = this.tokenIn(request);
    const opened = await openSession(poolOf(this.dataSource), { ...session, instead });
    if (opened === null) {
      throw new ProblemError(403, 'person_deactivated', 'The person who signs in was deactivated.');
    }
    const maxAgeS = Math.max(1, Math.floor((opened.expiresAt.getTime() - Date.now()) / 1000));
    this.give(reply, opened.token, maxAgeS);
  }

  /** Gives who had signed the person in, where a session was open. */
  async end(token: string, reply: FastifyReply): Promise<string | null> {
    const issuer = await endSession(poolOf(this.dataSource), token);
    this.give(reply, '', 0);
    return issuer;
  }

  tokenIn(request: FastifyRequest): string | null {
    return cookieIn(request, 'session', this.origin.isEncrypted);
  }

  private give(reply: FastifyReply, value: string, maxAgeS: number): void {
    giveCookie(reply, { kind: 'session', encrypted: this.origin.isEncrypted, value, maxAgeS });
  }
}
