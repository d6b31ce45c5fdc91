import { type AuditKey, type NoteKey, successionOf } from '#domain';

/** The keys of an export, and which of them whoever verifies can rely on. */
export interface KeyChain {
  keys: { number: number; noteKey: NoteKey; trusted: boolean }[];
  /** a sentence for each thing that does not hold */
  faults: string[];
  /** a sentence for each thing that whoever verifies has to know */
  notices: string[];
}

/**
 * Follows the keys of a tree from the pinned one on, each stated by the one before it. Without a pinned key all of them are
 * taken as they are.
 */
export function followKeys(origin: string, keys: AuditKey[], pinned: NoteKey | null): KeyChain {
  const chain: KeyChain = { keys: [], faults: [], notices: [] };
  let trusted = pinned === null;
  for (const [index, key] of keys.entries()) {
    const isPinned = pinned?.publicKey.equals(key.publicKey) ?? false;
    const older = keys[index - 1];
    const succession = older === undefined ? null : successionOf(older, key);
    if (key.number !== index + 1) {
      chain.faults.push(`key ${key.number}: expected key ${index + 1}; a key is missing`);
    }
    if (older === undefined && key.statement !== null) {
      chain.faults.push(`key ${key.number}: it has a statement, and there is no key before it`);
    }
    if (succession === 'broken') {
      chain.faults.push(`key ${key.number}: its statement is not by the key before it`);
    }
    if (succession === 'unstated') {
      const then = trusted && pinned !== null ? ', so it does not follow from the pinned key' : '';
      const sentence = `key ${key.number}: no key before it states it${then}`;
      (then === '' ? chain.notices : chain.faults).push(sentence);
    }
    if (pinned !== null) trusted = isPinned || (trusted && succession === 'stated');
    const noteKey = { name: origin, publicKey: key.publicKey };
    chain.keys.push({ number: key.number, noteKey, trusted });
  }
  if (pinned !== null && pinned.name !== origin) {
    chain.faults.push(`the pinned key is of the tree ${pinned.name}; this export is of ${origin}`);
  }
  if (pinned !== null && !keys.some(({ publicKey }) => publicKey.equals(pinned.publicKey))) {
    chain.faults.push('the pinned key is none of the keys of this export');
  }
  if (pinned === null && keys.length > 0) {
    chain.notices.push(
      'No key was pinned (--audit-key): signatures are checked with the keys in the export itself, ' +
        'which whoever made it could have exchanged.',
    );
  }
  return chain;
}
