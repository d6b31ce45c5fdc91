import {
  canonicalJson,
  compareStates,
  compileProcess,
  fromOlderExport,
  type ItemState,
  type Process,
  type ProcessDefinition,
  replayTrail,
  sha256,
  type SegmentMark,
  type StoredEntry,
  type TaskState,
} from '#domain';
import type { ExportLine, StoredSegment } from './export-line.js';

type Revision = Extract<ExportLine, { revision: unknown }>['revision'];

interface OpenItem {
  itemId: string;
  stored: ItemState | null;
  tasks: TaskState[];
  segments: StoredSegment[];
  entries: StoredEntry[];
  digests: string[];
  /** what is wrong with the first revision that is not itself or not in its place, or null */
  badRevision: string | null;
}

/** Takes the lines of an export one by one and holds no more than one item of it. */
export class ItemVerifier {
  private workspaceId = '';
  private readonly definitions = new Map<string, string>();
  private readonly compiled = new Map<string, Process>();
  private open: OpenItem | null = null;
  private readonly counts = { items: 0, entries: 0, revisions: 0, faults: 0 };
  private announced: number | null = null;

  /** A sentence about what a line brought to an end and does not hold, or null. */
  take(line: ExportLine): string | null {
    if (this.announced !== null) throw new Error('expected nothing after its last line');
    if ('entry' in line) {
      this.counts.entries += 1;
      const { itemId, seq } = line.entry;
      if (this.open?.itemId !== itemId) return this.astray(itemId, `row ${seq}`);
      this.open.entries.push(line.entry);
      return null;
    }
    if ('revision' in line) {
      return this.takeRevision(line.revision);
    }
    const fault = this.close();
    if ('export' in line) this.workspaceId = line.export.workspaceId;
    if ('process' in line) return this.takeProcess(line.process);
    if ('item' in line) {
      this.open = { segments: [], ...line.item, entries: [], digests: [], badRevision: null };
    }
    if ('end' in line) this.announced = line.end.items;
    return fault;
  }

  finish() {
    return { ...this.counts, whole: this.announced === this.counts.items };
  }

  /** Whoever makes an export could hide an item by leaving its rows somewhere else. */
  private astray(itemId: string, what: string): string {
    this.counts.faults += 1;
    return `item ${itemId}: ${what}: it does not stand with its item`;
  }

  private takeProcess({ digest, definition }: { digest: string; definition: string }) {
    if (sha256(definition) !== digest) {
      this.counts.faults += 1;
      return `process ${digest}: its definition was edited`;
    }
    this.definitions.set(digest, definition);
    return null;
  }

  /** Only versions that an item was ever pinned to are sure to be executable: a draft may name what is not there. */
  private processOf(digest: string): Process | undefined {
    const known = this.compiled.get(digest);
    const definition = this.definitions.get(digest);
    if (known !== undefined || definition === undefined) return known;
    const process = compileProcess(JSON.parse(definition) as ProcessDefinition);
    this.compiled.set(digest, process);
    return process;
  }

  private takeRevision(revision: Revision): string | null {
    this.counts.revisions += 1;
    const { itemId, number, digest, body } = revision;
    if (this.open?.itemId !== itemId) return this.astray(itemId, `revision ${number}`);
    const expected = this.open.digests.push(digest);
    if (number !== expected) {
      this.open.badRevision ??= `revision ${expected}: missing, or called ${number}`;
    } else if (sha256(body) !== digest) {
      this.open.badRevision ??= `revision ${number}: its text does not match its digest`;
    }
    return null;
  }

  private close(): string | null {
    if (this.open === null) return null;
    const item = this.open;
    this.open = null;
    this.counts.items += 1;
    const fault = this.faultOf(item);
    if (fault === null) return null;
    this.counts.faults += 1;
    const name = item.stored === null ? '' : ` ${item.stored.slug} ${item.stored.locale}`;
    return `item ${item.itemId}${name}: ${fault}`;
  }

  private faultOf(item: OpenItem): string | null {
    const { itemId, stored, entries, digests, tasks } = item;
    const replayed = replayTrail(entries, { workspaceId: this.workspaceId, itemId }, (digest) =>
      this.processOf(digest),
    );
    if (!replayed.ok) return `row ${replayed.fault.seq}: ${replayed.fault.detail}`;
    if (stored === null) return 'its trail is there, the item itself is gone';
    const { state } = replayed;
    if (state.version < stored.version) {
      return `row ${state.version + 1}: missing; the item says it has ${stored.version} rows`;
    }
    if (state.version > stored.version) {
      return `row ${stored.version + 1}: the item says it has only ${stored.version} rows`;
    }
    const difference =
      compareStates(fromOlderExport(stored), state) ?? compareTasks(tasks, replayed.tasks);
    const misplaced = compareSegments(item.segments, replayed.segments);
    if (misplaced !== null) return misplaced;
    if (difference !== null) return `the item's own row or tasks were edited: ${difference}`;
    if (item.badRevision !== null) return item.badRevision;
    const missing = replayed.digests.findIndex((digest, index) => digest !== digests[index]);
    if (missing !== -1) return `revision ${missing + 1}: missing, or not the one its trail names`;
    if (digests.length > replayed.digests.length) {
      return `revision ${replayed.digests.length + 1}: its trail does not know it`;
    }
    return null;
  }
}

function compareTasks(stored: TaskState[], replayed: TaskState[]): string | null {
  const words = (task: TaskState | undefined) =>
    task === undefined ? 'none' : `${task.activity} ${task.status} ${task.holderId}`;
  for (const id of new Set([...stored, ...replayed].map((task) => task.id))) {
    const [is, ought] = [stored, replayed].map((tasks) => words(tasks.find((t) => t.id === id)));
    if (is !== ought) return `task ${id}: stored ${is}, by its trail ${ought}`;
  }
  return null;
}

/** The first segment that is not what its trail leads to, or null where all of them are. */
function compareSegments(
  stored: StoredSegment[],
  replayed: ReadonlyMap<string, SegmentMark>,
): string | null {
  const known = new Map(stored.map(({ key, mark }) => [key, mark]));
  for (const key of new Set([...known.keys(), ...replayed.keys()])) {
    const [is, ought] = [known, replayed].map((marks) => canonicalJson(marks.get(key) ?? null));
    if (is !== ought) return `segment ${key}: stored ${is}, by its trail ${ought}`;
  }
  return null;
}
