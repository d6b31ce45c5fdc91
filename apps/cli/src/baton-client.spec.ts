import { expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BatonClient } from './baton-client.js';

it('a request that comes too often is sent again when the server says so', async () => {
  const statuses = [429, 429, 200];
  const server = createServer((_request, response) => {
    response.writeHead(statuses.shift()!, { 'retry-after': '0' }).end('{ "done": true }');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new BatonClient({ url: `http://127.0.0.1:${port}`, key: 'a key' });
  expect(await client.post('/v1/items', {})).toEqual({ done: true });
  expect(statuses).toEqual([]);
  server.close();
  server.closeAllConnections();
});
