import { allItems, type BatonClient, type components, dataOf } from '#client';
import { holds } from '../holds.js';
import type { Endpoint, Site } from './site.js';

type Listed = Pick<components['schemas']['DeliveryView'], 'messageId' | 'endpointId' | 'attempts'>;

/** Attempts after which a delivery is given up. */
const MOST_ATTEMPTS = 10;

/** The deliveries that the API lists as dead. */
export function listedAsDead(client: BatonClient): Promise<Listed[]> {
  return allItems((query) =>
    dataOf(client.GET('/v1/deliveries', { params: { query: { status: 'dead', ...query } } })),
  );
}

/** The deliveries that the API lists as dead, which have to be those that were refused each time. */
export async function listDead({ client, endpoints }: Site): Promise<Listed[]> {
  const listed = await listedAsDead(client);
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
  const some = async (endpointId: string, body: components['schemas']['ReplayBody']) => {
    const params = { path: { endpointId } };
    const path = '/v1/webhook-endpoints/{endpointId}/replay';
    return (await dataOf(client.POST(path, { params, body }))).replayed;
  };
  const endpointId = endpoints[0]!.id;
  await client.POST('/v1/webhook-endpoints/{endpointId}/deliveries/{messageId}/replay', {
    params: { path: { endpointId, messageId: one!.messageId } },
  });
  let asked = 1 + (await some(endpointId, { messageIds: [rest[0]!.messageId] }));
  for (const { id } of endpoints) asked += await some(id, { status: 'dead' });
  holds('Deliveries that were replayed', listed.length, asked);
  return asked;
}

function ofEndpoint({ id }: Endpoint, listed: Listed[]): Listed[] {
  return listed.filter(({ endpointId }) => endpointId === id);
}

function keysOf(listed: Listed[]): string[] {
  return listed.map(({ messageId, endpointId }) => `${messageId} ${endpointId}`).toSorted();
}
