import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate that nobody but its own key vouches for, and that key, both in PEM. */
export interface SelfSigned {
  cert: string;
  key: string;
}

/** Makes a self-signed certificate of a DNS name that holds for a day around a moment (X.509, RFC 5280). */
export function selfSigned(name: string, now = new Date()): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(oid(ECDSA_WITH_SHA256));
  const subject = sequence(der(SET, sequence(oid(COMMON_NAME), der(UTF8, Buffer.from(name)))));
  const names = sequence(der(DNS_NAME, Buffer.from(name)));
  const content = sequence(
    der(VERSION, integer(2)),
    integer(1),
    algorithm,
    subject,
    sequence(utcTime(now.getTime() - DAY), utcTime(now.getTime() + DAY)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(EXTENSIONS, sequence(sequence(oid(SUBJECT_ALT_NAME), der(OCTETS, names)))),
  );
  const signature = Buffer.concat([Buffer.of(0), sign('sha256', content, privateKey)]);
  const certificate = sequence(content, algorithm, der(BITS, signature));
  const lines = certificate.toString('base64').replaceAll(/.{64}/gu, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

const [INTEGER, BITS, OCTETS, OID, UTF8, UTC_TIME] = [2, 3, 4, 6, 12, 23];
const [SEQUENCE, SET, DNS_NAME, VERSION, EXTENSIONS] = [0x30, 0x31, 0x82, 0xa0, 0xa3];
const ECDSA_WITH_SHA256 = '2a8648ce3d040302';
const COMMON_NAME = '550403';
const SUBJECT_ALT_NAME = '551d11';
const DAY = 24 * 60 * 60_000;

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), content]);
}

const sequence = (...parts: Buffer[]) => der(SEQUENCE, ...parts);
const integer = (value: number) => der(INTEGER, Buffer.of(value));
const oid = (hex: string) => der(OID, Buffer.from(hex, 'hex'));

function utcTime(moment: number): Buffer {
  const digits = new Date(moment).toISOString().replaceAll(/\D/gu, '');
  return der(UTC_TIME, Buffer.from(`${digits.slice(2, 14)}Z`));
}
