import { createPrivateKey, type KeyObject } from 'node:crypto';

/** What PKCS #8 says before the 32 bytes of an Ed25519 private key. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The Ed25519 private key of 32 times one byte. */
export function privateKeyOf(byte: number): KeyObject {
  const der = Buffer.concat([PKCS8, Buffer.alloc(32, byte)]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}
