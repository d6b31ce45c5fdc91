import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isPublicAddress } from './index.js';

/** The first and the last address of each refused range. */
const REFUSED = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['168.63.129.16', '168.63.129.16'],
  ['169.254.0.0', '169.254.169.254', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.31.196.0', '192.31.196.255'],
  ['192.52.193.0', '192.52.193.255'],
  ['192.88.99.0', '192.88.99.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['192.175.48.0', '192.175.48.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '239.255.255.255', '240.0.0.0', '255.255.255.255'],
];

/** Their neighbours, which are public. */
const PUBLIC = [
  '1.0.0.0',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '168.63.129.15',
  '168.63.129.17',
  '169.253.255.255',
  '169.255.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.1.0',
  '192.0.3.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
];

describe('isPublicAddress', () => {
  it('refuses the special ranges of IPv4 from end to end, and nothing beside them', () => {
    expect(REFUSED.flat().filter(isPublicAddress)).toEqual([]);
    expect(PUBLIC.filter((address) => !isPublicAddress(address))).toEqual([]);
  });

  it('judges IPv4 within mapped and NAT64 addresses by what they hold', () => {
    for (const around of ['::ffff:', '64:ff9b::', '0:0:0:0:0:FFFF:']) {
      expect(REFUSED.flat().filter((inner) => isPublicAddress(around + inner))).toEqual([]);
      expect(PUBLIC.filter((inner) => !isPublicAddress(around + inner))).toEqual([]);
    }
    expect(isPublicAddress('::ffff:7f00:1')).toBe(false);
    expect(isPublicAddress('64:ff9b::a9fe:a9fe')).toBe(false);
  });

  it.each([
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['IPv4-compatible', '::8.8.8.8'],
    ['IPv4-translated', '::ffff:0:8.8.8.8'],
    ['local-use NAT64', '64:ff9b:1::8.8.8.8'],
    ['next to NAT64', '64:ff9b:0:0:0:1:808:808'],
    ['discard-only', '100::1'],
    ['Teredo', '2001::1'],
    ['benchmarking', '2001:2::1'],
    ['ORCHIDv2', '2001:20::1'],
    ['last protocol assignment', '2001:1ff:ffff::1'],
    ['documentation', '2001:db8::1'],
    ['6to4 of a public address', '2002:808:808::1'],
    ['6to4 of the loopback', '2002:7f00:1::1'],
    ['AS112', '2620:4f:8000::1'],
    ['documentation of 2024', '3fff::1'],
    ['beyond global unicast', '4000::1'],
    ['segment routing', '5f00::1'],
    ['unique local', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['no address', 'example.com'],
    ['nothing', ''],
    ['an address in another spelling', '0x7f.1'],
  ])('refuses %s: %s', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    '2000::1',
    '2001:200::1',
    '2001:4860:4860::8888',
    '2003::1',
    '2606:4700::1111',
    '3ffe::1',
  ])('takes %s of global unicast', (address) => expect(isPublicAddress(address)).toBe(true));

  it('gives the same for an address in each of its spellings', () => {
    const group = fc.constantFrom('0', '1', 'ffff', '7f00', '2001', '64', 'ff9b', 'fe80', 'a00');
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        const long = groups.map((digits) => digits.padStart(4, '0').toUpperCase()).join(':');
        const short = new URL(`http://[${long}]`).hostname.slice(1, -1);
        expect(isPublicAddress(short)).toBe(isPublicAddress(long));
      }),
    );
  });
});
