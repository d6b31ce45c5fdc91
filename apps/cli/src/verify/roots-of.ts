import { appendLeaf, EMPTY_TREE, rootOf, type TreeTip } from '#domain';
import type { Leaves } from './leaves.js';
import type { Claim, Log } from './log.js';

/** Which claims the entries bear out. */
export interface Roots {
  held: Claim[];
  /** a sentence for the first claim of the export that does not hold, for each one brought along, and for a leaf that is missing */
  faults: string[];
}

/** Grows the tree leaf by leaf out of the entries and compares its root wherever somebody claims one. */
export function rootsOf({ tree, leaves }: Log, claims: Claim[]): Roots {
  const bySize = claims.toSorted((one, other) => one.size - other.size);
  const result: Roots = { held: [], faults: [] };
  let wrong = 0;
  /** leaves that a claim is known to hold for */
  let sure = 0;
  const compare = (grown: TreeTip) => {
    while (bySize[0]?.size === grown.size) {
      const claim = bySize.shift()!;
      if (rootOf(grown).equals(claim.root)) {
        result.held.push(claim);
        sure = grown.size;
        continue;
      }
      if (!claim.kept) wrong += 1;
      if (claim.kept || wrong === 1) {
        const range = rangeOf(leaves, sure, claim.size - 1);
        result.faults.push(`${claim.name}: another root than that of the entries; ${range}`);
      }
    }
  };

  let grown = EMPTY_TREE;
  compare(grown);
  for (let index = 0; index < tree.size; index += 1) {
    const hash = leaves.hash(index);
    if (hash === null) {
      result.faults.push(missing(leaves, { index, claims: bySize.length }));
      return result;
    }
    grown = appendLeaf(grown, hash).tip;
    compare(grown);
  }
  if (wrong > 1) result.faults.push(`later checkpoints that have another root too: ${wrong - 1}`);
  for (const { name } of bySize) {
    result.faults.push(`${name}: the tree has only ${tree.size} leaves; its end is missing`);
  }
  if (!rootOf(grown).equals(tree.root)) {
    result.faults.push(
      `the tip of the tree: another root than that of the entries; ${rangeOf(leaves, sure, tree.size - 1)}`,
    );
  }
  return result;
}

/** Where the difference has to be, as narrow as the claims that hold allow. */
function rangeOf(leaves: Leaves, first: number, last: number): string {
  return first >= last
    ? `it differs at ${leaves.name(last)}`
    : `it differs somewhere from ${leaves.name(first)} to ${leaves.name(last)}`;
}

function missing(leaves: Leaves, { index, claims }: { index: number; claims: number }): string {
  const before = index === 0 ? 'at the beginning' : `after ${leaves.name(index - 1)}`;
  const unchecked = claims === 0 ? '' : `; ${claims} checkpoints cannot be held against it`;
  return `leaf ${index}: missing ${before}${unchecked}`;
}
