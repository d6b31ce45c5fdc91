import { createHash } from 'node:crypto';

/**
 * How far a Merkle tree has grown, as RFC 6962 §2.1 hashes it: enough to add leaves and to name the root without
 * looking at the leaves before.
 */
export interface TreeTip {
  /** leaves, 0 to 2^53 − 1 */
  size: number;
  /** roots of the complete subtrees that the tree consists of, the largest first: one for each 1 in `size` as binary */
  peaks: Buffer[];
}

/** The root of a complete subtree over 2^level leaves; `index` counts the subtrees of its level from the left. */
export interface TreeNode {
  level: number;
  index: number;
  hash: Buffer;
}

export const EMPTY_TREE: TreeTip = { size: 0, peaks: [] };

/** The hash of a leaf: SHA-256 of a zero byte and the bytes of the text. */
export function leafHash(text: string): Buffer {
  return createHash('sha256').update(LEAF).update(text, 'utf8').digest();
}

/** The hash of an inner node: SHA-256 of a one byte and the hashes of both halves. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/** Adds a leaf; gives the tip that follows and every subtree that this leaf completes, the smallest first. */
export function appendLeaf(tip: TreeTip, hash: Buffer): { tip: TreeTip; nodes: TreeNode[] } {
  const peaks = [...tip.peaks];
  const nodes: TreeNode[] = [];
  let grown = hash;
  for (let index = tip.size; index % 2 === 1;) {
    index = (index - 1) / 2;
    grown = nodeHash(peaks.pop()!, grown);
    nodes.push({ level: nodes.length + 1, index, hash: grown });
  }
  return { tip: { size: tip.size + 1, peaks: [...peaks, grown] }, nodes };
}

/** The root hash of the whole tree; that of the empty one is the SHA-256 of nothing. */
export function rootOf({ peaks }: Pick<TreeTip, 'peaks'>): Buffer {
  const last = peaks.at(-1);
  if (last === undefined) return createHash('sha256').digest();
  return peaks.slice(0, -1).reduceRight((root, peak) => nodeHash(peak, root), last);
}

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
