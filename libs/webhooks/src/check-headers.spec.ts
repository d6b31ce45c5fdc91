import { describe, expect, it } from '@jest/globals';
import { checkHeaders } from './index.js';

describe('checkHeaders', () => {
  it('takes what a receiver may ask for', () => {
    const headers = { authorization: 'Bearer a.b-c', 'X-Team': 'line 4', 'x-empty': '' };
    expect(checkHeaders(headers)).toEqual([]);
    expect(checkHeaders({})).toEqual([]);
  });

  it.each([
    'Host',
    'content-length',
    'Content-Type',
    'transfer-encoding',
    'connection',
    'expect',
    'proxy-authorization',
    'Webhook-Id',
    'webhook-signature',
    'traceparent',
  ])('leaves %s to the delivery', (name) => {
    expect(checkHeaders({ [name]: 'x' })).toEqual([
      `Expected a header that a delivery does not set itself; found ${name}.`,
    ]);
  });

  it('refuses names and values that are none, and does not repeat a value', () => {
    const problems = checkHeaders({ 'a b': 'x', '': 'x', 'x-split': 'secret\r\nhost: evil' });
    expect(problems).toHaveLength(3);
    expect(problems.join()).not.toContain('secret');
  });

  it('refuses more than 8 KB in all', () => {
    expect(checkHeaders({ 'x-big': 'a'.repeat(8192) })[0]).toContain('8192 bytes');
  });
});
