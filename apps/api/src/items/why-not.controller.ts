import { REASON_CODES, type Reason, whyNot } from '#domain';
import type { Caller as AuthenticatedCaller } from '#engine';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { Caller } from '../auth/caller.decorator.js';
import { definedOf } from '../http/defined-of.js';
import { IsFlag, IsId, IsInstant, IsWord, Optional } from '../http/fields.js';
import { ReasonView, notFound } from '../http/problem.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { ActiveMembers } from '../people/active-members.js';
import { ItemReader } from './item-reader.js';

class WhyNotQuery {
  @ApiProperty({ example: 'approve' })
  @IsWord()
  event!: string;

  @Optional({ format: 'uuid', description: 'a person; the caller where it is left out' })
  @IsId()
  actor?: string;

  @Optional()
  @IsString()
  @MaxLength(4000)
  comment?: string;

  @Optional({ enum: REASON_CODES })
  @IsIn(REASON_CODES)
  reasonCode?: (typeof REASON_CODES)[number];

  @Optional()
  @IsWord()
  returnTo?: string;

  @Optional({ format: 'date-time' })
  @IsInstant()
  publishAt?: string;

  @Optional({ description: 'the text that was seen; the present one where it is left out' })
  @Matches(/^[0-9a-f]{64}$/u, { message: 'digest must be a SHA-256 in hex' })
  digest?: string;

  @Optional({ type: Boolean, default: false })
  @IsFlag()
  override?: boolean;
}

class WhyNotView {
  @ApiProperty({ description: 'nothing stands against it' })
  accepted!: boolean;

  @ApiProperty({
    type: [ReasonView],
    description: 'every rule that says no, and what would satisfy it',
  })
  reasons!: Reason[];
}

@ApiTags('items')
@Controller('v1/items/:itemId/why-not')
export class WhyNotController {
  constructor(
    private readonly reader: ItemReader,
    private readonly members: ActiveMembers,
  ) {}

  /** Every reason why an event would be refused to somebody, by the very rules that it is decided by. */
  @Get()
  @ApiOkResponse({ type: WhyNotView })
  async whyNot(
    @Param('itemId', UuidParameter) itemId: string,
    @Query() { event, actor: personId, ...fields }: WhyNotQuery,
    @Caller() { workspaceId, actor: caller }: AuthenticatedCaller,
  ): Promise<WhyNotView> {
    const { item, process, surroundings } = await this.reader.one(workspaceId, itemId);
    const actor = personId === undefined ? caller : await this.actorOf(workspaceId, personId);
    const seen = item.revision === null ? {} : { digest: item.revision.digest };
    const input = { ...seen, ...definedOf(fields) };
    const at = new Date().toISOString();
    const reasons = whyNot(process, item, { actor, event, input, at, surroundings });
    return { accepted: reasons.length === 0, reasons };
  }

  private async actorOf(workspaceId: string, id: string) {
    const memberships = await this.members.membershipsOf(workspaceId, id);
    if (memberships === null) throw notFound('person');
    return { kind: 'person' as const, id, via: null, memberships };
  }
}
