import { BlockList, isIP } from 'node:net';

/**
 * Every range of the IANA IPv4 Special-Purpose Address Registry, those it calls globally reachable too (no receiver
 * lives there), multicast, and the address at which Azure's virtual machines reach their host.
 */
const SPECIAL_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/**
 * The ranges of the IANA IPv6 Special-Purpose Address Registry within global unicast: protocol assignments (Teredo,
 * ORCHID and others), documentation, 6to4, the AS112 service. What is outside of global unicast is refused as a whole:
 * unspecified, loopback, IPv4-compatible and -translated, unique local, link-local, site-local, multicast.
 */
const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];
const GLOBAL_UNICAST = '2000::/3';
/** IPv4-mapped, and the prefix of NAT64 (RFC 6052): what they hold decides. */
const AROUND_IPV4 = ['::ffff:', '64:ff9b::'];
const AROUND_IPV4_BITS = 96;

const special = new BlockList();
for (const range of [...SPECIAL_IPV4, ...SPECIAL_IPV6]) addRange(special, range);
for (const range of SPECIAL_IPV4) {
  const [network, bits] = partsOf(range);
  for (const around of AROUND_IPV4) {
    special.addSubnet(`${around}${network}`, AROUND_IPV4_BITS + bits, 'ipv6');
  }
}

const global = new BlockList();
for (const range of ['0.0.0.0/0', GLOBAL_UNICAST]) addRange(global, range);
for (const around of AROUND_IPV4) {
  global.addSubnet(`${around}0.0.0.0`, AROUND_IPV4_BITS, 'ipv6');
}

/**
 * Whether an IP address is one of a machine somewhere on the internet: global unicast, and in no range that IANA set
 * aside for a purpose. False also for what is no IP address. Pure.
 */
export function isPublicAddress(address: string): boolean {
  return isIn(global, address) && !isIn(special, address);
}

/** Adds `network/bits`; the parts must be valid. */
export function addRange(list: BlockList, range: string): void {
  const [network, bits] = partsOf(range);
  list.addSubnet(network, bits, familyOf(network));
}

/** Whether an address, with or without the zone of a link-local one, is in a list. */
export function isIn(list: BlockList, address: string): boolean {
  const [bare = ''] = address.split('%');
  return isIP(bare) !== 0 && list.check(bare, familyOf(bare));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}

function partsOf(range: string): [network: string, bits: number] {
  const [network = '', bits] = range.split('/');
  return [network, Number(bits)];
}
