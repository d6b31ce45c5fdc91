import { lookup as lookupByDns, type LookupAddress } from 'node:dns';
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { rootCertificates } from 'node:tls';
import { buildConnector } from 'undici';
import type { AddressGuard } from './address-rule.js';
import { AddressRefused, ConnectTimedOut, inTls } from './connection-errors.js';

export type Connector = ReturnType<typeof buildConnector>;

/** Resolves a name as `dns.lookup` does with `all`. */
export type Lookup = (
  hostname: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

interface ConnectorOptions {
  guard: AddressGuard;
  /** milliseconds for the name and the connection, and again for TLS */
  connectTimeoutMs: number;
  /** certificates in PEM that are trusted beside those of Node */
  ca?: string;
  lookup?: Lookup;
}

/**
 * Opens connections for undici, and only to allowed addresses. A literal is refused before anything is opened (Node
 * never looks one up), a name when any of its addresses is not allowed, and whatever was opened in the end by the
 * address that the socket names, before a byte is written: the TLS handshake starts on a connection that was checked.
 */
export function guardedConnector(options: ConnectorOptions): Connector {
  const { guard, connectTimeoutMs: timeout, ca, lookup = lookupByDns } = options;
  const open = socketOpener({ guard, timeout, lookup: guardedLookup(guard, lookup) });
  const startTls = buildConnector({
    timeout,
    ...(ca !== undefined && { ca: [...rootCertificates, ca] }),
  });
  return (target, done) => {
    open(target, (error, socket) => {
      if (error !== null) done(error, null);
      else if (target.protocol !== 'https:') done(null, socket);
      else {
        startTls({ ...target, httpSocket: socket }, (failure, secure) => {
          if (failure === null) done(null, secure);
          else done(inTls(failure), null);
        });
      }
    });
  };
}

type Opened = (...result: [null, Socket] | [Error, null]) => void;

interface Target {
  hostname: string;
  protocol: string;
  port: string;
}

/** The part that checks what was connected to, whatever `lookup` said. */
function socketOpener({
  guard,
  timeout,
  lookup,
}: {
  guard: AddressGuard;
  timeout: number;
  lookup: LookupFunction;
}): (target: Target, done: Opened) => void {
  return ({ hostname, protocol, port }, done) => {
    if (isIP(hostname) !== 0 && !guard.allows(hostname, hostname)) {
      done(new AddressRefused(hostname), null);
      return;
    }
    const socket = connect({
      host: hostname,
      port: Number(port === '' ? PORTS[protocol] : port),
      lookup,
      autoSelectFamily: true,
      noDelay: true,
      keepAlive: true,
    });
    const timer = setTimeout(() => socket.destroy(new ConnectTimedOut(timeout)), timeout);
    let error: Error | null = null;
    socket.on('error', (found) => (error ??= found));
    const closed = () => {
      clearTimeout(timer);
      done(error ?? new Error('The connection was closed at once.'), null);
    };
    socket.once('close', closed);
    socket.once('connect', () => {
      const address = socket.remoteAddress;
      if (address === undefined || !guard.allows(hostname, address)) {
        socket.destroy(new AddressRefused(address ?? null));
        return;
      }
      clearTimeout(timer);
      socket.off('close', closed);
      done(null, socket);
    });
  };
}

const PORTS: Record<string, number> = { 'https:': 443, 'http:': 80 };

/** A lookup that fails when any address of a name is not allowed. */
function guardedLookup(guard: AddressGuard, lookup: Lookup): LookupFunction {
  return (hostname, { all }, done) => {
    lookup(hostname, { all: true }, (error, addresses) => {
      if (error !== null) return done(error, []);
      const refused = addresses.find(({ address }) => !guard.allows(hostname, address));
      if (refused !== undefined) return done(new AddressRefused(refused.address), []);
      const [first] = addresses;
      if (all === true || first === undefined) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}
