const HASH_BYTES = 32;
const IN_A_BLOCK = 1024;

/** Where a leaf comes from. */
export interface LeafOwner {
  itemId: string;
  seq: number;
}

interface Block {
  hashes: Buffer;
  owners: (LeafOwner | undefined)[];
}

/** The leaves of a tree as they come, in any order; some 100 bytes for each. */
export class Leaves {
  private readonly blocks = new Map<number, Block>();

  /** Gives who has that place already, or null. */
  put(index: number, hash: Buffer, owner: LeafOwner): LeafOwner | null {
    const place = Math.floor(index / IN_A_BLOCK);
    const block = this.blocks.get(place) ?? {
      hashes: Buffer.alloc(IN_A_BLOCK * HASH_BYTES),
      owners: [],
    };
    this.blocks.set(place, block);
    const known = block.owners[index % IN_A_BLOCK];
    if (known !== undefined) return known;
    block.owners[index % IN_A_BLOCK] = owner;
    hash.copy(block.hashes, (index % IN_A_BLOCK) * HASH_BYTES);
    return null;
  }

  /** The hash of a leaf, or null where it has not come. */
  hash(index: number): Buffer | null {
    if (this.owner(index) === null) return null;
    const start = (index % IN_A_BLOCK) * HASH_BYTES;
    return this.blocks
      .get(Math.floor(index / IN_A_BLOCK))!
      .hashes.subarray(start, start + HASH_BYTES);
  }

  owner(index: number): LeafOwner | null {
    return this.blocks.get(Math.floor(index / IN_A_BLOCK))?.owners[index % IN_A_BLOCK] ?? null;
  }

  /** A leaf as a person finds it: its place, item and row. */
  name(index: number): string {
    const owner = this.owner(index);
    return owner === null
      ? `leaf ${index}`
      : `leaf ${index} (item ${owner.itemId} row ${owner.seq})`;
  }
}
