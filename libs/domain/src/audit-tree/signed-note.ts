import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** A public key that signs notes, under a name. */
export interface NoteKey {
  /** not empty, without spaces and plus signs */
  name: string;
  /** an Ed25519 public key as RFC 8032 encodes it, 32 bytes */
  publicKey: Buffer;
}

/** What a signed note turned out to be. */
export type OpenedNote =
  | { outcome: 'opened'; text: string; key: NoteKey }
  | { outcome: 'malformed' }
  /** none of its signatures is by a key that is known */
  | { outcome: 'unknown_key'; keyIds: string[] }
  /** it names a known key that has not signed this text */
  | { outcome: 'forged'; key: NoteKey };

/** The Ed25519 signature type of C2SP signed-note. */
const ED25519 = Buffer.of(1);
const KEY_ID_BYTES = 4;
const SIGNATURE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;
const VERIFIER = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u;
/** Every control character but the newline. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/u;

/** The 32 bytes of the public key of an Ed25519 key, private or public. */
export function publicBytes(key: KeyObject): Buffer {
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return Buffer.from(x!, 'base64url');
}

/** The id under which a key signs: 8 hex digits, the beginning of a hash of its name and itself. */
export function keyId({ name, publicKey }: NoteKey): string {
  const hash = createHash('sha256').update(`${name}\n`).update(ED25519).update(publicKey).digest();
  return hash.subarray(0, KEY_ID_BYTES).toString('hex');
}

/** A key as one line of text: name, id and key, joined by plus signs. */
export function verifierOf(key: NoteKey): string {
  const encoded = Buffer.concat([ED25519, key.publicKey]).toString('base64');
  return `${key.name}+${keyId(key)}+${encoded}`;
}

/** The key in such a line, or null where it is none. */
export function readVerifier(text: string): NoteKey | null {
  const [, name, id, encoded] = VERIFIER.exec(text) ?? [];
  if (name === undefined || encoded === undefined) return null;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 33 || bytes[0] !== ED25519[0]) return null;
  const key = { name, publicKey: bytes.subarray(1) };
  return keyId(key) === id ? key : null;
}

/** Signs a text, which ends with a newline, per C2SP signed-note. */
export function signNote(text: string, signer: { name: string; privateKey: KeyObject }): string {
  const { name, privateKey } = signer;
  const id = Buffer.from(keyId({ name, publicKey: publicBytes(privateKey) }), 'hex');
  const signature = sign(null, Buffer.from(text), privateKey);
  return `${text}\n— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
}

/** The text of a note, where one of these keys has signed it and none of them has failed. */
export function openNote(note: string, keys: readonly NoteKey[]): OpenedNote {
  const cut = note.lastIndexOf('\n\n');
  if (cut === -1 || CONTROL.test(note) || !note.endsWith('\n')) return { outcome: 'malformed' };
  const text = note.slice(0, cut + 1);
  const signatures = note
    .slice(cut + 2, -1)
    .split('\n')
    .map(signatureIn);
  let opened: NoteKey | null = null;
  for (const signature of signatures) {
    if (signature === null) return { outcome: 'malformed' };
    const key = keys.find((each) => each.name === signature.name && keyId(each) === signature.id);
    if (key === undefined) continue;
    if (!isSigned(text, key, signature.bytes)) return { outcome: 'forged', key };
    opened ??= key;
  }
  return opened === null
    ? { outcome: 'unknown_key', keyIds: signatures.map((signature) => signature!.id) }
    : { outcome: 'opened', text, key: opened };
}

interface Signature {
  name: string;
  id: string;
  bytes: Buffer;
}

function signatureIn(line: string): Signature | null {
  const [, name, encoded] = SIGNATURE.exec(line) ?? [];
  if (name === undefined || encoded === undefined) return null;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length <= KEY_ID_BYTES || bytes.toString('base64') !== encoded) return null;
  const id = bytes.subarray(0, KEY_ID_BYTES).toString('hex');
  return { name, id, bytes: bytes.subarray(KEY_ID_BYTES) };
}

function isSigned(text: string, { publicKey }: NoteKey, signature: Buffer): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') };
  return verify(null, Buffer.from(text), createPublicKey({ key: jwk, format: 'jwk' }), signature);
}
