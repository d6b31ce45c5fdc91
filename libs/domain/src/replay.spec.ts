import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Actor } from './actor.js';
import { type AuditEntry, seal } from './audit-entry.js';
import type { Change } from './change.js';
import {
  accepted,
  along,
  CONTENT,
  creation,
  decideAs,
  ena,
  held,
  IDENTITY,
  leo,
  mia,
  PROCESSES,
  send,
} from './items.fixture.js';
import { STRICT } from './strict-process.fixture.js';
import { walk } from './walks.fixture.js';
import type { ItemState } from './item-state.js';
import type { Process } from './process-machine.js';
import { sha256 } from './identifiers.js';
import { compareStates, type Replayed, replayTrail, type StoredEntry } from './replay.js';

const WALKED = [...PROCESSES, STRICT, STRICT];

const processFor = (digest: string): Process | undefined =>
  WALKED.find((process) => process.digest === digest);

const replay = (rows: StoredEntry[]) => replayTrail(rows, IDENTITY, processFor);

const rowsOf = (changes: Change[]): StoredEntry[] =>
  changes.map(({ entry, sealed }) => ({ seq: entry.seq, ...sealed }));

function faultOf(replayed: Replayed): { seq: number; detail: string } {
  if (replayed.ok) throw new Error('Expected a fault; the trail holds.');
  return replayed.fault;
}

function stateOf(replayed: Replayed): ItemState {
  if (!replayed.ok) throw new Error(`Expected a state; found ${replayed.fault.detail}.`);
  return replayed.state;
}

const entryOf = (row: StoredEntry) => JSON.parse(row.text) as AuditEntry;

/** The row with another entry in it, hashed again as a careful forger would. */
function forged(row: StoredEntry, changes: Partial<AuditEntry>): StoredEntry {
  return { seq: row.seq, ...seal({ ...entryOf(row), ...changes }) };
}

/** The trail chained anew from a place on, so that every hash in it is right. */
function rechained(rows: StoredEntry[]): StoredEntry[] {
  const chained: StoredEntry[] = [];
  for (const row of rows) {
    const prevHash = chained.at(-1)?.hash ?? entryOf(row).prevHash;
    chained.push(forged(row, { prevHash }));
  }
  return chained;
}

/** Walks of at least four rows, and a place in each that is neither its first row nor its last. */
const trails = fc
  .record({
    process: fc.constantFrom(...WALKED),
    picks: fc.array(fc.nat(), { minLength: 6, maxLength: 15 }),
    place: fc.nat(),
  })
  .map(({ process, picks, place }) => {
    const changes = walk(process, picks);
    const rows = rowsOf(changes);
    const opened = changes.flatMap((change) => change.opened);
    const touched = changes.flatMap((change) => change.changedTasks);
    const tasks = opened.map((task) => touched.findLast(({ id }) => id === task.id) ?? task);
    return { rows, tasks, final: changes.at(-1)!.after, at: 1 + (place % (rows.length - 2)) };
  })
  .filter(({ rows }) => rows.length >= 4);

describe('replaying a trail', () => {
  it('gives exactly the state that was stored, for any walk through any process', () => {
    const stages = new Set<string>();
    const commands = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...WALKED),
        fc.array(fc.nat(), { maxLength: 80, size: 'max' }),
        (process, picks) => {
          const changes = walk(process, picks);
          for (const { after, entry } of changes) {
            stages.add(`${process.definition.id}.${after.stage}`);
            commands.add(entry.command.type);
          }
          const state = stateOf(replay(rowsOf(changes)));
          expect(compareStates(changes.at(-1)!.after, state)).toBeNull();
          expect(state).toEqual(changes.at(-1)!.after);
        },
      ),
      { numRuns: 60 },
    );
    // The walks say something only as long as they get about.
    expect(stages.size).toBeGreaterThan(22);
    expect(commands.size).toBeGreaterThan(14);
  });

  it('gives the digests of the revisions and the fate of every task, in order', () => {
    fc.assert(
      fc.property(trails, ({ rows, tasks }) => {
        const commands = rows.map((row) => entryOf(row).command);
        expect(replay(rows)).toMatchObject({
          ok: true,
          digests: commands.flatMap((command) =>
            command.type === 'revise' ? [command.digest] : [],
          ),
          tasks,
        });
      }),
      { numRuns: 20 },
    );
  });
});

