import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  getDefaultAutoSelectFamilyAttemptTimeout,
  setDefaultAutoSelectFamilyAttemptTimeout,
} from 'node:net';
import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { type SelfSigned, selfSigned } from './certificate.fixture.js';
import {
  createDispatcher,
  deliver,
  type DispatcherOptions,
  type Lookup,
  newSecret,
  readAddressRules,
} from './index.js';
import { lookupOf, TestReceiver } from './receiver.fixture.js';

const LOOPBACK = readAddressRules('127.0.0.0/8, ::1');
const PUBLIC = '93.184.216.34';
const NAME = 'hooks.example';
const tls: SelfSigned = selfSigned(NAME);
const dispatchers: Dispatcher[] = [];
let receiver: TestReceiver;
let secure: TestReceiver;

beforeAll(async () => {
  receiver = await TestReceiver.http((_request, response) => response.end('hello'));
  secure = await TestReceiver.https((_request, response) => response.end('hello'), tls);
});

afterEach(async () => {
  await Promise.all(dispatchers.splice(0).map((dispatcher) => dispatcher.destroy()));
  await Promise.all([receiver.quiet(), secure.quiet()]);
});

afterAll(() => Promise.all([receiver.close(), secure.close()]));

function dispatcherWith(options: Partial<DispatcherOptions> = {}): Dispatcher {
  const dispatcher = createDispatcher({ allow: [], ca: tls.cert, ...options });
  dispatchers.push(dispatcher);
  return dispatcher;
}

function post(url: string, dispatcher: Dispatcher) {
  const message = { id: 'msg-1', timestamp: 1_772_000_000, body: '{}', secrets: [newSecret()] };
  return deliver({ url, ...message }, { dispatcher, timeoutMs: 5000 });
}

/** What reached the receivers while something was done. */
async function reaching(action: () => Promise<unknown>) {
  const before = [receiver, secure].map(({ connections, bytes }) => ({ connections, bytes }));
  await action();
  await Promise.all(dispatchers.splice(0).map((dispatcher) => dispatcher.destroy()));
  await Promise.all([receiver.quiet(), secure.quiet()]);
  return [receiver, secure].reduce(
    (sum, { connections, bytes }, index) => ({
      connections: sum.connections + connections - before[index]!.connections,
      bytes: sum.bytes + bytes - before[index]!.bytes,
    }),
    { connections: 0, bytes: 0 },
  );
}

const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ family, internal }) => family === 'IPv6' && internal),
);
/** Spellings of the loopback that reach the receiver where it is allowed. */
const LITERALS = [
  '127.0.0.1',
  '2130706433',
  '0177.0.0.1',
  '0x7f.0.0.1',
  '0x7f000001',
  '127.1',
  '127.0.0.1.',
  '%31%32%37.0.0.1',
  ...(hasIpv6 ? ['[::ffff:127.0.0.1]', '[::ffff:7f00:1]'] : []),
];

