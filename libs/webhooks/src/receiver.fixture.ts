import { once } from 'node:events';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net';
import type { SelfSigned } from './certificate.fixture.js';
import type { Lookup } from './connector.js';

/** A server on a free port of the loopback that counts what reaches it. */
export class TestReceiver {
  requests = 0;
  private readonly sockets: Socket[] = [];

  private constructor(private readonly server: Server) {
    server.on('connection', (socket: Socket) => {
      this.sockets.push(socket);
      socket.on('error', () => {});
    });
    server.on('request', () => (this.requests += 1));
  }

  static http(listener: RequestListener): Promise<TestReceiver> {
    return new TestReceiver(createHttp(listener)).listening();
  }

  static https(listener: RequestListener, tls: SelfSigned): Promise<TestReceiver> {
    return new TestReceiver(createHttps(tls, listener)).listening();
  }

  static tcp(listener: (socket: Socket) => void): Promise<TestReceiver> {
    return new TestReceiver(createTcp(listener)).listening();
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** that were opened so far */
  get connections(): number {
    return this.sockets.length;
  }

  /** that came in over all of them, of TLS too */
  get bytes(): number {
    return this.sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
  }

  /** At an address of the loopback or under a name that a lookup leads there. */
  url(host = '127.0.0.1', protocol = 'http'): string {
    return `${protocol}://${host}:${this.port}/hook`;
  }

  /** Waits until every connection has ended, from which on nothing can arrive any more. */
  async quiet(): Promise<void> {
    const open = this.sockets.filter(({ closed }) => !closed);
    await Promise.all(open.map((socket) => new Promise((closed) => socket.once('close', closed))));
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private async listening(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }
}

/** A lookup that gives one address after the other, and the last one for ever. */
export function lookupOf(...addresses: string[]): Lookup {
  let count = 0;
  return (_hostname, _options, done) => {
    const address = addresses[Math.min(count, addresses.length - 1)]!;
    count += 1;
    process.nextTick(done, null, [{ address, family: address.includes(':') ? 6 : 4 }]);
  };
}
