import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { isSecret, newSecret, signMessage } from './index.js';

const OLD = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const NEW = `whsec_${Buffer.alloc(24, 2).toString('base64')}`;
const now = Math.floor(Date.now() / 1000);
const message = {
  id: 'msg-1',
  timestamp: now,
  body: '{"type":"item.published","data":{"title":"Grüße"}}',
};

describe('signMessage', () => {
  it('is verified by the reference libraries, with the old and the new secret while they rotate', () => {
    const headers = { ...signMessage(message, [NEW, OLD]) };
    for (const secret of [OLD, NEW]) {
      for (const webhook of [new Webhook(secret), new SvixWebhook(secret)]) {
        expect(webhook.verify(message.body, headers)).toEqual(JSON.parse(message.body));
      }
    }
  });

  it('signs bytes as it signs the text that they are', () => {
    const bytes = Buffer.from(message.body);
    expect(signMessage({ ...message, body: bytes }, [OLD])).toEqual(signMessage(message, [OLD]));
  });

  it('refuses an id with a dot, a broken timestamp and a secret that is none, unrepeated', () => {
    expect(() => signMessage({ ...message, id: 'a.b' }, [OLD])).toThrow('without a dot');
    expect(() => signMessage({ ...message, timestamp: now + 0.5 }, [OLD])).toThrow('whole seconds');
    expect(() => signMessage(message, ['whsec_c2hvcnQ='])).toThrow('24 to 64 bytes');
    expect(() => signMessage(message, ['whsec_c2hvcnQ='])).not.toThrow('c2hvcnQ');
  });
});

describe('a secret', () => {
  it('is made of 32 random bytes', () => {
    const secret = newSecret();
    expect(Buffer.from(secret.slice(6), 'base64').length).toBe(32);
    expect(isSecret(secret)).toBe(true);
    expect(newSecret()).not.toBe(secret);
  });

  it('is whsec_ and padded base64 of 24 to 64 bytes, and nothing else', () => {
    const of = (bytes: number) => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;
    expect([24, 32, 64].map((bytes) => isSecret(of(bytes)))).toEqual([true, true, true]);
    for (const text of [
      '',
      of(23),
      of(65),
      of(32).slice(6),
      of(32).slice(0, -1),
      `${of(24)} `,
      of(24).replace('B', '*'),
      'whsec_',
    ]) {
      expect([text, isSecret(text)]).toEqual([text, false]);
    }
  });
});
