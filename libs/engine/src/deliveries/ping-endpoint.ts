import type { EntityManager } from 'typeorm';
import type { WebhookEndpointEntity } from '../tables/webhook-endpoint.entity.js';
import { endpointFact } from './announce-endpoint.js';

/** A message for one endpoint alone, to see whether it is there; it has no place in the feed. Gives its id. */
export async function pingEndpoint(
  manager: EntityManager,
  { workspaceId, id: endpointId, format }: WebhookEndpointEntity,
  actor: string,
): Promise<string> {
  const key = { workspaceId, endpointId };
  const { id, type, at, body } = endpointFact(key, 'webhook_endpoint.pinged', { actor });
  await manager.query(
    `insert into message (workspace_id, message_id, type, body, created_at) values ($1, $2, $3, $4, $5)`,
    [workspaceId, id, type, body, at],
  );
  await manager.query(
    `insert into delivery (workspace_id, endpoint_id, message_id, type, format, next_attempt_at)
     values ($1, $2, $3, $4, $5, now())`,
    [workspaceId, endpointId, id, type, format],
  );
  return id;
}
