import { type WebhookEndpointEntity, WebhookSecretEntity } from '#engine';
import { type EntityManager, In } from 'typeorm';
import type { EndpointView } from './webhooks.dto.js';

/** Endpoints with their secrets, none of which is shown. */
export async function endpointViews(
  manager: EntityManager,
  workspaceId: string,
  rows: WebhookEndpointEntity[],
): Promise<EndpointView[]> {
  const secrets = await manager.find(WebhookSecretEntity, {
    where: { workspaceId, endpointId: In(rows.map(({ id }) => id)) },
    order: { createdAt: 'DESC' },
  });
  const now = Date.now();
  const live = secrets.filter(({ expiresAt }) => expiresAt === null || expiresAt.getTime() > now);
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    description: row.description,
    types: row.types,
    format: row.format,
    status: row.status,
    disabledBecause: row.disabledBecause,
    consecutiveFailures: row.consecutiveFailures,
    failingSince: row.failingSince?.toISOString() ?? null,
    pausedUntil: row.breakerUntil?.toISOString() ?? null,
    secrets: live
      .filter(({ endpointId }) => endpointId === row.id)
      .map(({ id, createdAt, expiresAt }) => ({
        id,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt?.toISOString() ?? null,
      })),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}
