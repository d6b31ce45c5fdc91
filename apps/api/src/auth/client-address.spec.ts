import { describe, expect, it } from '@jest/globals';
import { householdOf, isAddressList } from './client-address.js';

describe('a household', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of %s is %s', (address, household) => {
    expect(householdOf(address)).toBe(household);
  });
});

describe('a list of proxies', () => {
  it.each(['10.0.0.1', '10.0.0.0/8, 2001:db8::/32', 'loopback,uniquelocal'])(
    'may be %s',
    (text) => {
      expect(isAddressList(text)).toBe(true);
    },
  );

  it.each(['', '10.0.0.0/33', '10.0.0.0/8/8', 'proxy.example', '10.0.0.1,', 'true', '1'])(
    'may not be %j',
    (text) => {
      expect(isAddressList(text)).toBe(false);
    },
  );
});
