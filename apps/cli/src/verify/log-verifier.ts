import { type AuditKey, leafHash, originOf } from '#domain';
import { type CheckedLog, checkLog } from './check-log.js';
import type { ExportLine, LeafLine } from './export-line.js';
import { type LeafOwner, Leaves } from './leaves.js';
import type { Brought, Log } from './log.js';

/** Takes the lines of an export that tell of its tree. Holds the hashes of all leaves and the notes, and no entries. */
export class LogVerifier {
  private workspaceId = '';
  private tree: Log['tree'] | null = null;
  private readonly keys: AuditKey[] = [];
  private readonly checkpoints: Log['checkpoints'] = [];
  private readonly leaves = new Leaves();
  private unsequenced = 0;
  /** the item whose leaf was found wrong last; one sentence an item is enough */
  private named = '';

  constructor(private readonly brought: Brought) {}

  /** A sentence about what a line says of the tree and does not hold, or null. */
  take(line: ExportLine): string | null {
    if ('export' in line) this.workspaceId = line.export.workspaceId;
    if ('tree' in line) {
      const { origin, size, root } = line.tree;
      this.tree = { origin, size, root: Buffer.from(root, 'base64') };
      const own = originOf(this.workspaceId);
      return origin === own ? null : `the tree: expected that of ${own}; found that of ${origin}`;
    }
    if ('key' in line) {
      const { number, publicKey, statement } = line.key;
      this.keys.push({ number, publicKey: Buffer.from(publicKey, 'base64'), statement });
    }
    if ('checkpoint' in line) this.checkpoints.push(line.checkpoint);
    if ('leaf' in line) {
      const { itemId, seq, hash } = line.leaf;
      const own = { itemId, seq };
      const lost = `missing; leaf ${line.leaf.index} of the tree is of it`;
      return this.once(own, this.put(line.leaf, Buffer.from(hash, 'base64'), own) ?? lost);
    }
    if (!('entry' in line) || line.entry.leaf === undefined) return null;
    const { itemId, seq, text, leaf } = line.entry;
    if (leaf === null) {
      this.unsequenced += 1;
      return null;
    }
    const hash = leafHash(text);
    const other = hash.equals(Buffer.from(leaf.hash, 'base64'))
      ? null
      : `leaf ${leaf.index} of the tree is of another text`;
    const own = { itemId, seq };
    return this.once(own, this.put(leaf, hash, own) ?? other);
  }

  /** What comes of all lines together; null for an export from before there was a tree. */
  finish(): CheckedLog | null {
    if (this.tree === null) {
      const { pinned, kept } = this.brought;
      if (pinned === null && kept.length === 0) return null;
      return {
        faults: ['the export has no tree that a key or a checkpoint could be held against'],
        notices: [],
      };
    }
    const { tree, keys, checkpoints, leaves, unsequenced } = this;
    return checkLog({ tree, keys, checkpoints, leaves, unsequenced }, this.brought);
  }

  private put({ index }: LeafLine, hash: Buffer, owner: LeafOwner): string | null {
    const size = this.tree?.size ?? 0;
    if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
      return `it says to be leaf ${index}; the tree has ${size} leaves`;
    }
    const taken = this.leaves.put(index, hash, owner);
    return taken === null
      ? null
      : `it says to be leaf ${index}, which is item ${taken.itemId} row ${taken.seq}`;
  }

  private once({ itemId, seq }: LeafOwner, fault: string | null): string | null {
    if (fault === null || this.named === itemId) return null;
    this.named = itemId;
    return `item ${itemId}: row ${seq}: ${fault}`;
  }
}
