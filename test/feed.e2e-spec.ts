import { dataSourceOptions, sequenceOutbox } from '#engine';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { openStream } from './event-stream.js';
import { openWriters, type Written } from './feed.fixture.js';
import { untilSessions } from './sessions.js';
import { startTestApi, type TestApi, type TestPerson } from './test-api.js';

interface Event {
  id: string;
  type: string;
  data: { subject: string; sequence: number };
}

const WRITERS = 32;
/** of them, those that draw their place early and commit when others that drew later were read */
const LATE_WRITERS = 4;
const CHANGES_EACH = 10;
const LATE_CHANGES_EACH = 3;
/** how many changes that drew later are read before a late one commits */
const LATE_BY = 10;
/** how often a transaction of the sequencer is undone meanwhile, by a kill */
const UNDONE = 3;

let api: TestApi;
let reader: TestPerson;
let workspaceId: string;
let sequencer: DataSource;
/** beside the API and the sequencer */
let database: Pool;

beforeAll(async () => {
  api = await startTestApi({ EVENT_HEARTBEAT_MS: '200' });
  const workspace = await api.workspace('acme');
  workspaceId = workspace.id;
  reader = await workspace.person([], ['read']);
  const options = dataSourceOptions({
    url: api.database.url,
    poolSize: 2,
    applicationName: 'baton-sequencer',
  });
  sequencer = new DataSource({ ...options, poolErrorHandler: () => {} } as typeof options);
  await sequencer.initialize();
  database = new Pool({ connectionString: api.database.url, max: 3 });
});

afterAll(async () => {
  await sequencer.destroy();
  await database.end();
  await api.close();
});

