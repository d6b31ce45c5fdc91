import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from '../http/problem.js';
import type { Settings } from '../settings.js';
import { householdOf } from './client-address.js';

const WINDOW_S = 60;
/** Credentials that are remembered as let in before; the oldest are forgotten first. */
const REMEMBERED = 10_000;

/** Counts in the memory of this process: requests by credential, and by address who signs in or is not let in. */
@Injectable()
export class RateLimits {
  private readonly requests: RateLimiterMemory | null;
  private readonly failures: RateLimiterMemory | null;
  private readonly signIns: RateLimiterMemory | null;
  private readonly letIn = new Set<string>();
  private readonly policy: string;
  private readonly most: number;

  constructor(config: ConfigService<Settings, true>) {
    this.most = config.get('RATE_LIMIT', { infer: true });
    this.requests = limiter(this.most);
    const strangers = config.get('RATE_LIMIT_SIGN_IN', { infer: true });
    this.failures = limiter(strangers);
    this.signIns = limiter(strangers);
    this.policy = `"default";q=${this.most};w=${WINDOW_S}`;
  }

  /**
   * Counts a request of a credential that was let in before, and before anything is asked of the database. False: it was
   * not, so `admit` counts it once it is. Throws 429 where it came too often.
   */
  async countKnown(credential: string, reply: FastifyReply): Promise<boolean> {
    if (!this.letIn.has(credential)) return false;
    await this.count(credential, reply);
    return true;
  }

  /** Remembers that a credential was let in, and counts its request. */
  async admit(credential: string, reply: FastifyReply): Promise<void> {
    this.letIn.add(credential);
    if (this.letIn.size > REMEMBERED) this.letIn.delete(this.letIn.values().next().value!);
    await this.count(credential, reply);
  }

  /** Of a credential that counts no more. */
  forget(credential: string): void {
    this.letIn.delete(credential);
  }

  /** Throws 429 where an address was not let in too often within a minute. */
  async refuseGuessing(request: FastifyRequest): Promise<void> {
    if (this.failures === null) return;
    const count = await this.failures.get(householdOf(request.ip));
    if (count === null || count.msBeforeNext <= 0) return;
    if (count.consumedPoints >= this.failures.points) throw this.tooManyAttempts(count);
  }

  /** Counts somebody who was not let in. Throws 429 where that happened to their address too often. */
  async countFailure(request: FastifyRequest): Promise<void> {
    await this.countAttempt(this.failures, request);
  }

  /** Counts somebody who begins to sign in. Throws 429 where their address does so too often. */
  async countSignIn(request: FastifyRequest): Promise<void> {
    await this.countAttempt(this.signIns, request);
  }

  /** Says in the answer how many are left. */
  private async count(credential: string, reply: FastifyReply): Promise<void> {
    if (this.requests === null) return;
    const count = await consumed(this.requests, credential);
    void reply
      .header('ratelimit-policy', this.policy)
      .header('ratelimit', `"default";r=${count.remainingPoints};t=${secondsOf(count)}`);
    if (count.consumedPoints > this.most) {
      throw tooMany('rate_limited', `Expected at most ${this.most} requests a minute`, count);
    }
  }

  private async countAttempt(
    limiter: RateLimiterMemory | null,
    request: FastifyRequest,
  ): Promise<void> {
    if (limiter === null) return;
    const count = await consumed(limiter, householdOf(request.ip));
    if (count.consumedPoints > limiter.points) throw this.tooManyAttempts(count);
  }

  private tooManyAttempts(count: RateLimiterRes): ProblemError {
    const { points } = this.failures!;
    return tooMany(
      'too_many_attempts',
      `Expected at most ${points} sign-ins, and as many refused requests, a minute from one address`,
      count,
      {
        'ratelimit-policy': `"sign-in";q=${points};w=${WINDOW_S}`,
        ratelimit: `"sign-in";r=0;t=${secondsOf(count)}`,
      },
    );
  }
}

function limiter(points: number): RateLimiterMemory | null {
  return points === 0 ? null : new RateLimiterMemory({ points, duration: WINDOW_S });
}

async function consumed(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key);
  } catch (count) {
    if (count instanceof RateLimiterRes) return count;
    throw count;
  }
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

function tooMany(
  code: string,
  expected: string,
  count: RateLimiterRes,
  headers: Record<string, string> = {},
): ProblemError {
  const seconds = secondsOf(count);
  return new ProblemError(429, code, `${expected}; found more. Try again in ${seconds} s.`, {
    headers: { ...headers, 'retry-after': String(seconds) },
  });
}
