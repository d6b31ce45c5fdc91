import {
  addEndpoint,
  type Caller as AuthenticatedCaller,
  removeEndpoint,
  WebhookEndpointEntity,
} from '#engine';
import { newSecret, readAddressRules, type UrlRules } from '#webhooks';
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
import { ConfigService } from '@nestjs/config';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DataSource, MoreThan } from 'typeorm';
import { Caller, RequiresAdministrator } from '../auth/caller.decorator.js';
import { createOnce } from '../http/create-once.js';
import { definedOf } from '../http/defined-of.js';
import { Changes, Idempotent, PageOf } from '../http/documented.js';
import { isUuid, keyIn, type Page, pageOf, PageQuery } from '../http/paging.js';
import { requireIfMatch } from '../http/preconditions.js';
import { notFound, ProblemError } from '../http/problem.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import type { Settings } from '../settings.js';
import { requireAddress } from './endpoint-address.js';
import { endpointViews } from './endpoint-view.js';
import { heldEndpoint } from './held-endpoint.js';
import { sendEndpoint } from './send-endpoint.js';
import {
  EndpointChangesBody,
  EndpointView,
  EndpointWithSecretView,
  NewEndpointBody,
} from './webhooks.dto.js';

/** Endpoints of a workspace at most. */
const MOST_ENDPOINTS = 100;

@ApiTags('webhooks')
@RequiresAdministrator()
@Controller('v1/webhook-endpoints')
export class EndpointsController {
  private readonly addresses: UrlRules;

  /** Throws where the settings name a network that is none. */
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    settings: ConfigService<Settings, true>,
  ) {
    this.addresses = {
      allowHttp: settings.get('WEBHOOK_HTTP', { infer: true }),
      allow: readAddressRules(settings.get('WEBHOOK_ALLOW', { infer: true })),
    };
  }

  /** Makes an endpoint, which is told of the facts that happen from now on. The secret that verifies is shown this once. */
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: EndpointWithSecretView })
  async create(
    @Body() body: NewEndpointBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { workspaceId, personId } = caller;
    const { url, description = '', types = [], format = 'standard' } = body;
    requireAddress(url, this.addresses);
    await createOnce(this.dataSource, { caller, request, reply }, async (manager) => {
      // Counted one after the other: two at once would both find room for one more.
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `webhook_endpoint:${workspaceId}`,
      ]);
      if ((await manager.countBy(WebhookEndpointEntity, { workspaceId })) >= MOST_ENDPOINTS) {
        throw new ProblemError(
          409,
          'too_many_endpoints',
          `Expected at most ${MOST_ENDPOINTS} endpoints in a workspace; delete one first.`,
        );
      }
      const secret = newSecret();
      const settings = { url, description, types, format };
      const given = { ...settings, secret, createdBy: personId };
      const id = await addEndpoint(manager, workspaceId, given);
      const row = await manager.findOneByOrFail(WebhookEndpointEntity, { workspaceId, id });
      const [view] = await endpointViews(manager, workspaceId, [row]);
      return {
        location: `/v1/webhook-endpoints/${id}`,
        etag: `"${row.version}"`,
        sent: { ...view, secret },
        kept: { ...view, secret: null },
      };
    });
  }

  /** Endpoints in the order of their creation. */
  @Get()
  @PageOf(EndpointView)
  async list(
    @Query() query: PageQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<EndpointView>> {
    const after = keyIn(query.cursor, isUuid);
    const { manager } = this.dataSource;
    const rows = await manager.find(WebhookEndpointEntity, {
      where: { workspaceId, ...(after === null ? {} : { id: MoreThan(after) }) },
      order: { id: 'ASC' },
      take: query.limit + 1,
    });
    const views = await endpointViews(manager, workspaceId, rows);
    return pageOf(views, query, { key: ({ id }) => id, view: (view) => view }, { request, reply });
  }

  /** One endpoint: how it has been answering, and which secrets sign for it. */
  @Get(':endpointId')
  @ApiOkResponse({ type: EndpointView })
  async read(
    @Param('endpointId', UuidParameter) id: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendEndpoint(this.dataSource.manager, { workspaceId, endpointId: id }, reply);
  }

  /** Changes where an endpoint is and what it is told; what waits for it goes to the new address. */
  @Patch(':endpointId')
  @Changes('endpoint')
  @ApiOkResponse({ type: EndpointView })
  async change(
    @Param('endpointId', UuidParameter) id: string,
    @Body() body: EndpointChangesBody,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const expected = requireIfMatch(request, 'endpoint');
    if (body.url !== undefined) requireAddress(body.url, this.addresses);
    const key = { workspaceId, endpointId: id };
    await this.dataSource.transaction(async (manager) => {
      const endpoint = await heldEndpoint(manager, key);
      if (expected !== null && expected !== endpoint.version) {
        throw new ProblemError(
          412,
          'stale_version',
          `Expected version ${expected}; the endpoint is at version ${endpoint.version}.`,
        );
      }
      const changes = { ...definedOf(body), version: endpoint.version + 1, updatedAt: new Date() };
      await manager.update(WebhookEndpointEntity, { workspaceId, id }, changes);
    });
    await sendEndpoint(this.dataSource.manager, key, reply);
  }

  /** Takes an endpoint away, with its secrets and the log of its deliveries. */
  @Delete(':endpointId')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(
    @Param('endpointId', UuidParameter) endpointId: string,
    @Caller() { workspaceId, personId }: AuthenticatedCaller,
  ): Promise<void> {
    const removed = await this.dataSource.transaction((manager) =>
      removeEndpoint(manager, { workspaceId, endpointId }, personId),
    );
    if (!removed) throw notFound('endpoint');
  }
}
