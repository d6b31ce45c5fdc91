import { describe, expect, it } from '@jest/globals';
import { checkUrl, readAddressRules } from './index.js';

const STRICT = { allowHttp: false, allow: [] };
const check = (text: string) => checkUrl(text, STRICT);

describe('checkUrl', () => {
  it.each([
    'https://example.com',
    'https://example.com:8443/hooks/1?team=a%20b',
    'https://EXAMPLE.com./hook',
    'https://bücher.example/ü',
    'https://93.184.216.34/hook',
    'https://[2606:4700::1111]/hook',
    'https://localhost.example.com/',
    'https://internal.example/',
    'https://not-local.org/',
  ])('has nothing against %s', (text) => expect(check(text)).toEqual([]));

  it.each([
    ['http://example.com/', 'Expected an https URL; found http.'],
    ['ftp://example.com/', 'Expected an https URL; found ftp.'],
    ['file:///etc/passwd', 'Expected an https URL; found file.'],
    ['javascript:alert(1)', 'Expected an https URL; found javascript.'],
    ['https://user:pass@example.com/', 'without a name or password'],
    ['https://user@example.com/', 'without a name or password'],
    ['https://example.com/#part', 'without a fragment'],
    ['https://example.com/#', 'without a fragment'],
    ['/hook', 'Expected an absolute URL'],
    ['', 'Expected an absolute URL'],
    ['https://', 'Expected an absolute URL'],
    ['https://example.com:99999/', 'Expected an absolute URL'],
    [' https://example.com/', 'Expected an absolute URL'],
    ['https://exam\nple.com/', 'Expected an absolute URL'],
    ['https://example.com/a b', 'Expected an absolute URL'],
  ])('refuses %j: %s', (text, problem) => {
    expect(check(text)).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    '127.0.0.1',
    '127.0.0.1.',
    '127.1',
    '2130706433',
    '0177.0.0.1',
    '017700000001',
    '0x7f.0.0.1',
    '0x7f000001',
    '0X7F.1',
    '１２７.0.0.1',
    '127。0。0。1',
    '%31%32%37.0.0.1',
    '0',
    '0.0.0.0',
    '10.0.0.1',
    '169.254.169.254',
    '0xa9fea9fe',
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::10.0.0.1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    '[fd00:ec2::254]',
    '[fe80::1]',
  ])('refuses the address %s', (host) => {
    expect(check(`https://${host}/`)).toEqual([expect.stringContaining('public address')]);
  });

  it.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'x.localhost',
    'printer.local',
    'vault.internal',
    'vault.internal.',
    'nas.home.arpa',
    'box.localdomain',
    'redis',
    'ｌｏｃａｌｈｏｓｔ',
  ])('refuses the host %s', (host) => {
    expect(check(`https://${host}/`)).toEqual([expect.stringContaining('public internet')]);
  });

  it('refuses what is too long, as it was written or once it is encoded', () => {
    expect(check(`https://example.com/${'a'.repeat(2028)}`)).toEqual([]);
    expect(check(`https://example.com/${'a'.repeat(2029)}`)[0]).toContain('found 2049.');
    expect(check(`https://example.com/${'ü'.repeat(1000)}`)[0]).toContain('once it is encoded');
  });

  it('names every problem at once', () => {
    expect(check('https://me@127.0.0.1/#x')).toHaveLength(3);
  });

  it('takes http, hosts and networks only where they are allowed', () => {
    const allow = readAddressRules('127.0.0.0/8, ::1, Hooks, vault.internal.');
    const lenient = (text: string) => checkUrl(text, { allowHttp: true, allow });
    for (const text of [
      'http://example.com/',
      'http://127.0.0.2:3000/',
      'http://0x7f.1/',
      'http://[::1]/',
      'http://[::ffff:127.0.0.1]/',
      'http://hooks/',
      'https://vault.internal/',
    ]) {
      expect([text, lenient(text)]).toEqual([text, []]);
    }
    for (const text of [
      'http://10.0.0.1/',
      'http://localhost/',
      'http://a.internal/',
      'ftp://hooks/',
    ]) {
      expect([text, lenient(text)]).toEqual([text, [expect.any(String)]]);
    }
  });
});

describe('readAddressRules', () => {
  it('reads networks, addresses and hosts', () => {
    expect(readAddressRules('')).toEqual([]);
    expect(readAddressRules(' 10.0.0.0/8,10.1.2.3  fd00::/8,::1\nhooks.Example. ')).toEqual([
      { network: '10.0.0.0/8' },
      { network: '10.1.2.3/32' },
      { network: 'fd00::/8' },
      { network: '::1/128' },
      { host: 'hooks.example' },
    ]);
  });

  it.each([
    '10.0.0.0/33',
    '10.0.0/8',
    '::1/129',
    '10.0.0.0/',
    '127.1',
    '0x7f',
    '*',
    'a_b',
    'a..b',
    'http://a',
    'fe80::1%1',
  ])('refuses %s', (word) => {
    expect(() => readAddressRules(`::1, ${word}`)).toThrow(`found "${word}"`);
  });
});
