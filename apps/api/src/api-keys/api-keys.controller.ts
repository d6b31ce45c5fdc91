import {
  addKey,
  ApiKeyEntity,
  type Caller as AuthenticatedCaller,
  PersonEntity,
  SCOPES,
  type Scope,
} from '#engine';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { ArrayNotEmpty, ArrayUnique, IsIn, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DataSource, IsNull, MoreThan } from 'typeorm';
import { Caller, RequiresAdministrator } from '../auth/caller.decorator.js';
import { createOnce } from '../http/create-once.js';
import { Idempotent, PageOf, Problems } from '../http/documented.js';
import { IsInstant, IsName, Optional } from '../http/fields.js';
import { keyIn, type Page, pageOf, PageQuery } from '../http/paging.js';
import { notFound, notValid, ProblemError } from '../http/problem.js';

class NewKeyBody {
  @ApiProperty({ format: 'uuid', description: 'the person the key stands for' })
  @IsUUID()
  personId!: string;

  @ApiProperty({ maxLength: 200, example: 'CMS connector' })
  @IsName(200)
  name!: string;

  @ApiProperty({ enum: SCOPES, isArray: true })
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(SCOPES, { each: true })
  scopes!: Scope[];

  @Optional({ format: 'date-time' })
  @IsInstant()
  expiresAt?: string;
}

class KeyView {
  @ApiProperty()
  id!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: SCOPES, isArray: true })
  scopes!: Scope[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revokedAt!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'to about a minute; null: not yet',
  })
  lastUsedAt!: string | null;
}

class NewKeyView extends KeyView {
  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'the key, shown this once; null when the answer is repeated under an Idempotency-Key',
  })
  key!: string | null;
}

@ApiTags('people')
@RequiresAdministrator()
@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Makes a key for a person. Only a hash of it is kept. */
  @Post()
  @Problems(404)
  @Idempotent()
  @ApiCreatedResponse({ type: NewKeyView })
  async create(
    @Body() { personId, name, scopes, expiresAt }: NewKeyBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { workspaceId } = caller;
    refuseMoreThan(caller.scopes, scopes);
    const expires = expiresAt === undefined ? null : new Date(expiresAt);
    if (expires !== null && expires.getTime() <= Date.now()) {
      throw notValid([
        {
          pointer: '/expiresAt',
          code: 'in_the_past',
          detail: `Expected a moment in the future; found ${expiresAt}.`,
        },
      ]);
    }
    await createOnce(this.dataSource, { caller, request, reply }, async (manager) => {
      const person = await manager.findOneBy(PersonEntity, { workspaceId, id: personId });
      if (person === null) throw notFound('person');
      if (person.deactivatedAt !== null) {
        throw new ProblemError(409, 'person_deactivated', `${person.name} was deactivated.`);
      }
      const key = { workspaceId, personId, name, scopes, expiresAt: expires };
      const { id, text } = await addKey(manager, key);
      const view = keyView({ ...key, id, revokedAt: null, lastUsedAt: null });
      return {
        location: `/v1/api-keys/${id}`,
        sent: { ...view, key: text },
        kept: { ...view, key: null },
      };
    });
  }

  /** The keys of the workspace, without their secrets, which nobody has. */
  @Get()
  @PageOf(KeyView)
  async list(
    @Query() query: PageQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<KeyView>> {
    const after = keyIn(query.cursor, isKeyId) ?? '';
    const rows = await this.dataSource.getRepository(ApiKeyEntity).find({
      where: { workspaceId, id: MoreThan(after) },
      order: { id: 'ASC' },
      take: query.limit + 1,
    });
    return pageOf(rows, query, { key: ({ id }) => id, view: keyView }, { request, reply });
  }

  /** Revokes a key; it opens nothing from the next request on. */
  @Delete(':keyId')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(
    @Param('keyId') id: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<void> {
    const keys = this.dataSource.getRepository(ApiKeyEntity);
    await keys.update({ workspaceId, id, revokedAt: IsNull() }, { revokedAt: new Date() });
    if (!(await keys.existsBy({ workspaceId, id }))) throw notFound('key');
  }
}

/** Nobody hands on more than they came with. */
function refuseMoreThan(own: readonly Scope[], wanted: readonly Scope[]): void {
  const more = wanted.filter((scope) => !own.includes(scope));
  if (more.length === 0) return;
  throw new ProblemError(
    403,
    'scope_exceeds_own',
    `Expected scopes that you came with yourself, ${own.join(', ')}; found ${more.join(', ')}.`,
  );
}

const isKeyId = (key: unknown): key is string =>
  typeof key === 'string' && /^[0-9a-f]{16}$/u.test(key);

function keyView(row: Omit<ApiKeyEntity, 'workspaceId' | 'secretHash' | 'createdAt'>): KeyView {
  const { id, personId, name, expiresAt, revokedAt, lastUsedAt } = row;
  return {
    id,
    personId,
    name,
    scopes: row.scopes as Scope[],
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
