import { nodeHash, rootOf } from './tree-tip.js';

/** Where a complete subtree over 2^level leaves stands; `index` counts those of its level from the left. Level 0 are the leaves. */
export interface NodePlace {
  level: number;
  index: number;
}

/** What a proof consists of: for each of its hashes the complete subtrees that it is made of, the largest first. */
export type ProofPlan = NodePlace[][];

/** Which subtrees the root of the tree of the first `size` leaves is made of, as a proof of that one hash. */
export function planRoot(size: number): ProofPlan {
  return [subtreesOf(0, size)];
}

/** Which subtrees prove that leaf `index` is in the tree of the first `size` leaves, per RFC 6962 §2.1.1. Expects index < size. */
export function planInclusion(index: number, size: number): ProofPlan {
  const plan: ProofPlan = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start);
    if (index < middle) {
      plan.unshift(subtreesOf(middle, end));
      end = middle;
    } else {
      plan.unshift(subtreesOf(start, middle));
      start = middle;
    }
  }
  return plan;
}

/**
 * Which subtrees prove that the tree of the first `to` leaves begins with that of the first `from`, per RFC 6962 §2.1.2.
 * Nothing has to be proven of an empty tree, or of one and itself. Expects from ≤ to.
 */
export function planConsistency(from: number, to: number): ProofPlan {
  if (from === 0 || from === to) return [];
  const plan: ProofPlan = [];
  let [start, end] = [0, to];
  while (end !== from) {
    const middle = start + largestPowerBelow(end - start);
    if (from <= middle) {
      plan.unshift(subtreesOf(middle, end));
      end = middle;
    } else {
      plan.unshift(subtreesOf(start, middle));
      start = middle;
    }
  }
  // The whole older tree is a subtree of the newer one: who verifies has its root.
  return start === 0 ? plan : [subtreesOf(start, end), ...plan];
}

/** The hashes of a proof, out of those of the subtrees it was planned with. */
export function proofOf(plan: ProofPlan, hashAt: (place: NodePlace) => Buffer): Buffer[] {
  return plan.map((places) => rootOf({ peaks: places.map(hashAt) }));
}

/** Whether a proof leads from a leaf to the root, per RFC 9162 §2.1.3.2. */
export function provesInclusion(
  proof: Buffer[],
  { leaf, index, size, root }: { leaf: Buffer; index: number; size: number; root: Buffer },
): boolean {
  if (index >= size) return false;
  let path = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(path) || path === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(path) && path !== 0) [path, last] = [half(path), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [path, last] = [half(path), half(last)];
  }
  return last === 0 && hash.equals(root);
}

/** How far a tree had grown, as somebody keeps it. */
export interface TreeHead {
  /** leaves */
  size: number;
  root: Buffer;
}

/** Whether a proof shows that the newer tree begins with the older one, per RFC 9162 §2.1.4.2. */
export function provesConsistency(proof: Buffer[], older: TreeHead, newer: TreeHead): boolean {
  if (older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && older.root.equals(newer.root);
  if (older.size === 0) return proof.length === 0 && older.root.equals(rootOf({ peaks: [] }));
  const [first, ...rest] = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof;
  if (first === undefined) return false;
  let path = older.size - 1;
  let last = newer.size - 1;
  while (isOdd(path)) [path, last] = [half(path), half(last)];
  let [olderHash, newerHash] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(path) || path === last) {
      olderHash = nodeHash(sibling, olderHash);
      newerHash = nodeHash(sibling, newerHash);
      while (!isOdd(path) && path !== 0) [path, last] = [half(path), half(last)];
    } else {
      newerHash = nodeHash(newerHash, sibling);
    }
    [path, last] = [half(path), half(last)];
  }
  return last === 0 && olderHash.equals(older.root) && newerHash.equals(newer.root);
}

/** The complete subtrees over the leaves from `start` up to `end`, where `start` is as round a number as the largest of them needs. */
function subtreesOf(start: number, end: number): NodePlace[] {
  const places: NodePlace[] = [];
  for (let at = start; at < end;) {
    const width = largestPowerBelow(end - at + 1);
    places.push({ level: Math.round(Math.log2(width)), index: at / width });
    at += width;
  }
  return places;
}

/** The largest power of two that is smaller than `size`, from 2 on. */
function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

// Numbers of leaves go beyond the 32 bits of bitwise operators.
const isOdd = (value: number) => value % 2 === 1;
const half = (value: number) => Math.floor(value / 2);
const isPowerOfTwo = (value: number) => largestPowerBelow(value + 1) === value;
