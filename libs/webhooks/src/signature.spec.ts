import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { signMessage, verifyMessage } from './index.js';

const OLD = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const NEW = `whsec_${Buffer.alloc(24, 2).toString('base64')}`;
const now = Math.floor(Date.now() / 1000);
const message = {
  id: 'msg-1',
  timestamp: now,
  body: '{"type":"item.published","data":{"title":"Grüße"}}',
};

describe('signMessage', () => {
  it('is verified by the reference library', () => {
    const headers = signMessage(message, [OLD]);
    expect(new Webhook(OLD).verify(message.body, { ...headers })).toEqual(JSON.parse(message.body));
  });

  it('is verified with the old and the new secret while they rotate', () => {
    const headers = signMessage(message, [NEW, OLD]);
    for (const secret of [OLD, NEW]) {
      expect(() => new Webhook(secret).verify(message.body, { ...headers })).not.toThrow();
    }
  });

  it('refuses an id with a dot and a secret that is too short', () => {
    expect(() => signMessage({ ...message, id: 'a.b' }, [OLD])).toThrow('without a dot');
    expect(() => signMessage(message, ['whsec_c2hvcnQ='])).toThrow('24 to 64 bytes');
  });
});

describe('verifyMessage', () => {
  it('accepts what the reference library signed', () => {
    const signature = new Webhook(OLD).sign(message.id, new Date(now * 1000), message.body);
    const headers = { ...signMessage(message, [NEW]), 'webhook-signature': signature };
    expect(verifyMessage(headers, { body: message.body, secret: OLD, now })).toEqual({
      valid: true,
      id: message.id,
    });
  });

  it('refuses a changed body, another secret and a timestamp more than five minutes away', () => {
    const headers = signMessage(message, [OLD]);
    const { body } = message;
    const wrong = { valid: false, why: 'no_matching_signature' };
    const late = { valid: false, why: 'timestamp_out_of_tolerance' };
    expect(verifyMessage(headers, { body: `${body} `, secret: OLD, now })).toEqual(wrong);
    expect(verifyMessage(headers, { body, secret: NEW, now })).toEqual(wrong);
    expect(verifyMessage(headers, { body, secret: OLD, now: now + 301 })).toEqual(late);
    const undated = { ...headers, 'webhook-timestamp': 'soon' };
    expect(verifyMessage(undated, { body, secret: OLD, now })).toEqual(late);
  });
});
