import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type NodePlace,
  planConsistency,
  planInclusion,
  planRoot,
  proofOf,
  type ProofPlan,
  provesConsistency,
  provesInclusion,
} from './tree-proof.js';
import { appendLeaf, EMPTY_TREE, leafHash, nodeHash, rootOf, type TreeTip } from './tree-tip.js';

/** Sizes up to here are tried without exception. */
const MOST = 65;

/** A tree of the texts "0", "1", …: its roots by size, and its complete subtrees. */
const { roots, leaves, hashAt } = grow(
  Array.from({ length: MOST }, (_, index) => leafHash(String(index))),
);

function grow(hashes: Buffer[]) {
  let tip: TreeTip = EMPTY_TREE;
  const subtrees = new Map<string, Buffer>();
  const grown = [rootOf(tip)];
  for (const hash of hashes) {
    subtrees.set(`0/${tip.size}`, hash);
    const added = appendLeaf(tip, hash);
    for (const { level, index, hash: node } of added.nodes) subtrees.set(`${level}/${index}`, node);
    tip = added.tip;
    grown.push(rootOf(tip));
  }
  return {
    leaves: hashes,
    roots: grown,
    hashAt: ({ level, index }: NodePlace) => subtrees.get(`${level}/${index}`)!,
  };
}

const headOf = (size: number) => ({ size, root: roots[size]! });
const inclusion = (index: number, size: number) => proofOf(planInclusion(index, size), hashAt);
const consistency = (from: number, to: number) => proofOf(planConsistency(from, to), hashAt);

/** MTH, PATH and PROOF of RFC 6962 §2.1, word for word: another way to the same hashes. */
const wordForWord = {
  hash(part: Buffer[]): Buffer {
    if (part.length === 1) return part[0]!;
    const [left, right] = wordForWord.halves(part);
    return nodeHash(wordForWord.hash(left), wordForWord.hash(right));
  },
  halves(part: Buffer[]): [Buffer[], Buffer[]] {
    const middle = 2 ** Math.ceil(Math.log2(part.length) - 1);
    return [part.slice(0, middle), part.slice(middle)];
  },
  path(index: number, part: Buffer[]): Buffer[] {
    if (part.length === 1) return [];
    const [left, right] = wordForWord.halves(part);
    return index < left.length
      ? [...wordForWord.path(index, left), wordForWord.hash(right)]
      : [...wordForWord.path(index - left.length, right), wordForWord.hash(left)];
  },
  subproof(size: number, part: Buffer[], isWhole: boolean): Buffer[] {
    if (size === part.length) return isWhole ? [] : [wordForWord.hash(part)];
    const [left, right] = wordForWord.halves(part);
    return size <= left.length
      ? [...wordForWord.subproof(size, left, isWhole), wordForWord.hash(right)]
      : [...wordForWord.subproof(size - left.length, right, false), wordForWord.hash(left)];
  },
};

/** Every pair of a smaller and a larger number up to MOST. */
const pairs = Array.from({ length: MOST }, (_, more) =>
  Array.from({ length: more + 1 }, (_each, less) => [less, more + 1] as const),
).flat();

const isSame = (one: Buffer[], other: Buffer[]) =>
  one.length === other.length && one.every((hash, index) => hash.equals(other[index]!));

/** A proof with one byte changed, one hash less, one more, and in another order. */
function spoilt(proof: Buffer[]): Buffer[][] {
  const flipped = proof.map((_, at) =>
    proof.map((hash, index) =>
      index === at ? Buffer.from(hash.map((byte, place) => (place === 5 ? byte ^ 1 : byte))) : hash,
    ),
  );
  return [
    ...flipped,
    ...(proof.length === 0 ? [] : [proof.slice(1), proof.slice(0, -1)]),
    ...(proof.length < 2 ? [] : [proof.toReversed()]),
    [...proof, leafHash('more')],
  ];
}

describe('a proof that a leaf is in a tree', () => {
  it('is that of RFC 6962, and holds, for each leaf of each small tree', () => {
    const wrong = pairs.filter(([index, size]) => {
      const proof = inclusion(index, size);
      const claim = { leaf: leaves[index]!, index, ...headOf(size) };
      const known = wordForWord.path(index, leaves.slice(0, size));
      return !isSame(proof, known) || !provesInclusion(proof, claim);
    });
    expect(wrong).toEqual([]);
  });

  it('proves nothing else: no other leaf, place, size or root, and not when it is spoilt', () => {
    for (const [index, size] of pairs.filter(([, each]) => each <= 12)) {
      const proof = inclusion(index, size);
      const claim = { leaf: leaves[index]!, index, ...headOf(size) };
      const others = [
        { ...claim, leaf: leafHash('other') },
        { ...claim, index: index + 1 },
        { ...claim, index: size },
        { ...claim, root: leafHash('other') },
        { ...claim, ...headOf(size + 1) },
      ];
      expect(others.filter((other) => provesInclusion(proof, other))).toEqual([]);
      expect(spoilt(proof).filter((each) => provesInclusion(each, claim))).toEqual([]);
    }
  });
});

