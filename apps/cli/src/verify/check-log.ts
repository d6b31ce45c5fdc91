import { openCheckpoint } from '#domain';
import { followKeys, type KeyChain } from './key-chain.js';
import type { Brought, Claim, Log } from './log.js';
import { rootsOf } from './roots-of.js';

/** What a log turned out to be, in sentences. */
export interface CheckedLog {
  faults: string[];
  notices: string[];
}

/**
 * Makes the root of every checkpoint out of the entries, those that were kept by whoever verifies too, checks who signed
 * them, and says how much of the log they cover.
 */
export function checkLog(log: Log, { pinned, kept }: Brought): CheckedLog {
  const chain = followKeys(log.tree.origin, log.keys, pinned);
  const notes = [
    ...log.checkpoints.map(({ note, signedAt }) => ({
      note,
      name: `signed ${signedAt}`,
      kept: false,
    })),
    ...kept.map(({ note, name }) => ({ note, name: `kept in ${name}`, kept: true })),
  ];
  const opened = notes.map((each) => claimIn(each, log, chain));
  const claims = opened.filter((each) => typeof each !== 'string');
  const own = claims.filter((claim) => !claim.kept);
  const roots = rootsOf(log, claims);
  const unproven = pinned !== null && !own.some(({ trusted }) => trusted);
  return {
    faults: [
      ...chain.faults,
      ...opened.filter((each) => typeof each === 'string'),
      ...signedByRetired(own),
      ...roots.faults,
      ...(unproven
        ? ['no checkpoint is signed by the pinned key or by one that follows from it']
        : []),
    ],
    notices: [
      ...noticesOf(log, own),
      ...chain.notices,
      ...roots.held
        .filter((claim) => claim.kept)
        .map(({ name }) => `This log goes on from the ${name}.`),
    ],
  };
}

type SignedClaim = Claim & { keyNumber: number };

/** A key signs nothing more once the next one is in force. */
function signedByRetired(claims: SignedClaim[]): string[] {
  let newest = 0;
  return claims.flatMap(({ name, keyNumber }) => {
    if (keyNumber < newest) {
      return [`${name}: signed with key ${keyNumber} after key ${newest} was in force`];
    }
    newest = keyNumber;
    return [];
  });
}

/** The checkpoint in a note that one of the keys has signed, or what is wrong with it. */
function claimIn(
  { note, name, kept }: { note: string; name: string; kept: boolean },
  { tree: { origin } }: Log,
  chain: KeyChain,
): SignedClaim | string {
  const keys = chain.keys.map(({ noteKey }) => noteKey);
  const opened = openCheckpoint(note, keys);
  const stated = sizeIn(note);
  const called = `checkpoint${stated === null ? '' : ` of ${stated} leaves`} ${name}`;
  switch (opened.outcome) {
    case 'malformed':
      return `${called}: it is no signed checkpoint`;
    case 'forged':
      return `${called}: its signature is not by the key that it names`;
    case 'unknown_key':
      return note.startsWith(`${origin}\n`)
        ? `${called}: none of the keys of this export has signed it`
        : `${called}: it is of another tree than ${origin}`;
    case 'opened': {
      const { checkpoint, key } = opened;
      if (checkpoint.origin !== origin) return `${called}: it is of another tree than ${origin}`;
      const { number, trusted } = chain.keys.find(({ noteKey }) => noteKey === key)!;
      const { size, root } = checkpoint;
      return { name: called, size, root, trusted, kept, keyNumber: number };
    }
  }
}

/** What a note claims to be the size, whoever signed it. */
function sizeIn(note: string): string | null {
  return /^[^\n]+\n(\d{1,16})\n/u.exec(note)?.[1] ?? null;
}

/** How much of the log is signed, in sentences. */
function noticesOf({ tree, unsequenced }: Log, claims: Claim[]): string[] {
  const covered = Math.max(0, ...claims.filter(({ trusted }) => trusted).map(({ size }) => size));
  const behind = [
    ...(tree.size > covered
      ? [`${counted(tree.size - covered, 'leaf', 'leaves')} not covered by a checkpoint`]
      : []),
    ...(unsequenced > 0 ? [`${counted(unsequenced, 'entry', 'entries')} without a leaf yet`] : []),
  ];
  return [
    claims.length === 0
      ? `Leaves of the tree: ${tree.size}; nothing of it is signed.`
      : `Leaves of the tree: ${tree.size}; checkpoints: ${claims.length}, the last over ${covered} of them.`,
    ...(behind.length === 0 ? [] : [`Of what is committed, ${behind.join(' and ')}.`]),
  ];
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? `${one} is` : `${many} are`}`;
}
