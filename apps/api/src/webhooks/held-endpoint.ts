import { type EndpointKey, lockEndpoint, type WebhookEndpointEntity } from '#engine';
import type { EntityManager } from 'typeorm';
import { notFound, ProblemError } from '../http/problem.js';

/** An endpoint, held until the transaction ends; 404 where there is none. */
export async function heldEndpoint(
  manager: EntityManager,
  key: EndpointKey,
): Promise<WebhookEndpointEntity> {
  const endpoint = await lockEndpoint(manager, key);
  if (endpoint === null) throw notFound('endpoint');
  return endpoint;
}

/** The same, and 409 where it is disabled: nothing is sent to it then, so nothing is put in line for it either. */
export async function heldEnabledEndpoint(
  manager: EntityManager,
  key: EndpointKey,
): Promise<WebhookEndpointEntity> {
  const endpoint = await heldEndpoint(manager, key);
  if (endpoint.status !== 'disabled') return endpoint;
  throw new ProblemError(
    409,
    'endpoint_disabled',
    'Expected an endpoint that is sent to; this one is disabled. Enable it first.',
  );
}
