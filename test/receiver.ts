import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it arrived: the exact bytes, and the headers that say what it is. */
export interface Arrival {
  id: string;
  headers: IncomingHttpHeaders;
  body: string;
  type: string;
}

/** A receiver of webhooks that keeps what arrives. */
export interface Receiver {
  url: string;
  arrivals: Arrival[];
  /** how it answers from now on; 204 until told otherwise */
  answer: (respond: (response: ServerResponse, arrival: Arrival) => void) => void;
  /** waits until this holds of what arrived */
  until: (holds: (arrivals: Arrival[]) => boolean) => Promise<void>;
  close: () => Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const arrivals: Arrival[] = [];
  const take = (response: ServerResponse) => void response.writeHead(204).end();
  let respond: (response: ServerResponse, arrival: Arrival) => void = take;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const { headers } = request;
      const { type } = JSON.parse(body) as { type: string };
      const arrival = { id: String(headers['webhook-id']), headers, body, type };
      arrivals.push(arrival);
      respond(response, arrival);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    arrivals,
    answer: (next) => (respond = next),
    until: async (holds) => {
      while (!holds(arrivals)) await new Promise((go) => setTimeout(go, 20));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
