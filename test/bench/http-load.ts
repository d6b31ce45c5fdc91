import { connect, type Socket } from 'node:net';
import { drive, type Driven } from './drive.js';

/** Submits of drafts over HTTP. */
export interface HttpLoad {
  kind: 'http';
  port: number;
  key: string;
  /** the version that every item is at */
  version: number;
  connections: number;
  seconds: number;
  itemIds: string[];
  /** drafts that one request submits in bulk; null: one, as a single event */
  inBulk: number | null;
}

/**
 * HTTP/1.1 written by hand over kept-alive sockets: on two cores the sender takes its time from what it measures, so
 * it does as little as it can.
 */
export async function runHttpLoad(load: HttpLoad, isOver: () => boolean): Promise<Driven> {
  const { port, connections, seconds, itemIds, inBulk } = load;
  const wires = await Promise.all(Array.from({ length: connections }, () => openWire(port)));
  try {
    return await drive<string | string[]>({
      connections,
      seconds,
      isOver,
      queue: inBulk === null ? itemIds.values() : groupsOf(itemIds, inBulk),
      perform: async (connection, work) => {
        const { status, text } = await wires[connection]!.send(submitRequest(load, work));
        const done = typeof work === 'string' || text().includes(`"accepted":${work.length},`);
        if (status !== 200 || !done)
          throw new Error(`Expected 200 for ${String(work)}; found ${text()}`);
      },
    });
  } finally {
    for (const wire of wires) wire.close();
  }
}

function* groupsOf(itemIds: string[], size: number): Generator<string[], undefined> {
  for (let start = 0; start < itemIds.length; start += size) {
    yield itemIds.slice(start, start + size);
  }
}

/** One draft or several; the key is the id of the first. */
function submitRequest({ port, key, version }: HttpLoad, work: string | string[]): string {
  const alone = typeof work === 'string';
  const body = alone
    ? '{"type":"submit"}'
    : JSON.stringify({ events: work.map((itemId) => ({ itemId, type: 'submit', version })) });
  return [
    `POST /v1/items/${alone ? `${work}/events` : 'bulk-events'} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `authorization: Bearer ${key}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
    ...(alone ? [`if-match: "${version}"`] : []),
    `idempotency-key: ${alone ? work : work[0]}`,
    '',
    body,
  ].join('\r\n');
}

interface Response {
  status: number;
  /** head and body */
  text: () => string;
}

interface Wire {
  /** one request at a time */
  send: (request: string) => Promise<Response>;
  close: () => void;
}

async function openWire(port: number): Promise<Wire> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject);
  });
  return {
    send: (request) => exchange(socket, request),
    close: () => socket.destroy(),
  };
}

function exchange(socket: Socket, request: string): Promise<Response> {
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const settle = (action: () => void): void => {
      socket.off('data', onData).off('error', onError).off('close', onClose);
      action();
    };
    const onData = (chunk: Buffer): void => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const response = responseIn(received);
      if (response !== null) settle(() => resolve(response));
    };
    const onError = (error: Error): void => settle(() => reject(error));
    const onClose = (): void => onError(new Error('The API closed the connection.'));
    socket.on('data', onData).on('error', onError).on('close', onClose);
    socket.write(request);
  });
}

/** Null until the response is whole. */
function responseIn(received: Buffer): Response | null {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd === -1) return null;
  const head = received.toString('latin1', 0, headEnd);
  const [, length] = /\r\ncontent-length: (\d+)/iu.exec(head) ?? [];
  if (length === undefined) throw new Error(`Expected a content-length; found ${head}`);
  if (received.length < headEnd + 4 + Number(length)) return null;
  const status = Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
  return { status, text: () => received.toString() };
}
