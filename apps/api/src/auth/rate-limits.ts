import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from '../http/problem.js';
import type { Settings } from '../settings.js';
import { householdOf } from './client-address.js';

const WINDOW_S = 60;
const ALIVE = (count: RateLimiterRes | null) => count !== null && count.msBeforeNext > 0;

/** Counts in the memory of this process: requests by credential, and by address what fails to be let in. */
@Injectable()
export class RateLimits {
  private readonly requests: RateLimiterMemory | null;
  private readonly strangers: RateLimiterMemory | null;
  private readonly policy: string;
  private readonly most: number;

  constructor(config: ConfigService<Settings, true>) {
    this.most = config.get('RATE_LIMIT', { infer: true });
    this.requests = limiter(this.most);
    this.strangers = limiter(config.get('RATE_LIMIT_SIGN_IN', { infer: true }));
    this.policy = `"default";q=${this.most};w=${WINDOW_S}`;
  }

  /**
   * Counts a request of a credential that was let in within this minute, before anything is asked of the database. False: it
   * was not, so `admit` counts it once it is. Throws 429 where it came too often.
   */
  async countKnown(credential: string, reply: FastifyReply): Promise<boolean> {
    if (this.requests === null || !ALIVE(await this.requests.get(credential))) return false;
    await this.admit(credential, reply);
    return true;
  }

  /** Counts a request of a credential that was let in, and says in the answer how many are left. */
  async admit(credential: string, reply: FastifyReply): Promise<void> {
    if (this.requests === null) return;
    const count = await consumed(this.requests, credential);
    void reply
      .header('ratelimit-policy', this.policy)
      .header('ratelimit', `"default";r=${count.remainingPoints};t=${secondsOf(count)}`);
    if (count.consumedPoints > this.most) {
      throw tooMany('rate_limited', `Expected at most ${this.most} requests a minute`, count);
    }
  }

  /** Throws 429 where an address failed too often within a minute; whoever was let in meanwhile is not asked. */
  async refuseGuessing(request: FastifyRequest): Promise<void> {
    if (this.strangers === null) return;
    const count = await this.strangers.get(householdOf(request.ip));
    if (count !== null && ALIVE(count) && count.consumedPoints >= this.strangers.points) {
      throw this.tooManyFailures(count);
    }
  }

  /** Counts somebody who was not let in, or who begins to sign in. Throws 429 where their address did so too often. */
  async countFailure(request: FastifyRequest): Promise<void> {
    if (this.strangers === null) return;
    const count = await consumed(this.strangers, householdOf(request.ip));
    if (count.consumedPoints > this.strangers.points) throw this.tooManyFailures(count);
  }

  private tooManyFailures(count: RateLimiterRes): ProblemError {
    const { points } = this.strangers!;
    return tooMany(
      'too_many_attempts',
      `Expected at most ${points} sign-ins and failed attempts a minute from one address`,
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