function tampering(name: string, law: (trail: { rows: StoredEntry[]; at: number }) => void) {
  it(name, () => {
    fc.assert(fc.property(trails, law), { numRuns: 15 });
  });
}

describe('the first bad row is named', () => {
  tampering('when a text was edited', ({ rows, at }) => {
    const text = rows[at]!.text.replace('"item-1"', '"item-7"');
    expect(faultOf(replay(rows.with(at, { ...rows[at]!, text })))).toEqual({
      seq: at + 1,
      detail: 'its text does not match its hash',
    });
  });

  tampering('when a text was edited and hashed again: the row after it', ({ rows, at }) => {
    // Another key: as far as the process is concerned it could have been.
    const { actor } = JSON.parse(rows[at]!.text) as { actor: object };
    const otherwise = forged(rows[at]!, { actor: { ...actor, via: 'another-key' } as Actor });
    expect(faultOf(replay(rows.with(at, otherwise)))).toEqual({
      seq: at + 2,
      detail: 'it does not follow the row before it',
    });
  });

  tampering('when a row was deleted', ({ rows, at }) => {
    expect(faultOf(replay(rows.toSpliced(at, 1)))).toEqual({
      seq: at + 1,
      detail: `expected row ${at + 1}; found row ${at + 2}`,
    });
  });

  tampering('when a row was deleted and the others were renumbered', ({ rows, at }) => {
    const rest = rows.toSpliced(at, 1).map((row, index) => ({ ...row, seq: index + 1 }));
    expect(faultOf(replay(rest))).toEqual({ seq: at + 1, detail: `its text says row ${at + 2}` });
  });

  tampering('when a row was inserted', ({ rows, at }) => {
    expect(faultOf(replay(rows.toSpliced(at, 0, rows[at - 1]!)))).toEqual({
      seq: at + 1,
      detail: `expected row ${at + 1}; found row ${at}`,
    });
  });

  tampering('when a row was made up and inserted in its place', ({ rows, at }) => {
    const madeUp = forged(rows[at - 1]!, { seq: at + 1 });
    const others = rows.slice(at).map((row) => ({ ...row, seq: row.seq + 1 }));
    const longer = [...rows.slice(0, at), { ...madeUp, seq: at + 1 }, ...others];
    expect(faultOf(replay(longer))).toEqual({
      seq: at + 1,
      detail: 'it does not follow the row before it',
    });
  });

  tampering('when two rows were swapped', ({ rows, at }) => {
    const swapped = rows.with(at - 1, rows[at]!).with(at, rows[at - 1]!);
    expect(faultOf(replay(swapped)).seq).toBe(at);
  });

  tampering('when the head was cut off', ({ rows, at }) => {
    expect(faultOf(replay(rows.slice(at)))).toEqual({
      seq: 1,
      detail: `expected row 1; found row ${at + 1}`,
    });
  });

  tampering('when the head was cut off and the rest was renumbered', ({ rows, at }) => {
    const rest = rows.slice(at).map((row, index) => ({ ...row, seq: index + 1 }));
    expect(faultOf(replay(rest))).toEqual({ seq: 1, detail: `its text says row ${at + 1}` });
  });
});

describe('a trail that lost its end', () => {
  it('holds by itself, but differs from the stored item', () => {
    fc.assert(
      fc.property(trails, ({ rows, final, at }) => {
        expect(compareStates(final, stateOf(replay(rows.slice(0, at))))).not.toBeNull();
      }),
      { numRuns: 20 },
    );
  });

  it('altogether is empty', () => {
    expect(faultOf(replay([]))).toEqual({ seq: 1, detail: 'the trail is empty' });
  });
});

