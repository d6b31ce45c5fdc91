import { type Answer, type EndpointKey, WebhookEndpointEntity } from '#engine';
import type { FastifyReply } from 'fastify';
import type { EntityManager } from 'typeorm';
import { sendAnswer } from '../http/answer.js';
import { notFound } from '../http/problem.js';
import { endpointViews } from './endpoint-view.js';

/** An endpoint as it is now; 404 where there is none. */
export async function endpointAnswer(
  manager: EntityManager,
  { workspaceId, endpointId: id }: EndpointKey,
): Promise<Answer> {
  const row = await manager.findOneBy(WebhookEndpointEntity, { workspaceId, id });
  if (row === null) throw notFound('endpoint');
  const [view] = await endpointViews(manager, workspaceId, [row]);
  return { status: 200, etag: `"${row.version}"`, location: null, body: JSON.stringify(view) };
}

/** Sends it. */
export async function sendEndpoint(
  manager: EntityManager,
  key: EndpointKey,
  reply: FastifyReply,
): Promise<void> {
  sendAnswer(await endpointAnswer(manager, key), reply);
}
