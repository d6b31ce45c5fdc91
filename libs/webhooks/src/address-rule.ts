import { BlockList, isIP } from 'node:net';
import { addRange, isIn, isPublicAddress } from './public-address.js';

/**
 * Where deliveries may go beside public addresses: a network in CIDR notation, a single address, or a host name, which
 * stands for whatever it resolves to.
 */
export type AddressRule = { network: string } | { host: string };

const HOST = /^(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*$/u;
const BITS = { 4: 32, 6: 128 };

/**
 * Reads rules separated by commas or spaces: `127.0.0.0/8, ::1, hooks.internal`. An empty text has none. Throws with a
 * sentence that names the first one that is none.
 */
export function readAddressRules(text: string): AddressRule[] {
  const words = text.split(/[\s,]+/u).filter((word) => word !== '');
  return words.map((word) => networkIn(word) ?? hostIn(word) ?? fail(word));
}

function networkIn(word: string): AddressRule | null {
  const [address = '', bits, ...more] = word.split('/');
  const family = isIP(address);
  if ((family !== 4 && family !== 6) || address.includes('%') || more.length > 0) return null;
  if (bits === undefined) return { network: `${address}/${BITS[family]}` };
  return /^\d{1,3}$/u.test(bits) && Number(bits) <= BITS[family] ? { network: word } : null;
}

function hostIn(word: string): AddressRule | null {
  const host = bareHost(word);
  // A host that ends in a number is an address in a spelling that is not ours.
  return HOST.test(host) && !/(^|\.)(\d+|0x[0-9a-f]*)$/u.test(host) ? { host } : null;
}

function fail(word: string): never {
  throw new Error(
    `Expected a network such as 10.0.0.0/8, an address or a host name; found "${word}".`,
  );
}

/** Says which addresses and hosts deliveries may go to. */
export class AddressGuard {
  private readonly networks = new BlockList();
  private readonly hosts = new Set<string>();

  constructor(allow: readonly AddressRule[]) {
    for (const rule of allow) {
      if ('host' in rule) this.hosts.add(bareHost(rule.host));
      else addRange(this.networks, rule.network);
    }
  }

  /** Whether a rule names this host, so that it may have any address. */
  allowsHost(host: string): boolean {
    return this.hosts.has(bareHost(host));
  }

  /** Whether an address is public or in an allowed network. */
  allowsAddress(address: string): boolean {
    return isPublicAddress(address) || isIn(this.networks, address);
  }

  /** Whether a connection may be used that was opened to an address because of a host. */
  allows(host: string, address: string): boolean {
    return this.allowsHost(host) || this.allowsAddress(address);
  }
}

/** A host as it is compared: lower case, without the dot of the root. */
export function bareHost(host: string): string {
  return host.toLowerCase().replace(/\.$/u, '');
}