describe('a trail whose every hash is right', () => {
  const created = accepted(decideAs(CONTENT, null, mia, creation(CONTENT)));
  const taskId = created.after.openTasks[0]!.id;
  const claimed = accepted(decideAs(CONTENT, created.after, ena, { type: 'claim', taskId }));
  const acceptedIntake = accepted(send(CONTENT, claimed.after, ena, 'accept'));
  const rows = rowsOf([created, claimed, acceptedIntake]);

  it('still has to be a way that its process allows', () => {
    const outsider = forged(rows[1]!, { actor: leo });
    expect(faultOf(replay(rechained(rows.with(1, outsider))))).toEqual({
      seq: 2,
      detail: 'its process would not have accepted it: This is for enablement; you work in legal.',
    });
  });

  it('still has to lead where it says', () => {
    const elsewhere = forged(rows[2]!, { to: 'published' });
    expect(faultOf(replay(rechained(rows.with(2, elsewhere))))).toEqual({
      seq: 3,
      detail: 'it says to is "published", its process leads to "brief"',
    });
  });

  it('still has to open and close the tasks that its process opens and closes', () => {
    const silent = forged(rows[2]!, { closed: [] });
    expect(faultOf(replay(rechained(rows.with(2, silent))))?.detail).toContain(
      'it says closed is [], its process leads to [{',
    );
  });

  it('still has to say which approvals were voided and what its rules saw, and nothing else', () => {
    const approval = { activity: 'legal_review', actorId: 'leo', sections: [] };
    const voiding = forged(rows[2]!, { voided: [approval] });
    expect(faultOf(replay(rechained(rows.with(2, voiding)))).detail).toMatch(
      /^it says voided is \[\{.*\}\], its process leads to null$/u,
    );
    const given = { ...entryOf(rows[2]!).given, taught: [] };
    const seeing = forged(rows[2]!, { given });
    expect(faultOf(replay(rechained(rows.with(2, seeing)))).detail).toMatch(
      /^it says given is .*"taught":\[\]\}, its process leads to \{"goal":\{.*\}\}$/u,
    );
    const blind = forged(rows[2]!, { given: {} });
    expect(faultOf(replay(rechained(rows.with(2, blind)))).detail).toContain(
      'its process would not have accepted it: No goal, no production',
    );
  });

  it('still has to be made of entries', () => {
    const text = 'no entry';
    const broken = { seq: 3, text, hash: sha256(text) };
    expect(faultOf(replay(rows.with(2, broken)))).toEqual({
      seq: 3,
      detail: 'its text is not an entry',
    });
  });

  it('has to belong to the item that is asked for', () => {
    const other = { ...IDENTITY, itemId: 'item-2' };
    expect(faultOf(replayTrail(rows, other, processFor))).toEqual({
      seq: 1,
      detail: 'its text belongs to item item-1',
    });
    const elsewhere = { ...IDENTITY, workspaceId: 'workspace-2' };
    expect(faultOf(replayTrail(rows, elsewhere, processFor)).seq).toBe(1);
  });

  it('needs the process version that it is pinned to', () => {
    expect(faultOf(replayTrail(rows, IDENTITY, () => undefined))).toEqual({
      seq: 1,
      detail: `its process version ${CONTENT.digest} is not there`,
    });
  });

  it('may hold a change that changes nothing only by forgery', () => {
    const again = forged(rows[2]!, { command: { type: 'describe', changes: {} }, to: 'intake' });
    expect(faultOf(replay(rechained(rows.with(2, again))))).toEqual({
      seq: 3,
      detail: 'its process would not have accepted it: unchanged',
    });
  });

  it('gives the tasks their ids again, so that those in hand stay in hand', () => {
    const { item } = along(CONTENT, created.after, [[ena, 'accept']]);
    expect(stateOf(replay(rows)).openTasks).toEqual(item.openTasks);
    expect(stateOf(replay(rows.slice(0, 2))).openTasks).toEqual(
      held(created.after, 'triage', ena).openTasks,
    );
  });
});

describe('comparing a stored item with its trail', () => {
  const { after } = accepted(decideAs(CONTENT, null, mia, creation(CONTENT)));

  it('finds no difference in the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(after).toReversed()) as unknown as ItemState;
    expect(compareStates(turned, after)).toBeNull();
  });

  it('names the first field that differs and both values', () => {
    expect(compareStates({ ...after, stage: 'published' }, after)).toBe(
      'stage: stored "published", by its trail "intake"',
    );
  });

  it('looks at every field', () => {
    for (const key of Object.keys(after)) {
      expect(compareStates({ ...after, [key]: 'tampered' }, after)).toMatch(
        new RegExp(`^${key}: stored "tampered"`, 'u'),
      );
    }
  });
});
