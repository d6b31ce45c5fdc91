import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { newSecret, type SignedMessage, signMessage, verifyMessage } from './index.js';

const OLD = newSecret();
const NEW = newSecret();
const now = Math.floor(Date.now() / 1000);
const body = '{"type":"item.published","data":{"title":"Grüße"}}';
const message = { id: 'msg-1', timestamp: now, body };
const headers = signMessage(message, [OLD]);
const received = { body, secret: OLD, now };

const messages = fc.record({
  id: fc.stringMatching(/^[\w-]{1,40}$/u),
  timestamp: fc.integer({ min: now - 240, max: now + 240 }),
  body: fc.oneof(fc.json(), fc.string({ unit: 'grapheme', minLength: 1 })),
});

describe('verifyMessage', () => {
  it('accepts what the reference libraries sign', () => {
    const at = new Date(now * 1000);
    for (const signature of [
      new Webhook(OLD).sign(message.id, at, body),
      new SvixWebhook(OLD).sign(message.id, at, body),
    ]) {
      const signed = { ...headers, 'webhook-signature': signature };
      expect(verifyMessage(signed, received)).toEqual({ valid: true, id: 'msg-1' });
    }
  });

  it('takes raw bytes, names in any case, values in arrays and each of several secrets', () => {
    const {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    } = headers;
    const given = { 'Webhook-Id': [id], 'WEBHOOK-TIMESTAMP': timestamp };
    const bytes = Buffer.from(body);
    for (const signatures of [[signature], ['v1,bm9uZQ==', signature], `v1a,x ${signature}`]) {
      const all = { ...given, 'Webhook-Signature': signatures };
      const found = verifyMessage(all, { body: bytes, secret: [NEW, OLD], now });
      expect(found).toEqual({ valid: true, id });
    }
  });

  it('takes headers as fetch gives them', async () => {
    const request = new Request('http://localhost/', {
      method: 'POST',
      headers: { ...headers },
      body,
    });
    const bytes = new Uint8Array(await request.arrayBuffer());
    const found = verifyMessage(request.headers, { ...received, body: bytes });
    expect(found).toEqual({ valid: true, id: 'msg-1' });
    expect(verifyMessage(new Headers(), received)).toMatchObject({ why: 'missing_headers' });
  });

  it('verifies bytes that are no UTF-8 as they are', () => {
    const bytes = Buffer.from([0xff, 0xfe, 0]);
    const signed = signMessage({ ...message, body: bytes }, [OLD]);
    expect(verifyMessage(signed, { ...received, body: bytes }).valid).toBe(true);
    expect(verifyMessage(signed, { ...received, body: bytes.toString() }).valid).toBe(false);
  });

  it('names the headers that are missing', () => {
    expect(verifyMessage({}, received)).toEqual({
      valid: false,
      why: 'missing_headers',
      missing: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
    });
    const partly = { ...headers, 'webhook-id': [], 'webhook-signature': ' ' };
    expect(verifyMessage(partly, received)).toEqual({
      valid: false,
      why: 'missing_headers',
      missing: ['webhook-id', 'webhook-signature'],
    });
  });

  it('refuses two ids, of which a receiver might take the wrong one', () => {
    for (const twice of [
      { ...headers, 'webhook-id': ['msg-1', 'msg-2'] },
      { ...headers, 'Webhook-Id': 'msg-2' },
    ]) {
      expect(verifyMessage(twice, received)).toMatchObject({ why: 'no_matching_signature' });
    }
  });

  it('refuses what was seen before, and asks for it only when all else holds', () => {
    const asked: string[] = [];
    const seen = (id: string) => asked.push(id) > 1;
    expect(verifyMessage(headers, { ...received, seen })).toEqual({ valid: true, id: 'msg-1' });
    expect(verifyMessage(headers, { ...received, body: `${body} `, seen }).valid).toBe(false);
    expect(verifyMessage(headers, { ...received, now: now + 301, seen }).valid).toBe(false);
    expect(asked).toEqual(['msg-1']);
    expect(verifyMessage(headers, { ...received, seen })).toEqual({
      valid: false,
      why: 'replayed',
      id: 'msg-1',
    });
  });

  it('refuses a timestamp more than five minutes away in both directions', () => {
    for (const [shift, valid] of [
      [300, true],
      [-300, true],
      [301, false],
      [-301, false],
    ] as const) {
      expect(verifyMessage(headers, { ...received, now: now + shift }).valid).toBe(valid);
    }
  });

  it('throws for a secret of the caller that is none', () => {
    expect(() => verifyMessage(headers, { ...received, secret: 'hunter2' })).toThrow('whsec_');
  });
});

describe('any signed message', () => {
  it('is verified by both reference libraries with each secret of a rotation, and by us', () => {
    fc.assert(
      fc.property(messages, (any) => {
        const signed = signMessage(any, [NEW, OLD]);
        for (const secret of [OLD, NEW]) {
          const verification = verifyMessage(signed, { body: any.body, secret, now });
          expect(verification).toEqual({ valid: true, id: any.id });
          const given = { ...signed };
          expect(() => rawVerify(new Webhook(secret), any, given)).not.toThrow();
          expect(() => rawVerify(new SvixWebhook(secret), any, given)).not.toThrow();
        }
      }),
    );
  });

  it('is refused as soon as one character of body, id, timestamp or signature differs', () => {
    const part = fc.constantFrom('body', 'webhook-id', 'webhook-timestamp', 'webhook-signature');
    fc.assert(
      fc.property(messages, part, fc.nat(), fc.constantFrom('', '0', '1', 'x'), (...drawn) => {
        const [any, name, place, other] = drawn;
        const signed = { body: any.body, ...signMessage(any, [OLD]) };
        const text = signed[name];
        const at = place % text.length;
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        fc.pre(changed.trim() !== text);
        const { body, ...given } = { ...signed, [name]: changed };
        expect(verifyMessage(given, { body, secret: OLD, now }).valid).toBe(false);
        expect(verifyMessage(given, { body, secret: NEW, now }).valid).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('is refused under another spelling of its timestamp', () => {
    for (const spelling of [
      `0${now}`,
      `${now}.0`,
      `+${now}`,
      `${now}e0`,
      `0x${now.toString(16)}`,
    ]) {
      const other = { ...headers, 'webhook-timestamp': spelling };
      expect(verifyMessage(other, received).valid).toBe(false);
    }
  });
});

/** The libraries parse JSON after they verified; what is no JSON proves as much as what is. */
function rawVerify(
  webhook: { verify: (body: string, headers: Record<string, string>) => unknown },
  { body }: SignedMessage,
  headers: Record<string, string>,
): void {
  try {
    webhook.verify(body as string, headers);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
}
