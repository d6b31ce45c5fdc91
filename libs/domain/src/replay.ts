import { type AuditEntry, FIRST_PREV_HASH } from './audit-entry.js';
import { type Command, textOf } from './command.js';
import { decide } from './decide.js';
import { sha256 } from './identifiers.js';
import type { ItemState, TaskState } from './item-state.js';
import { canonicalJson, type Process } from './process-machine.js';
import { NO_SURROUNDINGS } from './surroundings.js';
import {
  countMarks,
  markSegments,
  SEGMENT_STATES,
  type SegmentMark,
  type SegmentWork,
} from './translation.js';

/** A row of the trail as it is stored. */
export interface StoredEntry {
  seq: number;
  text: string;
  hash: string;
}

/** The first place where a trail does not hold. Rows missing at its end show only against the stored item. */
export interface TrailFault {
  /** sequence number of the first bad row */
  seq: number;
  detail: string;
}

export type Replayed =
  | {
      ok: true;
      state: ItemState;
      /** digests of the revisions, in order */
      digests: string[];
      /** every task that was ever opened, as it is now */
      tasks: TaskState[];
      /** the segments of a variant that were ever touched and are there, by their keys */
      segments: Map<string, SegmentMark>;
    }
  | { ok: false; fault: TrailFault };

/**
 * Checks the chain of an item's trail and sends each command again through the process it is pinned to.
 * Rows come in ascending order of `seq`. Gives what they lead to, or the first row that was edited, removed, inserted or moved.
 */
export function replayTrail(
  rows: StoredEntry[],
  identity: { workspaceId: string; itemId: string },
  processFor: (digest: string) => Process | undefined,
): Replayed {
  let state: ItemState | null = null;
  const digests: string[] = [];
  const tasks = new Map<string, TaskState>();
  let segments = new Map<string, SegmentMark>();
  for (const [index, row] of rows.entries()) {
    const seq = index + 1;
    const checked = checkRow(row, seq, state?.auditHash ?? FIRST_PREV_HASH, identity);
    if (typeof checked === 'string') return faultAt(seq, checked);
    const digest: string | undefined = processNamedBy(checked.command) ?? state?.processDigest;
    const process = digest === undefined ? undefined : processFor(digest);
    if (process === undefined) return faultAt(seq, `its process version ${digest} is not there`);
    const { actor, at, v: entryVersion, given } = checked;
    const decision = decide(process, state, checked.command, {
      ...identity,
      actor,
      at,
      entryVersion,
      surroundings: { ...NO_SURROUNDINGS, ...given },
    });
    if (decision.outcome !== 'changed') {
      const why = decision.outcome === 'refused' ? decision.reasons[0]!.detail : decision.outcome;
      return faultAt(seq, `its process would not have accepted it: ${why}`);
    }
    const difference = differenceBetween(checked, decision.entry);
    if (difference !== null) return faultAt(seq, difference);
    const work = segmentsOf(checked.command);
    if (work !== undefined && decision.after.translation !== (state?.translation ?? null)) {
      segments = markSegments(segments, work.changes);
      const miscounted = miscount(segments, work);
      if (miscounted !== null) return faultAt(seq, miscounted);
    }
    state = { ...decision.after, auditHash: row.hash };
    for (const task of [...decision.opened, ...decision.changedTasks]) tasks.set(task.id, task);
    const written = textOf(checked.command);
    if (written !== null && written.digest !== digests.at(-1)) digests.push(written.digest);
  }
  return state === null
    ? faultAt(1, 'the trail is empty')
    : { ok: true, state, digests, tasks: [...tasks.values()], segments };
}

/** What a command does to the segments of a variant. */
function segmentsOf(command: Command): SegmentWork | undefined {
  if (command.type === 'create') return command.item.segments;
  return 'segments' in command ? command.segments : undefined;
}

/** What an entry says of its segments, against those that its trail leads to; those never touched are not counted there. */
function miscount(segments: ReadonlyMap<string, SegmentMark>, work: SegmentWork): string | null {
  const found = countMarks(segments.values());
  for (const state of SEGMENT_STATES) {
    if (state === 'untranslated') continue;
    const [says, leads] = [work.counts[state], found[state]].map(canonicalJson);
    if (says !== leads) return `it says that ${says} are ${state}, its trail leads to ${leads}`;
  }
  return null;
}

/** What an item holds that was stored before hand-offs, links and the like were recorded. */
const NOTHING_YET = {
  arrival: null,
  blockers: [],
  links: [],
  openComments: [],
  attachments: [],
  translation: null,
};

/** An item as an older export shows it, with what it did not know yet. */
export function fromOlderExport(stored: ItemState): ItemState {
  return {
    ...NOTHING_YET,
    ...stored,
    description: { ...stored.description, goalId: stored.description.goalId ?? null },
    revision:
      stored.revision === null
        ? null
        : { ...stored.revision, sections: stored.revision.sections ?? [] },
    openTasks: stored.openTasks.map((task) => ({ ...NEW_TASK, ...task })),
  };
}

const NEW_TASK = {
  role: 'responsible' as const,
  dueAt: null,
  dropped: false,
  delegation: null,
  signature: null,
};

/** The process that a command names, where that is not the one its item is pinned to. */
function processNamedBy(command: Command): string | undefined {
  if (command.type === 'create') return command.item.processDigest;
  return command.type === 'migrate' ? command.processDigest : undefined;
}

/** How a stored item differs from the state its trail leads to, or null when they are equal. */
export function compareStates(stored: ItemState, replayed: ItemState): string | null {
  for (const key of Object.keys(replayed) as (keyof ItemState)[]) {
    const [is, ought] = [canonicalJson(stored[key]), canonicalJson(replayed[key])];
    if (is !== ought) return `${key}: stored ${is}, by its trail ${ought}`;
  }
  return null;
}

/** What an entry says it led to, against what its process leads to. */
function differenceBetween(stored: AuditEntry, decided: AuditEntry): string | null {
  for (const key of ['from', 'to', 'opened', 'closed', 'voided', 'given'] as const) {
    const [says, leads] = [stored[key], decided[key]].map((part) => canonicalJson(part ?? null));
    if (says !== leads) return `it says ${key} is ${says}, its process leads to ${leads}`;
  }
  return null;
}

function checkRow(
  row: StoredEntry,
  seq: number,
  prevHash: string,
  identity: { workspaceId: string; itemId: string },
): AuditEntry | string {
  if (row.seq !== seq) return `expected row ${seq}; found row ${row.seq}`;
  if (sha256(row.text) !== row.hash) return 'its text does not match its hash';
  const entry = parsed(row.text);
  if (entry === null) return 'its text is not an entry';
  if (entry.seq !== seq) return `its text says row ${entry.seq}`;
  if (entry.workspaceId !== identity.workspaceId || entry.itemId !== identity.itemId) {
    return `its text belongs to item ${entry.itemId}`;
  }
  if (entry.prevHash !== prevHash) return 'it does not follow the row before it';
  return entry;
}

function parsed(text: string): AuditEntry | null {
  try {
    return JSON.parse(text) as AuditEntry | null;
  } catch {
    return null;
  }
}

function faultAt(seq: number, detail: string): Replayed {
  return { ok: false, fault: { seq, detail } };
}
