import { activePeople, type ActivePerson, poolOf, SCOPES } from '#engine';
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProperty,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { IsId } from '../http/fields.js';
import { notFound, ProblemView } from '../http/problem.js';
import { MembershipFields } from '../people/people.dto.js';
import { Public } from './caller.decorator.js';
import { DEMONSTRATION_SLUG } from './demonstration.js';
import { refuseOtherSites } from './forgery.js';
import { OwnOrigin } from './own-origin.js';
import { RateLimits } from './rate-limits.js';
import { Sessions } from './sessions.js';

class ChosenPersonBody {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  personId!: string;
}

class DemonstrationPersonView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: [MembershipFields] })
  memberships!: MembershipFields[];
}

class DemonstrationView {
  @ApiProperty({ type: [DemonstrationPersonView] })
  people!: DemonstrationPersonView[];
}

/**
 * Who looks around on their own machine chooses whom to be. Only `npm start` puts this into an application: elsewhere these
 * routes do not exist, and no setting brings them.
 */
@ApiTags('sign-in')
@Public()
@Controller('v1/auth/demonstration')
export class DemonstrationController {
  constructor(
    private readonly origin: OwnOrigin,
    private readonly limits: RateLimits,
    private readonly sessions: Sessions,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** The people of the demonstration workspace. */
  @Get()
  @ApiOkResponse({ type: DemonstrationView })
  async list(@Req() request: FastifyRequest): Promise<DemonstrationView> {
    this.origin.needed(request);
    const people = await this.people();
    return {
      people: people.map(({ id, name, memberships }) => ({
        id,
        name,
        memberships: memberships as MembershipFields[],
      })),
    };
  }

  /** Opens a session for one of them. */
  @Post()
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiResponse({ status: 404, type: ProblemView, description: 'no such person there' })
  async choose(
    @Body() { personId }: ChosenPersonBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    refuseOtherSites(request, this.origin.needed(request));
    await this.limits.countSignIn(request);
    const person = (await this.people()).find(({ id }) => id === personId);
    if (person === undefined) throw notFound('person');
    const { workspaceId } = person;
    const session = { workspaceId, personId, issuer: null, scopes: [...SCOPES], memberships: null };
    await this.sessions.open(session, { request, reply });
  }

  private async people(): Promise<ActivePerson[]> {
    const people = await activePeople(poolOf(this.dataSource), DEMONSTRATION_SLUG);
    if (people.length === 0) throw notFound('demonstration');
    return people;
  }
}
