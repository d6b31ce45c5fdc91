import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { openCheckpoint, readCheckpoint, signCheckpoint } from './checkpoint.js';
import { successionOf, stateSuccessor } from './key-statement.js';
import { privateKeyOf } from './signed-note.fixture.js';
import { keyId, openNote, publicBytes, readVerifier, signNote, verifierOf } from './signed-note.js';

/** Made by golang.org/x/mod/sumdb/note 0.7.0 of Debian with the same private key. */
const VERIFIER = 'baton/example+6059dae5+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs';
const TEXT = 'baton/example\n3\nXZygT37lcVMNTLwyQNpmFu6mnhLDkBpyAoQoKTd4yTc=\n';
const NOTE = `${TEXT}
— baton/example YFna5WoAgitqOel6C5epcdSFtSTo271svx6AMicESlydawx2BR7LfXZEu0z56UxyE0WLb3eSmeG3vD3uR8tkq5J6cA4=
`;

const privateKey = privateKeyOf(7);
const name = 'baton/example';
const key = { name, publicKey: publicBytes(privateKey) };
const other = { name, publicKey: publicBytes(privateKeyOf(8)) };

describe('a signed note', () => {
  it('is, to the byte, what Go makes of the same key and text', () => {
    expect(signNote(TEXT, { name, privateKey })).toBe(NOTE);
    expect(verifierOf(key)).toBe(VERIFIER);
    expect(readVerifier(VERIFIER)).toEqual(key);
  });

  it('opens with its key, whoever else has signed it', () => {
    const cosigned =
      NOTE + signNote(TEXT, { name: 'a', privateKey: privateKeyOf(9) }).split('\n\n')[1];
    const opened = { outcome: 'opened', text: TEXT, key };
    expect([NOTE, cosigned].map((note) => openNote(note, [other, key]))).toEqual([opened, opened]);
    expect(openNote(NOTE, [other])).toEqual({ outcome: 'unknown_key', keyIds: [keyId(key)] });
    expect(openNote(NOTE, [{ ...key, name: 'baton/other' }]).outcome).toBe('unknown_key');
  });

  it('does not open once a single character of it is another one', () => {
    fc.assert(
      fc.property(
        fc.nat(NOTE.length - 1),
        fc.constantFrom('0', 'A', '\n', ' ', '\u0000'),
        (at, to) => {
          const altered = NOTE.slice(0, at) + to + NOTE.slice(at + 1);
          const { outcome } = openNote(altered, [key]);
          expect(outcome === 'opened').toBe(altered === NOTE);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    '',
    'text\n',
    'text\n\n',
    'text\n\nnot a signature\n',
    NOTE.trimEnd(),
    NOTE.replace('—', '-'),
  ])('is not %j', (text) => expect(openNote(text, [key])).toEqual({ outcome: 'malformed' }));

  it.each([
    VERIFIER.replace('6059dae5', '6059dae6'),
    VERIFIER.replace('+AepK', '+AepL'),
    VERIFIER.replace('+AepK', '+AOpK'),
    'baton/example',
    '',
  ])('has no verifier %j', (text) => expect(readVerifier(text)).toBeNull());
});

describe('a checkpoint', () => {
  const checkpoint = { origin: name, size: 3, root: Buffer.from(TEXT.split('\n')[2]!, 'base64') };

  it('is a note of origin, size and root, signed under its origin', () => {
    expect(signCheckpoint(checkpoint, privateKey)).toBe(NOTE);
    expect(openCheckpoint(NOTE, [key])).toEqual({ outcome: 'opened', checkpoint, key });
    expect(readCheckpoint(`${TEXT}an extension\n`)).toEqual(checkpoint);
  });

  it.each([
    ['no size', TEXT.replace('\n3\n', '\n\n')],
    ['leading zeroes', TEXT.replace('\n3\n', '\n03\n')],
    ['a size beyond all numbers', TEXT.replace('\n3\n', `\n${'9'.repeat(16)}\n`)],
    ['a root that is cut', TEXT.replace('yTc=', '')],
    ['a root in other letters', TEXT.replace('yTc=', 'yTd=')],
    ['an empty extension', `${TEXT}\n`],
    ['no last newline', TEXT.trimEnd()],
    ['no origin', TEXT.replace(name, '')],
  ])('is not read with %s', (_what, text) => expect(readCheckpoint(text)).toBeNull());
});

describe('a key', () => {
  const older = { number: 1, publicKey: key.publicKey, statement: null };
  const statement = stateSuccessor({ number: 2, publicKey: other.publicKey }, privateKey);
  const newer = { number: 2, publicKey: other.publicKey, statement };

  it('follows the one that says so, and no other', () => {
    expect(successionOf(older, newer)).toBe('stated');
    expect(successionOf(older, { ...newer, statement: null })).toBe('unstated');
    const [third, own] = [publicBytes(privateKeyOf(9)), privateKeyOf(8)];
    const others = [
      successionOf({ ...older, publicKey: third }, newer),
      successionOf(older, { ...newer, publicKey: third }),
      successionOf(older, { ...newer, number: 3 }),
      successionOf(older, { ...newer, statement: stateSuccessor(newer, own) }),
    ];
    expect(new Set(others)).toEqual(new Set(['broken']));
  });

  it('is stated in words that are no checkpoint', () => {
    expect(readCheckpoint(statement.split('\n\n')[0]! + '\n')).toBeNull();
  });
});
