import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';
import { WebhookEndpointEntity } from '../tables/webhook-endpoint.entity.js';
import { WebhookSecretEntity } from '../tables/webhook-secret.entity.js';
import { announceDisabled, announceEndpoint } from './announce-endpoint.js';
import type { EndpointKey } from './endpoint-key.js';

/** What an endpoint is told, and where. */
export type EndpointSettings = Pick<
  WebhookEndpointEntity,
  'url' | 'description' | 'types' | 'format'
>;

/** Makes an endpoint with its secret. It is told of what comes into the feed from now on. */
export async function addEndpoint(
  manager: EntityManager,
  workspaceId: string,
  given: EndpointSettings & { secret: string; createdBy: string },
): Promise<string> {
  const endpointId = newId();
  const { url, description, types, format, secret, createdBy } = given;
  await manager.query(
    `insert into webhook_endpoint (workspace_id, endpoint_id, url, description, types, format, status,
       relayed_position, created_by)
     values ($1, $2, $3, $4, $5, $6, 'active',
       coalesce((select position from log_tip where workspace_id = $1), 0), $7)`,
    [workspaceId, endpointId, url, description, JSON.stringify(types), format, createdBy],
  );
  const key = { workspaceId, endpointId };
  await manager.insert(WebhookSecretEntity, { ...key, id: newId(), secret, expiresAt: null });
  await announceEndpoint(manager, key, 'webhook_endpoint.created', { actor: createdBy, url });
  return endpointId;
}

/** The endpoint, held until the transaction ends; null where there is none. */
export async function lockEndpoint(
  manager: EntityManager,
  { workspaceId, endpointId: id }: EndpointKey,
): Promise<WebhookEndpointEntity | null> {
  return manager.findOne(WebhookEndpointEntity, {
    where: { workspaceId, id },
    lock: { mode: 'pessimistic_write' },
  });
}

/** Stops all sending by hand; what happens meanwhile waits. The caller holds the endpoint. */
export async function disableEndpoint(
  manager: EntityManager,
  { workspaceId, id, url, version, failingSince }: WebhookEndpointEntity,
  actor: string,
): Promise<void> {
  await manager.update(
    WebhookEndpointEntity,
    { workspaceId, id },
    {
      status: 'disabled',
      disabledBecause: 'manual',
      breakerUntil: null,
      version: version + 1,
      updatedAt: () => 'now()',
    },
  );
  const key = { workspaceId, endpointId: id };
  await announceDisabled(manager, key, { actor, url, because: 'manual', failingSince });
}

/**
 * Sends to it again: what it missed, or only what happens from now on. What is left out then is listed as dead and can be
 * replayed. The caller holds the endpoint.
 */
export async function enableEndpoint(
  manager: EntityManager,
  { workspaceId, id, url, version }: WebhookEndpointEntity,
  { actor, from }: { actor: string; from: 'missed' | 'now' },
): Promise<void> {
  const key = { workspaceId, endpointId: id };
  await manager.query(
    `update webhook_endpoint set status = 'active', disabled_because = null, consecutive_failures = 0,
       failing_since = null, breaker_until = null, version = $3, updated_at = now(),
       relayed_position = case when $4 then relayed_position
         else coalesce((select position from log_tip where workspace_id = $1), 0) end
     where workspace_id = $1 and endpoint_id = $2`,
    [workspaceId, id, version + 1, from === 'missed'],
  );
  await manager.query(
    from === 'missed'
      ? `update delivery set next_attempt_at = now()
         where workspace_id = $1 and endpoint_id = $2 and status = 'pending' and claimed_by is null`
      : `update delivery set status = 'dead', finished_at = now(), claimed_by = null
         where workspace_id = $1 and endpoint_id = $2 and status = 'pending'`,
    [workspaceId, id],
  );
  await announceEndpoint(manager, key, 'webhook_endpoint.enabled', { actor, url, from });
}

/** Takes it away with its secrets, deliveries and attempts; false where there is none. */
export async function removeEndpoint(
  manager: EntityManager,
  key: EndpointKey,
  actor: string,
): Promise<boolean> {
  const endpoint = await lockEndpoint(manager, key);
  if (endpoint === null) return false;
  await manager.delete(WebhookEndpointEntity, {
    workspaceId: key.workspaceId,
    id: key.endpointId,
  });
  await announceEndpoint(manager, key, 'webhook_endpoint.deleted', { actor, url: endpoint.url });
  return true;
}

/** A new current secret; those before sign beside it until `overlapHours` have passed. The caller holds the endpoint. */
export async function rotateSecret(
  manager: EntityManager,
  { workspaceId, endpointId }: EndpointKey,
  { secret, overlapHours }: { secret: string; overlapHours: number },
): Promise<void> {
  await manager.query(
    `update webhook_secret
     set expires_at = least(coalesce(expires_at, 'infinity'), now() + $3 * interval '1 hour')
     where workspace_id = $1 and endpoint_id = $2`,
    [workspaceId, endpointId, overlapHours],
  );
  await manager.query(
    'delete from webhook_secret where workspace_id = $1 and endpoint_id = $2 and expires_at <= now()',
    [workspaceId, endpointId],
  );
  const key = { workspaceId, endpointId };
  await manager.insert(WebhookSecretEntity, { ...key, id: newId(), secret, expiresAt: null });
}
