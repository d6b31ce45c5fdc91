import { holds } from '../holds.js';
import type { Endpoint, Site } from './site.js';

interface Listed {
  messageId: string;
  endpointId: string;
  attempts: number;
}

/** Attempts after which a delivery is given up. */
const MOST_ATTEMPTS = 10;

/** The deliveries that the API lists as dead, which have to be those that were refused each time. */
export async function listDead({ client, endpoints }: Site): Promise<Listed[]> {
  const listed = await client.all<Listed>('/v1/deliveries?status=dead');
  const refused = endpoints.flatMap(({ id: endpointId, receiver }) =>
    [...receiver.messages]
      .filter(([, { poison }]) => poison)
      .map(([messageId]) => `${messageId} ${endpointId}`),
  );
  holds(
    'What is listed as dead, and what was refused each time',
    refused.toSorted(),
    keysOf(listed),
  );
  for (const { messageId, attempts } of listed) {
    if (attempts < MOST_ATTEMPTS) {
      throw new Error(`${messageId} was given up after ${attempts} attempts.`);
    }
  }
  return listed;
}

/** Asks for all of them again: one by itself, one by its id, and what is left of each endpoint. */
export async function replay({ client, endpoints }: Site, listed: Listed[]): Promise<number> {
  const [one, ...rest] = ofEndpoint(endpoints[0]!, listed);
  const path = ({ id }: Pick<Endpoint, 'id'>) => `/v1/webhook-endpoints/${id}`;
  await client.post(`${path(endpoints[0]!)}/deliveries/${one!.messageId}/replay`, {});
  const byId = { messageIds: [rest[0]!.messageId] };
  const { replayed } = await client.post<{ replayed: number }>(
    `${path(endpoints[0]!)}/replay`,
    byId,
  );
  let asked = 1 + replayed;
  for (const endpoint of endpoints) {
    const all = { status: 'dead' };
    asked += (await client.post<{ replayed: number }>(`${path(endpoint)}/replay`, all)).replayed;
  }
  holds('Deliveries that were replayed', listed.length, asked);
  return asked;
}

function ofEndpoint({ id }: Endpoint, listed: Listed[]): Listed[] {
  return listed.filter(({ endpointId }) => endpointId === id);
}

function keysOf(listed: Listed[]): string[] {
  return listed.map(({ messageId, endpointId }) => `${messageId} ${endpointId}`).toSorted();
}
