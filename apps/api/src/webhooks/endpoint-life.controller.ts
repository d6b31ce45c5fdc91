import {
  type Caller as AuthenticatedCaller,
  disableEndpoint,
  enableEndpoint,
  type EndpointKey,
  pingEndpoint,
  rotateSecret,
  type WebhookEndpointEntity,
  WebhookSecretEntity,
} from '#engine';
import { newSecret } from '#webhooks';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DataSource, type EntityManager, IsNull, MoreThan } from 'typeorm';
import { Caller, RequiresAdministrator } from '../auth/caller.decorator.js';
import { answerOnce, createOnce } from '../http/create-once.js';
import { Idempotent } from '../http/documented.js';
import { ProblemError } from '../http/problem.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { deliveryView } from './delivery-view.js';
import { heldEnabledEndpoint, heldEndpoint } from './held-endpoint.js';
import { endpointAnswer } from './send-endpoint.js';
import {
  DeliveryView,
  EnableBody,
  EndpointView,
  EndpointWithSecretView,
  RotationBody,
} from './webhooks.dto.js';
import { deliveryOf } from './delivery-reader.js';

/** Secrets that sign for an endpoint at a time: each is a signature in every message. */
const MOST_SECRETS = 5;

interface Http {
  caller: AuthenticatedCaller;
  request: FastifyRequest;
  reply: FastifyReply;
}

@ApiTags('webhooks')
@RequiresAdministrator()
@Controller('v1/webhook-endpoints/:endpointId')
export class EndpointLifeController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Stops all sending; what happens meanwhile is kept for it. */
  @Post('disable')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: EndpointView })
  async disable(
    @Param('endpointId', UuidParameter) endpointId: string,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.change(endpointId, { caller, request, reply }, async (manager, endpoint) => {
      if (endpoint.status !== 'disabled') await disableEndpoint(manager, endpoint, caller.personId);
    });
  }

  /** Sends to it again, beginning with what it missed unless it says otherwise. */
  @Post('enable')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: EndpointView })
  async enable(
    @Param('endpointId', UuidParameter) endpointId: string,
    @Body() { from = 'missed' }: EnableBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.change(endpointId, { caller, request, reply }, async (manager, endpoint) => {
      if (endpoint.status !== 'active') {
        await enableEndpoint(manager, endpoint, { actor: caller.personId, from });
      }
    });
  }

  /**
   * Makes a new secret, shown this once. The ones before sign beside it for a while, so that no delivery is refused; with
   * `overlapHours: 0` they end at once. 409 where five sign already.
   */
  @Post('rotate-secret')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: EndpointWithSecretView })
  async rotate(
    @Param('endpointId', UuidParameter) endpointId: string,
    @Body() { overlapHours = 24 }: RotationBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const key = { workspaceId: caller.workspaceId, endpointId };
    await answerOnce(this.dataSource, { caller, request, reply }, async (manager) => {
      await heldEndpoint(manager, key);
      if (overlapHours > 0) await requireRoomForSecret(manager, key);
      const secret = newSecret();
      await rotateSecret(manager, key, { secret, overlapHours });
      const answer = await endpointAnswer(manager, key);
      const view = JSON.parse(answer.body) as object;
      return {
        sent: { ...answer, body: JSON.stringify({ ...view, secret }) },
        kept: { ...answer, body: JSON.stringify({ ...view, secret: null }) },
      };
    });
  }

  /** Sends a message of the type `webhook_endpoint.pinged` to this endpoint alone; `Location` says what came of it. */
  @Post('ping')
  @HttpCode(202)
  @Idempotent()
  @ApiAcceptedResponse({ type: DeliveryView })
  async ping(
    @Param('endpointId', UuidParameter) endpointId: string,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { workspaceId } = caller;
    await createOnce(this.dataSource, { caller, request, reply }, async (manager) => {
      const endpoint = await heldEnabledEndpoint(manager, { workspaceId, endpointId });
      const messageId = await pingEndpoint(manager, endpoint, caller.personId);
      const delivery = await deliveryOf(manager, { workspaceId, endpointId, messageId });
      return {
        status: 202,
        location: `/v1/webhook-endpoints/${endpointId}/deliveries/${messageId}`,
        sent: deliveryView(delivery),
      };
    });
  }

  private async change(
    endpointId: string,
    http: Http,
    work: (manager: EntityManager, endpoint: WebhookEndpointEntity) => Promise<void>,
  ): Promise<void> {
    const key = { workspaceId: http.caller.workspaceId, endpointId };
    await answerOnce(this.dataSource, http, async (manager) => {
      await work(manager, await heldEndpoint(manager, key));
      const answer = await endpointAnswer(manager, key);
      return { sent: answer, kept: answer };
    });
  }
}

async function requireRoomForSecret(manager: EntityManager, key: EndpointKey): Promise<void> {
  const live = [
    { ...key, expiresAt: IsNull() },
    { ...key, expiresAt: MoreThan(new Date()) },
  ];
  if ((await manager.countBy(WebhookSecretEntity, live)) < MOST_SECRETS) return;
  throw new ProblemError(
    409,
    'too_many_secrets',
    `Expected at most ${MOST_SECRETS} secrets that sign; found as many. Wait until one ends, or rotate with overlapHours: 0, which ends all before the new one.`,
  );
}
