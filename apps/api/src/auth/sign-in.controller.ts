import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiHeader,
  ApiOkResponse,
  ApiProperty,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problems } from '../http/documented.js';
import { Optional } from '../http/fields.js';
import { notReadable, ProblemError } from '../http/problem.js';
import { Public } from './caller.decorator.js';
import { cookieIn, giveCookie } from './cookies.js';
import { refuseForgery } from './forgery.js';
import { CodeFlow } from './oidc/code-flow.js';
import { OwnOrigin } from './own-origin.js';
import { RateLimits } from './rate-limits.js';
import { ownPath } from './return-path.js';
import { Sessions } from './sessions.js';

/** Seconds for which a browser keeps that it is about to sign in, as long as Baton does. */
const ATTEMPT_S = 600;

class SignInQuery {
  @Optional({
    default: '/',
    example: '/v1/me',
    description: 'where to be afterwards, a path of this API’s own host',
  })
  @IsString()
  returnTo?: string;
}

class SignedOutView {
  @ApiProperty({
    type: String,
    format: 'uri',
    nullable: true,
    description: 'where the browser ends what it has with the issuer too; null: nowhere',
  })
  endSessionUrl!: string | null;
}

@ApiTags('sign-in')
@Public()
@Controller('v1/auth')
export class SignInController {
  constructor(
    private readonly flow: CodeFlow,
    private readonly origin: OwnOrigin,
    private readonly limits: RateLimits,
    private readonly sessions: Sessions,
  ) {}

  /** Sends a browser to the issuer, to come back to `/v1/auth/callback`. */
  @Get('sign-in')
  @Problems(404, 409, 503)
  @ApiResponse({ status: 303, description: 'to the issuer' })
  async begin(
    @Query() { returnTo = '/' }: SignInQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.countSignIn(request);
    const path = ownPath(returnTo);
    if (path === null) throw NOT_OURS;
    const { url, browser } = await this.flow.begin(this.origin.needed(request), path);
    this.giveAttempt(reply, browser, ATTEMPT_S);
    void reply.redirect(url.href, 303);
  }

  /** Opens a session for whoever comes back from the issuer, and sends them on. */
  @Get('callback')
  @Problems(403, 404, 409, 503)
  @ApiQuery({ name: 'state', required: false })
  @ApiQuery({ name: 'code', required: false })
  @ApiQuery({ name: 'iss', required: false, description: 'the issuer, RFC 9207' })
  @ApiQuery({ name: 'error', required: false, description: 'why the issuer signed nobody in' })
  @ApiResponse({ status: 303, description: 'to where the person wanted to be' })
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const callback = new URL(request.url, this.origin.needed(request));
    const browser = cookieIn(request, 'sign-in', this.origin.isEncrypted);
    const { session, returnTo } = await this.finished(callback, browser, request);
    await this.sessions.open(session, { request, reply });
    this.giveAttempt(reply, '', 0);
    void reply.redirect(returnTo, 303);
  }

  /** Ends the session of the browser. Where there is none, nothing happens. */
  @Post('sign-out')
  @Problems(403, 409, 503)
  @HttpCode(200)
  @ApiHeader({
    name: 'x-csrf-token',
    required: false,
    description: 'needed with a session, which says what it is',
  })
  @ApiOkResponse({ type: SignedOutView })
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedOutView> {
    const token = this.sessions.tokenIn(request);
    if (token === null) return { endSessionUrl: null };
    const origin = this.origin.needed(request);
    refuseForgery(request, { token, origin });
    const issuer = await this.sessions.end(token, reply);
    return { endSessionUrl: issuer === null ? null : await this.flow.endingAt(origin) };
  }

  private async finished(...[callback, browser, request]: [URL, string | null, FastifyRequest]) {
    try {
      return await this.flow.finish(callback, browser);
    } catch (error) {
      if (error instanceof ProblemError && error.status < 500) {
        await this.limits.countSignIn(request);
      }
      throw error;
    }
  }

  private giveAttempt(reply: FastifyReply, value: string, maxAgeS: number): void {
    giveCookie(reply, { kind: 'sign-in', encrypted: this.origin.isEncrypted, value, maxAgeS });
  }
}

const NOT_OURS = notReadable(
  '/returnTo',
  'Expected returnTo to be a path like /v1/me; found something else.',
);
