import { isIP, isIPv4, isIPv6 } from 'node:net';

/** Names for private networks that Fastify knows. */
const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/** Whether a text is a list of addresses and networks, separated by commas. */
export function isAddressList(text: unknown): boolean {
  return typeof text === 'string' && text.split(',').every((each) => isNetwork(each.trim()));
}

function isNetwork(text: string): boolean {
  if (NETWORKS.includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  );
}

/** Who an address stands for when requests are counted: one of IPv4 itself, one of IPv6 its /64, which is one household. */
export function householdOf(address: string): string {
  const mapped = address.replace(/^::ffff:/iu, '');
  if (isIPv4(mapped) || !isIPv6(address)) return mapped;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const left = head.split(':').filter((group) => group !== '');
  const right = tail?.split(':').filter((group) => group !== '') ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':').toLowerCase()}::/64`;
}