describe('a delivery that nobody checked at registration', () => {
  it.each(LITERALS)('to %s is refused before anything is connected', async (host) => {
    const reached = await reaching(async () => {
      const dispatcher = dispatcherWith();
      for (const url of [receiver.url(host), secure.url(host, 'https')]) {
        const outcome = await post(url, dispatcher);
        expect(outcome).toMatchObject({ ok: false, error: 'address_refused', statusCode: null });
        expect(outcome.address).toMatch(/127\.0\.0\.1|::ffff:7f00:1/u);
        expect(outcome.detail).not.toContain('127');
      }
    });
    expect(reached).toEqual({ connections: 0, bytes: 0 });
    // Where it is allowed the same URL gets there, so the guard is what kept it out.
    const allowed = dispatcherWith({ allow: LOOPBACK });
    expect(await post(receiver.url(host), allowed)).toMatchObject({ ok: true });
  });

  it.each(['0.0.0.0', '[::]', '[::1]', '10.0.0.1', '169.254.169.254', '[64:ff9b::7f00:1]'])(
    'to %s is refused as well',
    async (host) => {
      const reached = await reaching(async () => {
        const outcome = await post(receiver.url(host), dispatcherWith());
        expect(outcome.error).toBe('address_refused');
      });
      expect(reached).toEqual({ connections: 0, bytes: 0 });
    },
  );

  it('to localhost, as the system resolves it, is refused', async () => {
    const reached = await reaching(async () => {
      const outcome = await post(receiver.url('localhost'), dispatcherWith());
      expect(outcome.error).toBe('address_refused');
    });
    expect(reached).toEqual({ connections: 0, bytes: 0 });
  });

  it('to a name is refused when any of its addresses is not public', async () => {
    const lookup: Lookup = (_hostname, _options, done) =>
      done(null, [
        { address: PUBLIC, family: 4 },
        { address: '::1', family: 6 },
      ]);
    const reached = await reaching(async () => {
      const outcome = await post(receiver.url(NAME), dispatcherWith({ lookup }));
      expect(outcome).toMatchObject({ error: 'address_refused', address: '::1' });
    });
    expect(reached).toEqual({ connections: 0, bytes: 0 });
  });

  it('to a name that leads elsewhere at the next lookup is refused then', async () => {
    const lookup = lookupOf(PUBLIC, '127.0.0.1');
    const checked = new Promise<LookupAddress[]>((resolve) => {
      lookup(NAME, { all: true }, (_error, addresses) => resolve(addresses));
    });
    expect(await checked).toEqual([{ address: PUBLIC, family: 4 }]);
    const reached = await reaching(async () => {
      const outcome = await post(receiver.url(NAME), dispatcherWith({ lookup }));
      expect(outcome.error).toBe('address_refused');
    });
    expect(reached).toEqual({ connections: 0, bytes: 0 });
  });

  it.each(['http', 'https'])(
    'over %s that was connected elsewhere than its lookup said is refused without a byte',
    async (protocol) => {
      const target = protocol === 'http' ? receiver : secure;
      const reached = await reaching(async () => {
        const dispatcher = dispatcherWith({ lookup: rebinding });
        const outcome = await post(target.url(NAME, protocol), dispatcher);
        expect(outcome).toMatchObject({ error: 'address_refused', address: '127.0.0.1' });
      });
      expect(reached).toEqual({ connections: 1, bytes: 0 });
    },
  );
});

/** Says a public address to who checks it, and the loopback to who connects afterwards. */
const rebinding: Lookup = (_hostname, _options, done) => {
  let reads = 0;
  const address = {
    family: 4,
    get address() {
      reads += 1;
      return reads === 1 ? PUBLIC : '127.0.0.1';
    },
  };
  done(null, [address]);
};

describe('a kept connection', () => {
  it('serves the next delivery to its host, and no other host', async () => {
    const reached = await reaching(async () => {
      const dispatcher = dispatcherWith({
        allow: readAddressRules(NAME),
        lookup: lookupOf('127.0.0.1'),
      });
      for (const host of [NAME, NAME, 'HOOKS.example']) {
        const outcome = await post(receiver.url(host), dispatcher);
        expect(outcome).toMatchObject({ ok: true, address: '127.0.0.1' });
        // undici gives a connection free one turn after the answer.
        await turn();
      }
      for (const host of ['127.0.0.1', 'other.example', `a.${NAME}`]) {
        expect((await post(receiver.url(host), dispatcher)).error).toBe('address_refused');
      }
    });
    expect(reached.connections).toBe(1);
  });

  it('is checked anew when it has to be opened again', async () => {
    const closing = await TestReceiver.http((_request, response) =>
      response.writeHead(200, { connection: 'close' }).end(),
    );
    const dispatcher = dispatcherWith({
      allow: readAddressRules('127.0.0.1'),
      lookup: lookupOf('127.0.0.1', '127.0.0.2'),
    });
    expect((await post(closing.url(NAME), dispatcher)).ok).toBe(true);
    const again = await post(closing.url(NAME), dispatcher);
    expect(again).toMatchObject({ error: 'address_refused', address: '127.0.0.2' });
    expect(closing.connections).toBe(1);
    await closing.close();
  });
});