/** Ends the connection of a sequencer at work, so that its transaction is undone unless its commit was through. */
async function killSequencer(): Promise<void> {
  await database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'baton-sequencer' and datname = current_database() and state <> 'idle'`,
  );
}

const page = async (query: string) =>
  (await reader.get(`/v1/events?${query}`).expect(200)).body as {
    items: Event[];
    nextCursor: string;
    hasMore: boolean;
  };

describe('while many write, commit late, and the sequencer is killed', () => {
  /** what each change drew, by the ids of its facts */
  const drawn = new Map<string, number>();
  const late: Written[] = [];
  const progress = new EventEmitter().setMaxListeners(0);
  /** the greatest number that the first reader, and a reader by age, have come to */
  const come = { first: 0, naive: '' };
  const run = { isWritten: false, isSequenced: false, undone: 0, lateWriters: LATE_WRITERS };

  const seen: Record<'byId' | 'byStream' | 'byFilter', Event[]> = {
    byId: [],
    byStream: [],
    byFilter: [],
  };
  const naive: string[] = [];

  async function write(): Promise<void> {
    const { writers, close } = openWriters(api.database.url, workspaceId, WRITERS);
    const note = (written: Written) => {
      for (const id of written.ids) drawn.set(id, written.drawn);
    };
    await Promise.all(
      writers.map(async (writer, index) => {
        if (index < LATE_WRITERS) {
          for (let count = 0; count < LATE_CHANGES_EACH; count += 1) {
            const written = await writer.write(async (change) => {
              note(change);
              while (come.first < change.drawn + LATE_BY || come.naive <= change.ids.at(-1)!) {
                await once(progress, 'read');
              }
            });
            late.push(written);
          }
          run.lateWriters -= 1;
          return;
        }
        for (
          let count = 0;
          count < CHANGES_EACH || run.lateWriters > 0 || run.undone < UNDONE;
          count += 1
        ) {
          await writer.write(async (change) => {
            note(change);
            await pause(randomInt(0, 250));
          });
        }
      }),
    );
    await close();
    run.isWritten = true;
  }

  async function sequence(): Promise<void> {
    for (let left: number | null = 1; left !== 0;) {
      const wasWritten = run.isWritten;
      const done = await sequenceOutbox(sequencer).catch(() => {
        run.undone += 1;
        return null;
      });
      left = wasWritten ? done : 1;
      await pause(2);
    }
    run.isSequenced = true;
  }

  async function kill(): Promise<void> {
    while (run.undone < UNDONE) {
      await pause(randomInt(100, 300));
      await killSequencer();
    }
  }

  async function readById(): Promise<void> {
    for (let isOver = false; !isOver;) {
      const wasSequenced = run.isSequenced;
      const after = seen.byId.at(-1)?.id ?? '';
      const { items } = await page(`limit=${randomInt(1, 201)}&after=${after}`);
      seen.byId.push(...items);
      come.first = Math.max(come.first, ...items.map(({ id }) => drawn.get(id)!));
      progress.emit('read');
      isOver = wasSequenced && items.length === 0;
    }
  }

  async function readByFilter(): Promise<void> {
    for (let [after, isOver] = ['', false]; !isOver;) {
      const wasSequenced = run.isSequenced;
      const next = await page(`limit=40&types=item.*&after=${after}`);
      seen.byFilter.push(...next.items);
      after = next.nextCursor;
      isOver = wasSequenced && !next.hasMore;
    }
  }

  async function readByStream(): Promise<void> {
    for (let isOver = false; !isOver;) {
      const last = seen.byStream.at(-1)?.id;
      const { frames, stop } = await openStream(
        `${api.url}/v1/events/stream`,
        reader.key,
        last === undefined ? {} : { 'last-event-id': last },
      );
      await frames.next();
      for (let left = randomInt(1, 200); left > 0 && !isOver;) {
        const wasSequenced = run.isSequenced;
        const { value } = await frames.next();
        // A heartbeat may come between two pages, so that alone is no end.
        isOver = wasSequenced && value?.data === undefined && seen.byStream.length >= drawn.size;
        if (value?.data === undefined) continue;
        seen.byStream.push({ id: value.id!, ...(JSON.parse(value.data) as Omit<Event, 'id'>) });
        left -= 1;
      }
      stop();
    }
  }

  /** As one would without a feed: by what was made first. */
  async function readByAge(): Promise<void> {
    while (!run.isWritten) {
      const { rows } = await database.query<{ id: string }>(
        `select message_id as id from message
         where workspace_id = $1 and message_id > $2::uuid order by message_id limit 200`,
        [workspaceId, naive.at(-1) ?? '00000000-0000-0000-0000-000000000000'],
      );
      naive.push(...rows.map(({ id }) => id));
      come.naive = naive.at(-1) ?? '';
      progress.emit('read');
      await pause(5);
    }
  }

  beforeAll(async () => {
    await Promise.all([
      write(),
      sequence(),
      kill(),
      readById(),
      readByFilter(),
      readByStream(),
      readByAge(),
    ]);
  });

  it('changes did commit after such that began later', () => {
    expect(late).toHaveLength(LATE_WRITERS * LATE_CHANGES_EACH);
    for (const change of late) {
      const place = seen.byId.findIndex(({ id }) => id === change.ids[0]);
      const before = seen.byId.slice(0, place).map(({ id }) => drawn.get(id)!);
      expect(Math.max(...before)).toBeGreaterThan(change.drawn);
    }
  });

  it('a reader by age misses those that are late', () => {
    const missed = late.flatMap(({ ids }) => ids).filter((id) => !naive.includes(id));
    expect(missed.length).toBeGreaterThan(0);
  });

  it('readers of the feed get each event once, by id, by stream and through a filter', () => {
    const idsOf = (events: Event[]) => events.map(({ id }) => id);
    expect(idsOf(seen.byId).toSorted()).toEqual([...drawn.keys()].toSorted());
    expect(idsOf(seen.byStream)).toEqual(idsOf(seen.byId));
    expect(idsOf(seen.byFilter)).toEqual(
      idsOf(seen.byId.filter(({ type }) => type.startsWith('item.'))),
    );
  });

  it('each item is told in its own order', () => {
    const reached = new Map<string, number>();
    for (const { data } of seen.byId) {
      const before = reached.get(data.subject) ?? 0;
      expect(data.sequence - before).toBeGreaterThanOrEqual(0);
      expect(data.sequence - before).toBeLessThanOrEqual(1);
      reached.set(data.subject, data.sequence);
    }
    expect(reached.size).toBe(WRITERS);
  });
});

it('a sequencer that is killed between its reading and its commit leaves everything to the next', async () => {
  const { writers, close } = openWriters(api.database.url, workspaceId, 1);
  const [writer] = writers;
  for (let count = 0; count < 5; count += 1) await writer!.write(() => Promise.resolve());
  await close();
  const counts = async () => {
    const [row] = await api.database.query<{ outbox: number; feed: number; messages: number }>(
      `select (select count(*)::integer from outbox) as outbox, (select count(*)::integer from feed) as feed,
         (select count(*)::integer from message) as messages`,
    );
    return row!;
  };
  const before = await counts();
  expect(before.outbox).toBe(5);
  await api.database.query('begin');
  await api.database.query('lock table log_tip in share mode');
  const killed = sequenceOutbox(sequencer).then(
    () => 'committed',
    () => 'undone',
  );
  const waiting = `application_name = 'baton-sequencer' and wait_event_type = 'Lock'`;
  await untilSessions(api.database, waiting, (count) => count > 0);
  await killSequencer();
  expect(await killed).toBe('undone');
  await api.database.query('commit');
  expect(await counts()).toEqual(before);
  expect(await sequenceOutbox(sequencer)).toBe(5);
  const after = await counts();
  expect([after.outbox, after.feed]).toEqual([0, after.messages]);
});
