import { SCOPES, type Scope } from '#engine';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem.js';
import { Authentication } from './authentication.js';
import { Public } from './caller.decorator.js';
import { OFFERS_DEMONSTRATION } from './demonstration.js';
import { csrfTokenOf } from './forgery.js';
import { CodeFlow } from './oidc/code-flow.js';
import { Sessions } from './sessions.js';

const WAYS = ['oidc', 'demonstration'] as const;

class OpenSessionView {
  @ApiProperty({ format: 'uuid' })
  workspaceId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: SCOPES, isArray: true })
  scopes!: Scope[];

  @ApiProperty({ enum: WAYS, description: 'how the person signed in' })
  by!: (typeof WAYS)[number];

  @ApiProperty({ format: 'date-time' })
  since!: string;

  @ApiProperty({ format: 'date-time', description: 'unless it is used before' })
  idleUntil!: string;

  @ApiProperty({ format: 'date-time', description: 'however much it is used' })
  until!: string;

  @ApiProperty({ description: 'to send as x-csrf-token with every change' })
  csrfToken!: string;
}

class SessionView {
  @ApiProperty({ type: OpenSessionView, nullable: true, description: 'null: nobody is signed in' })
  session!: OpenSessionView | null;

  @ApiProperty({ enum: WAYS, isArray: true, description: 'how people can sign in here' })
  ways!: (typeof WAYS)[number][];
}

@ApiTags('sign-in')
@Public()
@Controller('v1/auth/session')
export class SessionController {
  constructor(
    private readonly authentication: Authentication,
    private readonly sessions: Sessions,
    private readonly flow: CodeFlow,
    @Inject(OFFERS_DEMONSTRATION) private readonly offersDemonstration: boolean,
  ) {}

  /** Who is signed in with this browser, and until when. */
  @Get()
  @ApiOkResponse({ type: SessionView })
  async read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const token = this.sessions.tokenIn(request);
    const offered = { oidc: this.flow.isOffered, demonstration: this.offersDemonstration };
    return {
      session: token === null ? null : await this.opened(token, { request, reply }),
      ways: WAYS.filter((way) => offered[way]),
    };
  }

  private async opened(
    token: string,
    http: { request: FastifyRequest; reply: FastifyReply },
  ): Promise<OpenSessionView | null> {
    try {
      const { caller, session } = await this.authentication.sessionOf(token, http);
      return {
        workspaceId: caller.workspaceId,
        personId: caller.personId,
        name: caller.personName,
        scopes: caller.scopes,
        by: session.issuer === null ? 'demonstration' : 'oidc',
        since: session.createdAt.toISOString(),
        idleUntil: session.idleUntil.toISOString(),
        until: session.until.toISOString(),
        csrfToken: csrfTokenOf(token),
      };
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) return null;
      throw error;
    }
  }
}
