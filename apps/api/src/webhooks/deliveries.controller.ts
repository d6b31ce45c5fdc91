import {
  type Caller as AuthenticatedCaller,
  DeliveryEntity,
  type EndpointKey,
  type Replay,
  REPLAY_LIMIT,
  replayDeliveries,
  WebhookEndpointEntity,
} from '#engine';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { Caller, RequiresAdministrator } from '../auth/caller.decorator.js';
import { createOnce } from '../http/create-once.js';
import { Idempotent, PageOf } from '../http/documented.js';
import { keyIn, type Page, pageOf } from '../http/paging.js';
import { notFound, notValid, notValidAt } from '../http/problem.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { deliveryOf, deliveryWithAttempts, findDeliveries } from './delivery-reader.js';
import { deliveryView } from './delivery-view.js';
import { heldEnabledEndpoint } from './held-endpoint.js';
import {
  AllDeliveriesQuery,
  DeliveryQuery,
  DeliveryView,
  DeliveryWithAttemptsView,
  ReplayBody,
  ReplayedView,
} from './webhooks.dto.js';

@ApiTags('webhooks')
@RequiresAdministrator()
@Controller('v1')
export class DeliveriesController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Deliveries of all endpoints by the ids of their messages, which begin with the millisecond that they are from: with
   * `status=dead`, what was given up and can be replayed.
   */
  @Get('deliveries')
  @PageOf(DeliveryView)
  async listAll(
    @Query() query: AllDeliveriesQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<DeliveryView>> {
    const { endpointId } = query;
    const where = { workspaceId, ...(endpointId === undefined ? {} : { endpointId }) };
    return this.page(where, query, { request, reply });
  }

  /** Deliveries of one endpoint by the ids of their messages, which begin with the millisecond that they are from. */
  @Get('webhook-endpoints/:endpointId/deliveries')
  @PageOf(DeliveryView)
  async list(
    @Param('endpointId', UuidParameter) endpointId: string,
    @Query() query: DeliveryQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<DeliveryView>> {
    const known = { workspaceId, id: endpointId };
    if (!(await this.dataSource.manager.existsBy(WebhookEndpointEntity, known))) {
      throw notFound('endpoint');
    }
    return this.page({ workspaceId, endpointId }, query, { request, reply });
  }

  /** One delivery with its bytes and what came of every attempt. */
  @Get('webhook-endpoints/:endpointId/deliveries/:messageId')
  @ApiOkResponse({ type: DeliveryWithAttemptsView })
  async read(
    @Param('endpointId', UuidParameter) endpointId: string,
    @Param('messageId', UuidParameter) messageId: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<DeliveryWithAttemptsView> {
    const key = { workspaceId, endpointId, messageId };
    return deliveryWithAttempts(this.dataSource.manager, key);
  }

  /** Sends one delivery again, with the same id and the same bytes. */
  @Post('webhook-endpoints/:endpointId/deliveries/:messageId/replay')
  @HttpCode(202)
  @Idempotent()
  @ApiAcceptedResponse({ type: DeliveryView })
  async replayOne(
    @Param('endpointId', UuidParameter) endpointId: string,
    @Param('messageId', UuidParameter) messageId: string,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = { workspaceId: caller.workspaceId, endpointId };
    await createOnce(this.dataSource, { caller, request, reply }, async (manager) => {
      await heldEnabledEndpoint(manager, key);
      await deliveryOf(manager, { ...key, messageId });
      await replayDeliveries(manager, key, { kind: 'messages', messageIds: [messageId] });
      const delivery = await deliveryOf(manager, { ...key, messageId });
      const location = `/v1/webhook-endpoints/${endpointId}/deliveries/${messageId}`;
      return { status: 202, location, sent: deliveryView(delivery) };
    });
  }

  /** Sends many again: all that was given up, some messages, what came after a fact, or what happened in a window. */
  @Post('webhook-endpoints/:endpointId/replay')
  @HttpCode(202)
  @Idempotent()
  @ApiAcceptedResponse({ type: ReplayedView })
  async replay(
    @Param('endpointId', UuidParameter) endpointId: string,
    @Body() body: ReplayBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = { workspaceId: caller.workspaceId, endpointId };
    await createOnce(this.dataSource, { caller, request, reply }, async (manager) => {
      await heldEnabledEndpoint(manager, key);
      const wanted = await replayIn(manager, key, body);
      const replayed = await replayDeliveries(manager, key, wanted);
      const location = `/v1/webhook-endpoints/${endpointId}/deliveries`;
      return { status: 202, location, sent: { replayed, more: replayed === REPLAY_LIMIT } };
    });
  }

  private async page(
    where: { workspaceId: string; endpointId?: string },
    query: DeliveryQuery,
    http: { request: FastifyRequest; reply: FastifyReply },
  ): Promise<Page<DeliveryView>> {
    const place = keyIn(query.cursor, isPlace);
    const [messageId = '', endpointId = ''] = place?.split(' ') ?? [];
    const after = place === null ? null : { messageId, endpointId };
    const { status } = query;
    const rows = await findDeliveries(
      this.dataSource.manager,
      { ...where, ...(status === undefined ? {} : { status }) },
      { after, take: query.limit + 1 },
    );
    const key = (row: { messageId: string; endpointId: string }) =>
      `${row.messageId} ${row.endpointId}`;
    return pageOf(rows, query, { key, view: deliveryView }, http);
  }
}

const PLACE =
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

const isPlace = (key: unknown): key is string => typeof key === 'string' && PLACE.test(key);

/** What a body asks for; 422 where it asks for nothing, for two things, or for what is not there. */
async function replayIn(
  manager: EntityManager,
  key: EndpointKey,
  { status, messageIds, after, since, until }: ReplayBody,
): Promise<Replay> {
  const wanted: Replay[] = [];
  if (status !== undefined) wanted.push({ kind: 'dead' });
  if (messageIds !== undefined) {
    await requireDeliveries(manager, key, messageIds);
    wanted.push({ kind: 'messages', messageIds });
  }
  if (after !== undefined) {
    const [fact] = await manager.query<{ position: string }[]>(
      'select position from feed where workspace_id = $1 and message_id = $2',
      [key.workspaceId, after],
    );
    if (fact === undefined) {
      throw notValidAt('/after', 'Expected the id of a fact in the feed; found none with it.');
    }
    wanted.push({ kind: 'after', position: Number(fact.position) });
  }
  if (since !== undefined || until !== undefined) {
    if (since === undefined) throw notValidAt('/since', 'Expected since beside until; found none.');
    if (until === undefined) throw notValidAt('/until', 'Expected until beside since; found none.');
    if (Date.parse(since) >= Date.parse(until)) {
      throw notValidAt(
        '/until',
        `Expected until to be later than since; found ${until} and ${since}.`,
      );
    }
    wanted.push({ kind: 'window', since: new Date(since), until: new Date(until) });
  }
  if (wanted.length === 1) return wanted[0]!;
  throw notValidAt(
    '',
    `Expected one of status, messageIds, after, or since with until; found ${wanted.length || 'none'}.`,
  );
}

/** 422 naming each message of which the endpoint has no delivery. */
async function requireDeliveries(
  manager: EntityManager,
  key: EndpointKey,
  messageIds: string[],
): Promise<void> {
  const found = await manager.find(DeliveryEntity, {
    select: { messageId: true },
    where: { ...key, messageId: In(messageIds) },
  });
  const known = new Set(found.map(({ messageId }) => messageId));
  const errors = messageIds.flatMap((id, index) =>
    known.has(id)
      ? []
      : [{ pointer: `/messageIds/${index}`, code: 'not_valid', detail: NO_DELIVERY }],
  );
  if (errors.length > 0) throw notValid(errors);
}

const NO_DELIVERY =
  'Expected the id of a message that this endpoint has a delivery of; found another.';
