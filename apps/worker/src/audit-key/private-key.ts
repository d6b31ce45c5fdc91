import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, writeFileSync } from 'node:fs';

/** What the bits of a mode say about everybody but the owner of a file. */
const OTHERS = 0o077;

/** An Ed25519 private key in PKCS #8, as PEM or as base64 of its DER, or null where a text is none. */
export function readPrivateKey(text: string): KeyObject | null {
  try {
    const key = text.includes('-----BEGIN')
      ? createPrivateKey(text)
      : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/** The key in a file. Throws a sentence where it is not there, is no key, or may be read by others than its owner. */
export function readKeyFile(path: string): KeyObject {
  const file = opened(path);
  try {
    const mode = fstatSync(file).mode & 0o777;
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
      throw new Error(
        `AUDIT_KEY_FILE: expected a file that nobody but its owner may read (mode 600); found mode ${mode.toString(8)} at ${path}.`,
      );
    }
    const key = readPrivateKey(readFileSync(file, 'utf8'));
    if (key !== null) return key;
    throw new Error(
      `AUDIT_KEY_FILE: expected an Ed25519 private key in PKCS #8; found something else at ${path}.`,
    );
  } finally {
    closeSync(file);
  }
}

/** Makes a key and keeps it in a new file for its owner alone. Throws where there is a file already. */
export function makeKeyFile(path: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  writeFileSync(path, pem, { mode: 0o600, flag: 'wx', flush: true });
  return privateKey;
}

/** The key that the settings name, or null where they name none. Throws a sentence for a wrong one. */
export function signingKeyFrom(settings: {
  AUDIT_KEY: string;
  AUDIT_KEY_FILE: string;
}): KeyObject | null {
  const { AUDIT_KEY: text, AUDIT_KEY_FILE: path } = settings;
  if (text !== '' && path !== '') {
    throw new Error('AUDIT_KEY, AUDIT_KEY_FILE: expected one of both; found both.');
  }
  if (path !== '') return readKeyFile(path);
  return text === '' ? null : readPrivateKey(text);
}

function opened(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw new Error(
      `AUDIT_KEY_FILE: expected a key at ${path}; found none that can be read (${(error as NodeJS.ErrnoException).code}).`,
      { cause: error },
    );
  }
}
