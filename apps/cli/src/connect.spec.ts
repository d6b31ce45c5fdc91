import { dataOf, ProblemAnswer } from '#client';
import { afterEach, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from './connect.js';
import { FailedRun } from './failed-run.js';

let server: Server;

afterEach(() => {
  server.close();
  server.closeAllConnections();
});

async function clientOf(answer: RequestListener) {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return connect({ url: `http://127.0.0.1:${port}`, key: 'a key' });
}

const JSON_TYPE = { 'content-type': 'application/json' };
const PROBLEM_TYPE = { 'content-type': 'application/problem+json' };
const addPerson = { body: { name: 'Ada' } };

it('a request that comes too often is sent again, with its body, when the server says so', async () => {
  const statuses = [429, 429, 200];
  const bodies: string[] = [];
  const client = await clientOf((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(statuses.shift()!, { ...JSON_TYPE, 'retry-after': '0' }).end('{}');
    });
  });
  expect(await dataOf(client.POST('/v1/people', addPerson))).toEqual({});
  expect(bodies).toEqual(Array.from({ length: 3 }, () => '{"name":"Ada"}'));
});

it('a key that is refused ends the run with what the server said', async () => {
  const client = await clientOf((_request, response) => {
    response.writeHead(401, PROBLEM_TYPE).end('{"code":"key_revoked","detail":"It was revoked."}');
  });
  await expect(client.GET('/v1/me')).rejects.toEqual(
    new FailedRun('The server refused the key: It was revoked.'),
  );
});

it('a server that goes away in the middle of an answer ends the run', async () => {
  const client = await clientOf((_request, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '100' });
    response.write('{"id":', () => response.destroy());
  });
  await expect(client.GET('/v1/me')).rejects.toThrow('No server answers at');
});

it('a server that is something else ends the run', async () => {
  const client = await clientOf((_request, response) => {
    response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
  });
  await expect(client.GET('/v1/me')).rejects.toThrow(
    /^Expected a Baton server at http:.*; found something that answers 404 Not Found\.$/u,
  );
});

it('any other problem is thrown as the server put it', async () => {
  const client = await clientOf((_request, response) => {
    response.writeHead(422, PROBLEM_TYPE).end('{"code":"not_valid","detail":"No.","errors":[]}');
  });
  const refused = client.POST('/v1/people', addPerson);
  await expect(refused).rejects.toBeInstanceOf(ProblemAnswer);
  await expect(refused).rejects.toMatchObject({ status: 422, code: 'not_valid', message: 'No.' });
});
