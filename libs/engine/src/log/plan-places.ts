import { appendLeaf, type TreeNode, type TreeTip } from '#domain';
import type { OutboxRow } from './outbox-rows.js';

/** How far the feed and the tree of a workspace have come. */
export interface LogTip {
  /** of the last fact in the feed; 0 before the first */
  position: number;
  tree: TreeTip;
}

/** The places that rows of the outbox get. */
export interface Places {
  tips: Map<string, LogTip>;
  facts: { workspaceId: string; position: number; messageId: string; traceparent: string | null }[];
  leaves: { workspaceId: string; index: number; itemId: string; seq: number; hash: Buffer }[];
  nodes: (TreeNode & { workspaceId: string })[];
}

/** Gives each fact the next position and each entry the next leaf of its workspace, in the order of the rows. */
export function planPlaces(rows: OutboxRow[], before: ReadonlyMap<string, LogTip>): Places {
  const places: Places = { tips: new Map(before), facts: [], leaves: [], nodes: [] };
  for (const { workspaceId, messageIds, traceparent, entry } of rows) {
    let { position, tree } = places.tips.get(workspaceId)!;
    for (const messageId of messageIds) {
      position += 1;
      places.facts.push({ workspaceId, position, messageId, traceparent });
    }
    if (entry !== null) {
      const { itemId, seq, leaf } = entry;
      places.leaves.push({ workspaceId, index: tree.size, itemId, seq, hash: leaf });
      const grown = appendLeaf(tree, leaf);
      places.nodes.push(...grown.nodes.map((node) => ({ ...node, workspaceId })));
      tree = grown.tip;
    }
    places.tips.set(workspaceId, { position, tree });
  }
  return places;
}
