import {
  type Caller as AuthenticatedCaller,
  endSessionsOf,
  PersonEntity,
  poolOf,
  unlinkPerson,
} from '#engine';
import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { notFound } from '../http/problem.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { Caller, RequiresAdministrator } from './caller.decorator.js';

interface Whose {
  workspaceId: string;
  personId: string;
}

@ApiTags('people')
@RequiresAdministrator()
@Controller('v1/people/:personId')
export class PersonAccessController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Ends every session of a person; keys and tokens stay as they are. */
  @Delete('sessions')
  @HttpCode(204)
  @ApiNoContentResponse()
  async endSessions(
    @Param('personId', UuidParameter) personId: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<void> {
    await endSessionsOf(poolOf(this.dataSource), await this.known({ workspaceId, personId }));
  }

  /**
   * Forgets with which account of the issuer a person signs in, and ends what they are signed in to. Who next signs in with
   * their verified e-mail address is them.
   */
  @Delete('identities')
  @HttpCode(204)
  @ApiNoContentResponse()
  async unlink(
    @Param('personId', UuidParameter) personId: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<void> {
    await unlinkPerson(poolOf(this.dataSource), await this.known({ workspaceId, personId }));
  }

  private async known({ workspaceId, personId }: Whose): Promise<Whose> {
    const people = this.dataSource.getRepository(PersonEntity);
    if (!(await people.existsBy({ workspaceId, id: personId }))) throw notFound('person');
    return { workspaceId, personId };
  }
}
