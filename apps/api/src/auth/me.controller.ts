import { type Caller as AuthenticatedCaller, WAYS_IN, type WayIn } from '#engine';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Caller } from './caller.decorator.js';
import { MembershipFields } from '../people/people.dto.js';

class ActingMembership extends MembershipFields {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the absent person in whose place it is held',
  })
  onBehalfOf?: string;
}

export class MeView {
  @ApiProperty({ enum: WAYS_IN, description: 'an API key, a token of the issuer, or a session' })
  via!: WayIn;

  @ApiProperty({ format: 'uuid' })
  workspaceId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: [String] })
  scopes!: string[];

  @ApiProperty({ type: [ActingMembership] })
  memberships!: ActingMembership[];
}

@ApiTags('people')
@Controller('v1/me')
export class MeController {
  /** Who the key, token or session stands for, and what it may be used for. */
  @Get()
  @ApiOkResponse({ type: MeView })
  me(@Caller() caller: AuthenticatedCaller): MeView {
    const { via, workspaceId, personId, personName, scopes, actor } = caller;
    return {
      via,
      workspaceId,
      personId,
      name: personName,
      scopes,
      memberships: actor.memberships as ActingMembership[],
    };
  }
}
