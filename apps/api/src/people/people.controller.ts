import {
  addPerson,
  type Caller as AuthenticatedCaller,
  MembershipEntity,
  newId,
  PersonEntity,
} from '#engine';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DataSource, type EntityManager, In, MoreThan } from 'typeorm';
import { UuidParameter } from '../http/uuid-parameter.js';
import { Caller, RequiresAdministrator } from '../auth/caller.decorator.js';
import { Idempotent, PageOf, Problems } from '../http/documented.js';
import { isUuid, keyIn, type Page, pageOf, PageQuery } from '../http/paging.js';
import { notFound, ProblemError } from '../http/problem.js';
import { createOnce, takenIsConflict } from '../http/create-once.js';
import {
  MembershipFields,
  MembershipView,
  NewPersonBody,
  PersonChangesBody,
  PersonView,
} from './people.dto.js';

@ApiTags('people')
@Controller('v1/people')
export class PeopleController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The people of the workspace and what they work in. */
  @Get()
  @PageOf(PersonView)
  async list(
    @Query() query: PageQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<PersonView>> {
    const after = keyIn(query.cursor, isUuid);
    const people = await this.dataSource.getRepository(PersonEntity).find({
      where: { workspaceId, ...(after === null ? {} : { id: MoreThan(after) }) },
      order: { id: 'ASC' },
      take: query.limit + 1,
    });
    const memberships = await this.dataSource.getRepository(MembershipEntity).find({
      where: { workspaceId, personId: In(people.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
    const view = (person: PersonEntity) => personView(person, memberships);
    return pageOf(people, query, { key: ({ id }) => id, view }, { request, reply });
  }

  /** One person with what they work in. */
  @Get(':personId')
  @ApiOkResponse({ type: PersonView })
  async read(
    @Param('personId', UuidParameter) personId: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<PersonView> {
    return readPerson(this.dataSource.manager, workspaceId, personId);
  }

  /** Adds a person with what they work in. */
  @Post()
  @RequiresAdministrator()
  @Idempotent()
  @ApiCreatedResponse({ type: PersonView })
  async create(
    @Body() { name, email, memberships = [] }: NewPersonBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await createOnce(this.dataSource, { caller, request, reply }, async (manager) => {
      const scoped = memberships.map(scopedMembership);
      const id = await addPerson(manager, caller.workspaceId, {
        name,
        email: email ?? null,
        memberships: scoped,
      });
      const view = await readPerson(manager, caller.workspaceId, id);
      return { location: `/v1/people/${id}`, sent: view };
    });
  }

  /** Renames, deactivates or reactivates a person. */
  @Patch(':personId')
  @Problems(409)
  @RequiresAdministrator()
  @ApiOkResponse({ type: PersonView })
  async change(
    @Param('personId', UuidParameter) personId: string,
    @Body() { name, email, active }: PersonChangesBody,
    @Caller() { workspaceId, personId: ownId }: AuthenticatedCaller,
  ): Promise<PersonView> {
    if (active === false && personId.toLowerCase() === ownId) {
      throw new ProblemError(
        409,
        'own_account',
        'Nobody can deactivate themselves; ask a colleague.',
      );
    }
    return takenIsConflict(
      this.dataSource.transaction(async (manager) => {
        const before = await readPerson(manager, workspaceId, personId);
        await manager.update(
          PersonEntity,
          { workspaceId, id: personId },
          {
            name: name ?? before.name,
            email: email ?? before.email,
            ...(active === undefined ? {} : { deactivatedAt: active ? null : new Date() }),
          },
        );
        return readPerson(manager, workspaceId, personId);
      }),
    );
  }

  /** Gives a person another function, narrowed to a region or locale where that matters. */
  @Post(':personId/memberships')
  @RequiresAdministrator()
  @Idempotent()
  @ApiCreatedResponse({ type: MembershipView })
  async addMembership(
    @Param('personId', UuidParameter) personId: string,
    @Body() body: MembershipFields,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { workspaceId } = caller;
    await createOnce(this.dataSource, { caller, request, reply }, async (manager) => {
      await readPerson(manager, workspaceId, personId);
      const membership = { id: newId(), ...scopedMembership(body) };
      await manager.insert(MembershipEntity, { workspaceId, personId, ...membership });
      return { location: `/v1/people/${personId}`, sent: membership };
    });
  }

  /** Takes a function away; it counts from the person's next request on. */
  @Delete(':personId/memberships/:membershipId')
  @Problems(409)
  @RequiresAdministrator()
  @HttpCode(204)
  @ApiNoContentResponse()
  async removeMembership(
    @Param('personId', UuidParameter) personId: string,
    @Param('membershipId', UuidParameter) id: string,
    @Caller() { workspaceId, personId: ownId }: AuthenticatedCaller,
  ): Promise<void> {
    if (personId.toLowerCase() === ownId) {
      throw new ProblemError(
        409,
        'own_account',
        'Nobody can take a function from themselves; ask a colleague.',
      );
    }
    const { affected } = await this.dataSource
      .getRepository(MembershipEntity)
      .delete({ workspaceId, personId, id });
    if (affected !== 1) throw notFound('membership');
  }
}

async function readPerson(
  manager: EntityManager,
  workspaceId: string,
  id: string,
): Promise<PersonView> {
  const person = await manager.findOneBy(PersonEntity, { workspaceId, id });
  if (person === null) throw notFound('person');
  const memberships = await manager.find(MembershipEntity, {
    where: { workspaceId, personId: id },
    order: { id: 'ASC' },
  });
  return personView(person, memberships);
}

function personView(person: PersonEntity, memberships: MembershipEntity[]): PersonView {
  const { id, name, email, deactivatedAt } = person;
  return {
    id,
    name,
    email,
    active: deactivatedAt === null,
    memberships: memberships
      .filter(({ personId }) => personId === id)
      .map((row) => ({
        id: row.id,
        function: row.function,
        region: row.region,
        locale: row.locale,
        division: row.division,
      })),
  };
}

function scopedMembership({ function: name, region, locale, division }: MembershipFields) {
  return {
    function: name,
    region: region ?? null,
    locale: locale ?? null,
    division: division ?? null,
  };
}
