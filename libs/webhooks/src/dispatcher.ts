import { Agent, Client, type Dispatcher, Pool } from 'undici';
import { AddressGuard, type AddressRule } from './address-rule.js';
import { type Connector, guardedConnector, type Lookup } from './connector.js';

/** Milliseconds for the name and the connection, and again for TLS. */
const CONNECT_TIMEOUT = 10_000;
/** Milliseconds that a connection is kept for the next delivery; less where the receiver says so. */
const KEEP_ALIVE = 10_000;

export interface DispatcherOptions {
  /** what is delivered to beside public addresses */
  allow: readonly AddressRule[];
  timeouts?: {
    /** milliseconds for the name and the connection, and again for TLS; 10 s where it is left out */
    connectMs?: number;
    /** milliseconds that an idle connection is kept; 10 s where it is left out */
    keepAliveMs?: number;
  };
  /** connections to one scheme, host and port, whoever's endpoints are there; as many as needed where it is left out */
  connectionsPerOrigin?: number;
  /** certificates in PEM that are trusted beside those of Node */
  ca?: string;
  /** resolves names; `dns.lookup` where it is left out. What it says is checked. */
  lookup?: Lookup;
}

/**
 * Keeps connections to receivers open, each of them checked. Make one for a process, `close()` it when the deliveries
 * under way are to be finished, `destroy()` it when not.
 */
export function createDispatcher({
  allow,
  timeouts: { connectMs = CONNECT_TIMEOUT, keepAliveMs = KEEP_ALIVE } = {},
  connectionsPerOrigin,
  ca,
  lookup,
}: DispatcherOptions): Dispatcher {
  const connect = guardedConnector({
    guard: new AddressGuard(allow),
    connectTimeoutMs: connectMs,
    ...(ca !== undefined && { ca }),
    ...(lookup !== undefined && { lookup }),
  });
  return new Agent({
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: keepAliveMs,
    factory: (origin, options) =>
      new Pool(origin, {
        ...options,
        connections: connectionsPerOrigin ?? null,
        factory: (origin, options) => reportingClient({ origin, options, connect }),
      }),
  });
}

/** A request that is told by whom it is sent, and can ask that connection where it leads. */
export type ReportedRequest = Dispatcher.DispatchOptions & {
  onConnection?: (address: () => string | null) => void;
};

/** A client of one connection at a time that tells its requests where that connection leads. */
function reportingClient({
  origin,
  options,
  connect,
}: {
  origin: URL;
  options: Client.Options;
  connect: Connector;
}): Client {
  let address: string | null = null;
  const client = new Client(origin, {
    ...options,
    connect: (target, done) => {
      address = null;
      connect(target, (...result) => {
        address = result[1]?.remoteAddress ?? null;
        done(...result);
      });
    },
  });
  const dispatch = client.dispatch.bind(client);
  client.dispatch = (request: ReportedRequest, handler) => {
    request.onConnection?.(() => address);
    return dispatch(request, handler);
  };
  return client;
}
