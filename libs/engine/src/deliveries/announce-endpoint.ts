import { type FactType, frozenBody } from '#domain';
import type { EntityManager } from 'typeorm';
import { announce } from '../log/announce.js';
import { newId } from '../new-id.js';
import type { EndpointKey } from './endpoint-key.js';

type EndpointFact = Extract<FactType, `webhook_endpoint.${string}`>;

/** A fact about an endpoint, frozen; `actor` is a person's id, or `line` where Baton acts by itself. */
export function endpointFact(
  { workspaceId, endpointId }: EndpointKey,
  type: EndpointFact,
  data: { actor: string } & Record<string, unknown>,
) {
  const at = new Date().toISOString();
  const said = { subject: `webhook-endpoints/${endpointId}`, workspaceId, ...data };
  return { id: newId(), type, at, body: frozenBody(type, { at, data: said }) };
}

/** Leaves it for every other endpoint and for the feed. */
export async function announceEndpoint(
  manager: EntityManager,
  key: EndpointKey,
  ...[type, data]: [EndpointFact, { actor: string } & Record<string, unknown>]
): Promise<void> {
  const { at, ...fact } = endpointFact(key, type, data);
  await announce(manager, key.workspaceId, { facts: [fact], at });
}

/** That nothing is sent to it any more, and why. */
export async function announceDisabled(
  manager: EntityManager,
  key: EndpointKey,
  disabled: { actor: string; url: string; because: string | null; failingSince: Date | null },
): Promise<void> {
  const failingSince = disabled.failingSince?.toISOString() ?? null;
  await announceEndpoint(manager, key, 'webhook_endpoint.disabled', { ...disabled, failingSince });
}
