import { readSettings } from '#engine';
import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkerSettings } from '../settings.js';
import { makeKeyFile, readKeyFile, readPrivateKey, signingKeyFrom } from './private-key.js';

const folder = mkdtempSync(join(tmpdir(), 'baton-key-'));
const path = join(folder, 'audit-key.pem');
const made = makeKeyFile(path);

describe('the key that checkpoints are signed with', () => {
  it('is made for its owner alone, once, and read again', () => {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readKeyFile(path).equals(made)).toBe(true);
    expect(() => makeKeyFile(path)).toThrow('EEXIST');
  });

  it.each([0o640, 0o604, 0o644])('is refused in a file of mode %o, which is named', (mode) => {
    chmodSync(path, mode);
    expect(() => readKeyFile(path)).toThrow(`(mode 600); found mode ${mode.toString(8)} at`);
    chmodSync(path, 0o600);
  });

  it('is refused where there is none, or something else', () => {
    expect(() => readKeyFile(join(folder, 'nowhere'))).toThrow('none that can be read (ENOENT)');
    const other = join(folder, 'other.pem');
    writeFileSync(other, 'hello', { mode: 0o600 });
    expect(() => readKeyFile(other)).toThrow('expected an Ed25519 private key');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(readPrivateKey(String(privateKey.export({ format: 'pem', type: 'pkcs8' })))).toBeNull();
  });

  it('comes from one setting or the other, and never stands in a message', () => {
    const url = { DATABASE_URL: 'postgres://nowhere' };
    const pem = readFileSync(path, 'utf8');
    const der = made.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    for (const AUDIT_KEY of [pem, der]) {
      const key = signingKeyFrom(readSettings(WorkerSettings, { ...url, AUDIT_KEY }));
      expect(key!.equals(made)).toBe(true);
    }
    expect(signingKeyFrom(readSettings(WorkerSettings, url))).toBeNull();
    const both = readSettings(WorkerSettings, { ...url, AUDIT_KEY: der, AUDIT_KEY_FILE: path });
    expect(() => signingKeyFrom(both)).toThrow('expected one of both');
    const wrong = () => readSettings(WorkerSettings, { ...url, AUDIT_KEY: der.slice(8) });
    expect(wrong).toThrow(
      'AUDIT_KEY: expected an Ed25519 private key in PKCS #8, as PEM or base64',
    );
    expect(wrong).not.toThrow(der.slice(8, 20));
  });
});