describe('a proof that a tree begins with another', () => {
  it('is that of RFC 6962, and holds, for each pair of small trees', () => {
    const wrong = pairs.filter(([from, to]) => {
      const proof = consistency(from, to);
      const known = from === 0 ? [] : wordForWord.subproof(from, leaves.slice(0, to), true);
      return !isSame(proof, known) || !provesConsistency(proof, headOf(from), headOf(to));
    });
    expect(wrong).toEqual([]);
    expect(provesConsistency([], headOf(7), headOf(7))).toBe(true);
  });

  it('proves nothing else: no other root or size, and not when it is spoilt', () => {
    const other = leafHash('other');
    for (const [from, to] of pairs.filter(([less, more]) => less > 0 && more <= 12)) {
      const proof = consistency(from, to);
      expect(provesConsistency(proof, { size: from, root: other }, headOf(to))).toBe(false);
      expect(provesConsistency(proof, headOf(from), { size: to, root: other })).toBe(false);
      expect(provesConsistency(proof, headOf(to), headOf(from))).toBe(false);
      expect(provesConsistency(proof, headOf(from), headOf(to + 1))).toBe(false);
      const held = spoilt(proof).filter((each) =>
        provesConsistency(each, headOf(from), headOf(to)),
      );
      expect(held).toEqual([]);
    }
    expect(provesConsistency([], headOf(7), { size: 7, root: other })).toBe(false);
    expect(provesConsistency([], { size: 0, root: other }, headOf(7))).toBe(false);
  });
});

describe('the plan of a proof', () => {
  it('of the root alone leads to the root of each size', () => {
    const planned = roots.map((_, size) => proofOf(planRoot(size), hashAt)[0]);
    expect(planned).toEqual(roots);
  });

  it('names only subtrees that are complete by then, in trees of any size', () => {
    const sizes = fc
      .tuple(fc.integer({ min: 1, max: 2 ** 52 }), fc.integer({ min: 1, max: 2 ** 52 }))
      .map(([one, other]): [number, number] => [Math.min(one, other), Math.max(one, other)]);
    const isComplete = (size: number) => (plan: ProofPlan) =>
      plan.flat().every(({ level, index }) => {
        return Number.isInteger(index) && (index + 1) * 2 ** level <= size;
      });
    fc.assert(
      fc.property(sizes, ([less, more]) => {
        expect([planInclusion(less - 1, more)].every(isComplete(more))).toBe(true);
        expect([planConsistency(less, more)].every(isComplete(more))).toBe(true);
      }),
    );
  });

  it('gives the very proofs that golang.org/x/mod/sumdb/tlog 0.7.0 of Debian makes', () => {
    const hex = (hashes: Buffer[]) => hashes.map((hash) => hash.toString('hex')).join(' ');
    const all = createHash('sha256');
    for (let size = 1; size <= MOST; size += 1) all.update(`root ${size} ${hex([roots[size]!])}\n`);
    for (let size = 1; size <= MOST; size += 1) {
      for (let index = 0; index < size; index += 1) {
        all.update(`inclusion ${index} ${size} ${hex(inclusion(index, size))}\n`);
      }
      for (let from = 1; from <= size; from += 1) {
        all.update(`consistency ${from} ${size} ${hex(consistency(from, size))}\n`);
      }
    }
    // The digest of the same lines, written by a program over that library (TreeHash, ProveRecord, ProveTree).
    expect(all.digest('hex')).toBe(
      '6c0f92c13749eccbbfd0f9376aac4602786249110e813659baf9c95821c37779',
    );
  });

  it('gives the known proofs of the test vectors of Certificate Transparency', () => {
    const vectors = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'];
    const tree = grow(
      [...vectors, '606162636465666768696a6b6c6d6e6f'].map((hex) =>
        createHash('sha256').update(Buffer.of(0)).update(hex, 'hex').digest(),
      ),
    );
    const proof = (plan: ProofPlan) =>
      proofOf(plan, tree.hashAt).map((each) => each.toString('hex'));
    expect(proof(planInclusion(5, 8))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(proof(planConsistency(6, 8))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });
});