describe('a name of several addresses', () => {
  const lookup: Lookup = (_hostname, _options, done) =>
    done(null, [
      { address: '127.0.0.9', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);

  // As long as Node tries one address before it goes on to the next, however busy the machine is.
  const patience = getDefaultAutoSelectFamilyAttemptTimeout();
  beforeAll(() => setDefaultAutoSelectFamilyAttemptTimeout(5000));
  afterAll(() => setDefaultAutoSelectFamilyAttemptTimeout(patience));

  it('is delivered to where one of them answers, and fails where none does', async () => {
    const dispatcher = dispatcherWith({ lookup, allow: LOOPBACK });
    const other = await TestReceiver.http((_request, response) =>
      response.writeHead(200, { connection: 'close' }).end(),
    );
    const url = other.url(NAME);
    expect(await post(url, dispatcher)).toMatchObject({ ok: true, address: '127.0.0.1' });
    await other.close();
    const refused = await post(url, dispatcher);
    expect(refused).toMatchObject({ error: 'connection_refused', address: '127.0.0.9' });
  });
});

describe('TLS', () => {
  const options = { allow: LOOPBACK, lookup: lookupOf('127.0.0.1') };

  it('is spoken with who has a trusted certificate of the name', async () => {
    const outcome = await post(secure.url(NAME, 'https'), dispatcherWith(options));
    expect(outcome).toMatchObject({ ok: true, statusCode: 200, address: '127.0.0.1' });
  });

  it('is refused to a certificate that nobody vouches for, and to one of another name', async () => {
    const before = secure.requests;
    const distrusting = createDispatcher(options);
    dispatchers.push(distrusting);
    expect(await post(secure.url(NAME, 'https'), distrusting)).toMatchObject({
      ok: false,
      error: 'tls',
      detail: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT'),
    });
    const other = await post(secure.url('other.example', 'https'), dispatcherWith(options));
    expect(other).toMatchObject({
      error: 'tls',
      detail: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID'),
    });
    expect(secure.requests).toBe(before);
  });

  it('fails where the other side does not speak it', async () => {
    const outcome = await post(receiver.url(NAME, 'https'), dispatcherWith(options));
    expect(outcome).toMatchObject({ error: 'tls' });
  });

  it('has to be agreed on in time', async () => {
    const silent = await TestReceiver.tcp((socket) => socket.resume());
    const message = { id: 'a', timestamp: 1, body: '', secrets: [newSecret()] };
    const url = silent.url(NAME, 'https');
    const dispatcher = dispatcherWith(options);
    const outcome = await deliver({ url, ...message }, { dispatcher, timeoutMs: 100 });
    expect(outcome).toMatchObject({ error: 'timeout', statusCode: null });
    await silent.close();
  });
});

describe('an attempt that ran out of time before it was connected', () => {
  it('sends nothing when the connection comes about later', async () => {
    let answer = () => {};
    const lookup: Lookup = (_hostname, _options, done) => {
      answer = () => done(null, [{ address: '127.0.0.1', family: 4 }]);
    };
    const late = await TestReceiver.http((_request, response) => response.end());
    const dispatcher = dispatcherWith({ allow: LOOPBACK, lookup });
    const message = { id: 'a', timestamp: 1, body: '{}', secrets: [newSecret()] };
    const options = { dispatcher, timeoutMs: 50 };
    const outcome = await deliver({ url: late.url(NAME), ...message }, options);
    expect(outcome).toMatchObject({ error: 'timeout', statusCode: null, address: null });
    const connected = once(dispatcher, 'connect');
    answer();
    await connected;
    await dispatcher.close();
    await late.quiet();
    expect([late.connections, late.requests, late.bytes]).toEqual([1, 0, 0]);
    await late.close();
  });
});
