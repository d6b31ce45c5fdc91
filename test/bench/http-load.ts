import { connect, type Socket } from 'node:net';
import { drive, type Driven } from './drive.js';

/** Submits of drafts over HTTP, one request an item. */
export interface HttpLoad {
  kind: 'http';
  port: number;
  key: string;
  /** the version that every item is at */
  version: number;
  connections: number;
  seconds: number;
  itemIds: string[];
}

/**
 * HTTP/1.1 written by hand over kept-alive sockets: on two cores the sender takes its time from what it measures, so
 * it does as little as it can.
 */
export async function runHttpLoad(load: HttpLoad): Promise<Driven> {
  const { port, connections, seconds } = load;
  const wires = await Promise.all(Array.from({ length: connections }, () => openWire(port)));
  try {
    return await drive({
      connections,
      seconds,
      queue: load.itemIds.values(),
      perform: async (connection, itemId) => {
        const { status, text } = await wires[connection]!.send(submitRequest(load, itemId));
        if (status !== 200) throw new Error(`Expected 200 for ${itemId}; found ${text}`);
      },
    });
  } finally {
    for (const wire of wires) wire.close();
  }
}

const BODY = '{"type":"submit"}';

function submitRequest({ port, key, version }: HttpLoad, itemId: string): string {
  return [
    `POST /v1/items/${itemId}/events HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `authorization: Bearer ${key}`,
    'content-type: application/json',
    `content-length: ${BODY.length}`,
    `if-match: "${version}"`,
    `idempotency-key: ${itemId}`,
    '',
    BODY,
  ].join('\r\n');
}

interface Response {
  status: number;
  /** head and body, for a person to read */
  text: string;
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
  return { status, text: status === 200 ? '' : received.toString() };
}
