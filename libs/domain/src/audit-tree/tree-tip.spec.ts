import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { appendLeaf, EMPTY_TREE, leafHash, nodeHash, rootOf, type TreeTip } from './tree-tip.js';

/** MTH of RFC 6962 §2.1, word for word. */
function merkleTreeHash(texts: string[]): Buffer {
  if (texts.length === 0) return createHash('sha256').digest();
  if (texts.length === 1) return leafHash(texts[0]!);
  let half = 1;
  while (half * 2 < texts.length) half *= 2;
  return nodeHash(merkleTreeHash(texts.slice(0, half)), merkleTreeHash(texts.slice(half)));
}

function grown(texts: string[]) {
  let tip: TreeTip = EMPTY_TREE;
  const nodes = texts.flatMap((text) => {
    const added = appendLeaf(tip, leafHash(text));
    tip = added.tip;
    return added.nodes;
  });
  return { tip, nodes };
}

const texts = fc.array(fc.string(), { maxLength: 70 });

describe('a tree that grows leaf by leaf', () => {
  it('has the root that RFC 6962 defines for all of its leaves', () => {
    fc.assert(
      fc.property(texts, (leaves) => {
        expect(rootOf(grown(leaves).tip)).toEqual(merkleTreeHash(leaves));
      }),
    );
  });

  it('names each complete subtree once, with the root of exactly its leaves', () => {
    fc.assert(
      fc.property(texts, (leaves) => {
        const { nodes } = grown(leaves);
        const places = nodes.map(({ level, index }) => `${level}/${index}`);
        const wanted = [1, 2, 3, 4, 5, 6].flatMap((level) =>
          Array.from(
            { length: Math.floor(leaves.length / 2 ** level) },
            (_, index) => `${level}/${index}`,
          ),
        );
        expect(places.toSorted()).toEqual(wanted.toSorted());
        for (const { level, index, hash } of nodes) {
          const width = 2 ** level;
          expect(hash).toEqual(merkleTreeHash(leaves.slice(index * width, (index + 1) * width)));
        }
      }),
    );
  });

  it('has the known root of the test vectors of Certificate Transparency', () => {
    const vectors = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'];
    const leaves = [...vectors, '606162636465666768696a6b6c6d6e6f'];
    let tip = EMPTY_TREE;
    for (const hex of leaves) {
      const hash = createHash('sha256').update(Buffer.of(0)).update(hex, 'hex').digest();
      tip = appendLeaf(tip, hash).tip;
    }
    expect(rootOf(tip).toString('hex')).toBe(
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    );
  });
});
