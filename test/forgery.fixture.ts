import {
  appendLeaf,
  canonicalJson,
  EMPTY_TREE,
  leafHash,
  originOf,
  rootOf,
  sha256,
  signCheckpoint,
  type TreeTip,
} from '#domain';
import type { KeyObject } from 'node:crypto';
import type { TestDatabase } from './test-database.js';

/** Somebody who owns the database and knows how everything in it is made. Triggers are taken to be off. */
export class Forger {
  constructor(
    private readonly database: TestDatabase,
    private readonly workspaceId: string,
  ) {}

  /** Gives an item another title from its first row on, with every hash that follows from it and its own row made to fit. */
  async retitle(itemId: string, title: string): Promise<void> {
    const { query } = this.database;
    const rows = await query<{ seq: number; entry: string; hash: string }>(
      'select seq, entry, hash from audit_entry where item_id = $1 order by seq',
      [itemId],
    );
    let prevHash = '0'.repeat(64);
    for (const { seq, entry } of rows) {
      const forged = { ...(JSON.parse(entry) as Entry), prevHash };
      if (seq === 1) forged.command.item!.description.title = title;
      const text = canonicalJson(forged);
      prevHash = sha256(text);
      await query('update audit_entry set entry = $3, hash = $4 where item_id = $1 and seq = $2', [
        itemId,
        seq,
        text,
        prevHash,
      ]);
    }
    await query('update item set title = $2, audit_hash = $3 where item_id = $1', [
      itemId,
      title,
      prevHash,
    ]);
  }

  /** Makes leaves, inner nodes and the tip anew out of the entries, in the order that the leaves say. */
  async regrow(): Promise<void> {
    const { query } = this.database;
    const rows = await query<{ index: number; entry: string }>(
      `select leaf_index::integer as index, entry from audit_leaf
       join audit_entry using (workspace_id, item_id, seq) where workspace_id = $1 order by 1`,
      [this.workspaceId],
    );
    await query('delete from audit_node where workspace_id = $1', [this.workspaceId]);
    let tip: TreeTip = EMPTY_TREE;
    for (const { index, entry } of rows) {
      const grown = appendLeaf(tip, leafHash(entry));
      await query(
        'update audit_leaf set leaf_index = $3, hash = $4 where workspace_id = $1 and leaf_index = $2',
        [this.workspaceId, index, tip.size, leafHash(entry)],
      );
      for (const { level, index: place, hash } of grown.nodes) {
        await query('insert into audit_node values ($1, $2, $3, $4)', [
          this.workspaceId,
          level,
          place,
          hash,
        ]);
      }
      tip = grown.tip;
    }
    await query('update log_tip set leaves = $2, peaks = $3 where workspace_id = $1', [
      this.workspaceId,
      tip.size,
      Buffer.concat(tip.peaks),
    ]);
  }

  /**
   * Makes the checkpoints of `least` leaves and more anew for the tree as it is: with a key that the forger has, or with
   * the signatures that were there.
   */
  async recheck(key: KeyObject | null, least = 0): Promise<void> {
    const { query } = this.database;
    const hashes = await query<{ hash: Buffer }>(
      'select hash from audit_leaf where workspace_id = $1 order by leaf_index',
      [this.workspaceId],
    );
    const checkpoints = await query<{ size: number; note: string }>(
      'select size::integer as size, note from audit_checkpoint where workspace_id = $1 and size >= $2',
      [this.workspaceId, least],
    );
    for (const { size, note } of checkpoints) {
      const leaves = hashes.slice(0, size);
      const tip = leaves.reduce((tree, { hash }) => appendLeaf(tree, hash).tip, EMPTY_TREE);
      const head = { origin: originOf(this.workspaceId), size, root: rootOf(tip) };
      const encoded = head.root.toString('base64');
      const forged =
        key === null ? note.split('\n').with(2, encoded).join('\n') : signCheckpoint(head, key);
      await query(
        'update audit_checkpoint set root = $3, note = $4 where workspace_id = $1 and size = $2',
        [this.workspaceId, size, head.root, forged],
      );
    }
  }
}

interface Entry {
  command: { item?: { description: { title: string } } };
}
