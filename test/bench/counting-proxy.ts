import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What went from a program to PostgreSQL since the start. */
export interface Traffic {
  /** times that a program sent something and waited for the answer */
  roundTrips: number;
  /** Sync and Query messages; more than the round trips where some are sent before the one before is answered */
  statements: number;
}

/** A PostgreSQL that counts: a proxy before the one of `url`. */
export interface CountingProxy {
  url: string;
  traffic: () => Traffic;
  close: () => void;
}

export async function startCountingProxy(url: string): Promise<CountingProxy> {
  const traffic = { roundTrips: 0, statements: 0 };
  const sockets = new Set<Socket>();
  const { hostname, port } = new URL(url);
  const server = createServer({ noDelay: true }, (client) => {
    const database = connect({
      host: hostname,
      port: port === '' ? 5432 : Number(port),
      noDelay: true,
    });
    let unanswered = 0;
    const fromClient = messageReader('client', (type) => {
      if (type !== 'S' && type !== 'Q') return;
      if (unanswered === 0) traffic.roundTrips += 1;
      traffic.statements += 1;
      unanswered += 1;
    });
    const fromDatabase = messageReader('database', (type) => {
      // ReadyForQuery; the first one ends the greeting, which nobody counts.
      if (type === 'Z' && unanswered > 0) unanswered -= 1;
    });
    client.on('data', fromClient).pipe(database);
    database.on('data', fromDatabase).pipe(client);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = { hostname: '127.0.0.1', port: String((server.address() as AddressInfo).port) };
  return {
    url: Object.assign(new URL(url), own).href,
    traffic: () => ({ ...traffic }),
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/**
 * Tells the types of the messages in a stream: one byte of type and four of length (PostgreSQL, "Message Formats").
 * A client's first message has no type, and says by its length where the second begins.
 */
function messageReader(
  side: 'client' | 'database',
  onMessage: (type: string) => void,
): (chunk: Buffer) => void {
  let typeBytes = side === 'client' ? 0 : 1;
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= typeBytes + 4) {
      const end = typeBytes + rest.readInt32BE(typeBytes);
      if (rest.length < end) return;
      if (typeBytes === 1) onMessage(String.fromCharCode(rest[0]!));
      rest = rest.subarray(end);
      typeBytes = 1;
    }
  };
}
