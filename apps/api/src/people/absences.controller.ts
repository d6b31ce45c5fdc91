import { worksInOwnRight } from '#domain';
import { AbsenceEntity, type Caller as AuthenticatedCaller, PersonEntity } from '#engine';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Caller } from '../auth/caller.decorator.js';
import { IsId, IsInstant } from '../http/fields.js';
import { notFound, notValidAt, ProblemError } from '../http/problem.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { ActiveMembers } from './active-members.js';

class AbsenceBody {
  @ApiProperty({ format: 'uuid', description: 'who acts in the place of the absent person' })
  @IsId()
  delegateId!: string;

  @ApiProperty({ format: 'date-time' })
  @IsInstant()
  startsAt!: string;

  @ApiProperty({ format: 'date-time' })
  @IsInstant()
  endsAt!: string;
}

class AbsenceView extends AbsenceBody {
  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ format: 'uuid' })
  setBy!: string;
}

@ApiTags('people')
@Controller('v1/people/:personId/absence')
export class AbsencesController {
  constructor(
    private readonly members: ActiveMembers,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** When somebody is out of office, and who acts in their place. */
  @Get()
  @ApiOkResponse({ type: AbsenceView })
  async read(
    @Param('personId', UuidParameter) personId: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<AbsenceView> {
    const row = await this.dataSource.manager.findOneBy(AbsenceEntity, { workspaceId, personId });
    if (row === null) throw notFound('absence');
    return absenceView(row);
  }

  /** Says when somebody is out of office; by themselves or by enablement. It takes the place of what was said before. */
  @Put()
  @ApiOkResponse({ type: AbsenceView })
  async set(
    @Param('personId', UuidParameter) personId: string,
    @Body() { delegateId, startsAt, endsAt }: AbsenceBody,
    @Caller() caller: AuthenticatedCaller,
  ): Promise<AbsenceView> {
    const { workspaceId } = caller;
    await this.requireOwn(caller, personId);
    if (Date.parse(endsAt) <= Date.parse(startsAt)) {
      throw notValidAt('/endsAt', `Expected an end after ${startsAt}; found ${endsAt}.`);
    }
    if (delegateId === personId.toLowerCase()) {
      throw notValidAt('/delegateId', 'Expected somebody else than the absent person; found them.');
    }
    const unknown = await this.members.unknownAmong(workspaceId, [delegateId]);
    if (unknown.length > 0) {
      throw notValidAt('/delegateId', 'Expected an active person of this workspace; found none.');
    }
    const absence = {
      workspaceId,
      personId,
      delegateId,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      setBy: caller.personId,
    };
    await this.dataSource.manager.upsert(AbsenceEntity, absence, ['workspaceId', 'personId']);
    return absenceView(absence);
  }

  /** Is back: from the next request on nobody acts in their place. */
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async clear(
    @Param('personId', UuidParameter) personId: string,
    @Caller() caller: AuthenticatedCaller,
  ): Promise<void> {
    await this.requireOwn(caller, personId);
    const { workspaceId } = caller;
    const { affected } = await this.dataSource.manager.delete(AbsenceEntity, {
      workspaceId,
      personId,
    });
    if (affected !== 1) throw notFound('absence');
  }

  private async requireOwn(
    { workspaceId, actor }: AuthenticatedCaller,
    personId: string,
  ): Promise<void> {
    const exists = await this.dataSource.manager.existsBy(PersonEntity, {
      workspaceId,
      id: personId,
    });
    if (!exists) throw notFound('person');
    if (actor.id === personId.toLowerCase() || worksInOwnRight(actor, ['enablement'])) return;
    throw new ProblemError(
      403,
      'not_your_absence',
      'Whether somebody is away is said by themselves or by enablement.',
    );
  }
}

function absenceView(row: Omit<AbsenceEntity, 'setAt'>): AbsenceView {
  const { personId, delegateId, startsAt, endsAt, setBy } = row;
  return {
    personId,
    delegateId,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    setBy,
  };
}
