import { sha256 } from '#domain';
import {
  dataSourceOptions,
  leverage,
  lookUp,
  type MemoryMatch,
  type MemoryRow,
  newId,
  poolOf,
  type Queryable,
  rememberSegments,
  type WantedUnit,
} from '#engine';
import { type InlineCode, type InlineText, taggedText } from '#localization';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from './test-database.js';

let database: TestDatabase;
let dataSource: DataSource;
let pool: Pool;
let workspaceId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const options = { url: database.url, poolSize: 4, applicationName: 'memory' };
  dataSource = await new DataSource(dataSourceOptions(options)).initialize();
  pool = poolOf(dataSource);
});

beforeEach(() => {
  workspaceId = newId();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const LOCALES = { sourceLocale: 'en-US', targetLocale: 'de-DE' };

const textOf = (source: string | InlineText): InlineText =>
  typeof source === 'string' ? [source] : source;

const hashOf = (source: InlineText) =>
  sha256(
    JSON.stringify([
      taggedText(source),
      source.map((part) => (typeof part === 'string' ? '' : part.type)),
    ]),
  );

function segment(
  from: string | InlineText,
  target: string,
  fields: Partial<MemoryRow> = {},
): MemoryRow {
  const source = textOf(from);
  return {
    workspaceId,
    ...LOCALES,
    sourceHash: hashOf(source),
    source,
    previousHash: null,
    nextHash: null,
    target,
    itemId: newId(),
    key: 'p-1',
    approvedAt: new Date('2026-03-01T08:00:00Z'),
    approvedBy: 'marc',
    ...fields,
  };
}

function unit(from: string | InlineText, fields: Partial<WantedUnit> = {}): WantedUnit {
  const source = textOf(from);
  return { hash: hashOf(source), source, previousHash: 'other', nextHash: 'other', ...fields };
}

const remember = (...rows: MemoryRow[]) => rememberSegments(pool, rows);

async function matchesOf(wanted: WantedUnit, fields: object = {}): Promise<MemoryMatch[]> {
  return (await lookUp(pool, { workspaceId, ...LOCALES, units: [wanted], ...fields }))[0]!;
}

/** What is found for one unit: kind, score and target of each. */
async function found(wanted: WantedUnit, fields: object = {}) {
  const matches = await matchesOf(wanted, fields);
  return matches.map(({ kind, score, target }) => [kind, score, target]);
}

const LAUNCH = 'Each launch has a tier and the tier says who has to be ready on the day';

describe('an approved translation', () => {
  it('is found for its text again, and first where its neighbours are the same', async () => {
    const at = { previousHash: 'before', nextHash: 'after' };
    await remember(
      segment(LAUNCH, 'am Rand', { approvedAt: new Date('2026-05-01T08:00:00Z') }),
      segment(LAUNCH, 'zwischen', at),
    );
    expect(await found(unit(LAUNCH, at))).toEqual([
      ['context', 101, 'zwischen'],
      ['exact', 100, 'am Rand'],
    ]);
    expect(await found(unit(LAUNCH, { previousHash: null, nextHash: null }))).toEqual([
      ['context', 101, 'am Rand'],
      ['exact', 100, 'zwischen'],
    ]);
    expect(await found(unit(LAUNCH))).toEqual([
      ['exact', 100, 'am Rand'],
      ['exact', 100, 'zwischen'],
    ]);
  });

  it('is found for texts like its own, the most alike first, with its own text', async () => {
    await remember(
      segment(`${LAUNCH} of it`, 'zwei mehr'),
      segment(LAUNCH.replace('who', 'when'), 'eines anders'),
      segment('Nothing of this is alike in any of its words', 'nichts'),
    );
    expect(await found(unit(LAUNCH))).toEqual([
      ['fuzzy', 94, 'eines anders'],
      ['fuzzy', 89, 'zwei mehr'],
    ]);
    expect(await found(unit(LAUNCH), { least: 90 })).toEqual([['fuzzy', 94, 'eines anders']]);
    expect(await found(unit(LAUNCH), { most: 1 })).toHaveLength(1);
    expect(await found(unit(LAUNCH), { least: 100 })).toEqual([]);
    const [match] = await matchesOf(unit(LAUNCH));
    expect(match!.source).toEqual([LAUNCH.replace('who', 'when')]);
  });

  it('gives way to a newer approval between the same neighbours, and never to an older one', async () => {
    const at = (day: number) => ({ approvedAt: new Date(Date.UTC(2026, 2, day)) });
    await remember(segment(LAUNCH, 'zweite', at(2)), segment(LAUNCH, 'erste', at(1)));
    await remember(segment(LAUNCH, 'dritte', { ...at(3), approvedBy: 'lena', key: 'p-9' }));
    await remember(segment(LAUNCH, 'nullte', at(1)));
    expect(await found(unit(LAUNCH))).toEqual([['exact', 100, 'dritte']]);
    const rows = await database.query(
      'select key, approved_by from memory_entry where workspace_id = $1',
      [workspaceId],
    );
    expect(rows).toEqual([{ key: 'p-9', approved_by: 'lena' }]);
  });

  it('is said once where several contexts have it, and each other one too', async () => {
    await remember(
      ...['a', 'b', 'c'].map((nextHash) => segment('Overview', 'Übersicht', { nextHash })),
      segment('Overview', 'Überblick', { nextHash: 'd' }),
    );
    const targets = (await matchesOf(unit('Overview'))).map(({ target }) => target);
    expect(targets).toHaveLength(2);
    expect(new Set(targets)).toEqual(new Set(['Überblick', 'Übersicht']));
  });

  it('stays in its workspace and its pair of locales', async () => {
    const near = LAUNCH.replace('who', 'when');
    await remember(
      segment(LAUNCH, 'fremd', { workspaceId: newId() }),
      segment(near, 'fremd, ähnlich', { workspaceId: newId() }),
      segment(LAUNCH, 'français', { targetLocale: 'fr-FR' }),
      segment(near, 'presque', { targetLocale: 'fr-FR' }),
      segment(near, 'britisch', { sourceLocale: 'en-GB' }),
    );
    expect(await found(unit(LAUNCH))).toEqual([]);
    expect(await found(unit(LAUNCH), { targetLocale: 'fr-FR' })).toHaveLength(2);
  });

  it('is not found by a clue that another workspace happens to share', async () => {
    await remember(segment(LAUNCH, 'fremd', { workspaceId: newId() }));
    await remember(segment(`${LAUNCH} of it`, 'eigen'));
    // As if two hashes had met: every clue of the one workspace leads to the text of the other, too.
    await database.query(
      `insert into memory_clue
       select c.clue, o.words, o.clues, o.source_id
       from memory_source s join memory_clue c using (source_id),
         (select distinct words, clues, source_id from memory_clue) o
       where s.workspace_id = $1 on conflict do nothing`,
      [workspaceId],
    );
    expect(await found(unit(LAUNCH))).toEqual([['fuzzy', 89, 'eigen']]);
  });
});

describe('texts of every kind', () => {
  it('are found in languages without spaces, and from right to left', async () => {
    const chinese = '每次发布都有一个级别，级别说明当天谁必须准备好。';
    const arabic = 'لكل إطلاق مستوى يحدد من يجب أن يكون جاهزا في ذلك اليوم';
    await remember(segment(chinese, 'chinesisch'), segment(arabic, 'arabisch'));
    expect(await found(unit(chinese.replace('当天', '今天')))).toEqual([
      ['fuzzy', expect.any(Number), 'chinesisch'],
    ]);
    expect(await found(unit(arabic.replace('مستوى', 'درجة')))).toEqual([['fuzzy', 91, 'arabisch']]);
  });

  it('keep their codes, so that tags can be judged', async () => {
    const link = (original: string): InlineText => [
      'Read the ',
      { kind: 'open', id: 1, type: 'link', original: '[' },
      'launch guide',
      { kind: 'close', id: 1, type: 'link', original },
      ' before the day & sign it',
    ];
    const guide = link('](https://example.com/guide)');
    await remember(segment(guide, 'Lies die <1>Anleitung</1>'));
    const strong = guide.map((part) =>
      typeof part === 'string' ? part : ({ ...part, type: 'strong' } satisfies InlineCode),
    );
    expect(await found(unit(strong))).toEqual([['fuzzy', 98, 'Lies die <1>Anleitung</1>']]);
    expect(await found(unit(link('](https://example.com/moved)')))).toEqual([
      ['exact', 100, 'Lies die <1>Anleitung</1>'],
    ]);
    const plain = unit('Read the launch guide before the day & sign it');
    const [match] = await matchesOf(plain);
    expect(match!.score).toBe(99);
    expect(match!.source).toEqual(guide);
  });

  it('are found when they are one word, and as long as a chapter', async () => {
    const long = Array.from({ length: 1_200 }, (_, at) => `w${(at * 7_919) % 5_000}`).join(' ');
    await remember(segment('Overview', 'Übersicht'), segment(long, 'lang'));
    expect(await found(unit('OVERVIEW'))).toEqual([['fuzzy', 99, 'Übersicht']]);
    expect(await found(unit(`Really ${long} indeed`))).toEqual([['fuzzy', 99, 'lang']]);
  });

  it('may have no words at all, or more than are compared: equal ones are found', async () => {
    const endless = 'word '.repeat(20_000);
    await remember(segment('…', 'Punkte'), segment(endless, 'endlos'), segment([], 'nichts'));
    expect(await found(unit('…'))).toEqual([['exact', 100, 'Punkte']]);
    expect(await found(unit('!'))).toEqual([]);
    expect(await found(unit(endless))).toEqual([['exact', 100, 'endlos']]);
    expect(await found(unit(`${endless} more`))).toEqual([]);
    expect(await found(unit([]))).toEqual([['exact', 100, 'nichts']]);
  });

  it('are found among thousands made after one pattern', async () => {
    const pattern = (name: string) => `The battle card of ${name} is kept by product marketing`;
    await remember(
      ...Array.from({ length: 3_000 }, (_, at) => segment(pattern(`rival${at}`), `Karte ${at}`)),
    );
    const matches = await found(unit(pattern('Acme')), { most: 20 });
    expect(matches).toHaveLength(20);
    expect(new Set(matches.map(([, score]) => score))).toEqual(new Set([90]));
    expect(await found(unit(pattern('rival7').toUpperCase()), { most: 1 })).toEqual([
      ['fuzzy', 99, 'Karte 7'],
    ]);
  });
});

describe('a look-up', () => {
  it('answers 500 units in their order, in two round trips', async () => {
    const texts = Array.from({ length: 500 }, (_, at) => `${LAUNCH} number ${at} of the plan`);
    await remember(...texts.map((text, at) => segment(text, `Ziel ${at}`)));
    let trips = 0;
    const counting = {
      query: (async (...given: Parameters<Pool['query']>) => {
        trips += 1;
        return pool.query(...given);
      }) as unknown as Queryable['query'],
    };
    const units = texts.map((text) => unit(text));
    const matches = await lookUp(counting, { workspaceId, ...LOCALES, units, most: 1 });
    expect(trips).toBe(2);
    expect(matches.map(([match]) => match?.target)).toEqual(texts.map((_, at) => `Ziel ${at}`));
  });

  it('finds nothing for nothing, and refuses more than its limits', async () => {
    const ask = (fields: object) => lookUp(pool, { workspaceId, ...LOCALES, units: [], ...fields });
    expect(await ask({})).toEqual([]);
    const many = Array.from({ length: 501 }, () => unit('word'));
    await expect(ask({ units: many })).rejects.toThrow('Expected 0 to 500 as units; found 501.');
    await expect(ask({ least: 50 })).rejects.toThrow(
      'Expected 75 to 100 as least score; found 50.',
    );
    await expect(ask({ most: 0 })).rejects.toThrow(
      'Expected 1 to 20 as matches of a unit; found 0.',
    );
  });

  it('sees what is remembered in the same transaction, and nothing of one that is undone', async () => {
    const client = await pool.connect();
    await client.query('begin');
    await rememberSegments(client, [segment(LAUNCH, 'vielleicht')]);
    const units = [unit(LAUNCH)];
    expect((await lookUp(client, { workspaceId, ...LOCALES, units }))[0]).toHaveLength(1);
    await client.query('rollback');
    client.release();
    expect(await found(unit(LAUNCH))).toEqual([]);
  });

  it('has everything where many remember the same texts at once', async () => {
    const texts = Array.from({ length: 40 }, (_, at) => `${LAUNCH} number ${at}`);
    await Promise.all(
      [1, 2, 3, 4].map((writer) => {
        const ordered = writer % 2 === 0 ? texts : texts.toReversed();
        const approvedAt = new Date(Date.UTC(2026, 0, writer));
        return remember(...ordered.map((text) => segment(text, `von ${writer}`, { approvedAt })));
      }),
    );
    const units = texts.map((text) => unit(text));
    const matches = await lookUp(pool, { workspaceId, ...LOCALES, units, most: 1 });
    expect(matches.map(([match]) => [match?.kind, match?.target])).toEqual(
      texts.map(() => ['exact', 'von 4']),
    );
  });
});

describe('the leverage of an item', () => {
  it('counts units and words by what the memory has for them', async () => {
    const at = { previousHash: 'before', nextHash: 'after' };
    await remember(segment('One of them', 'eins', at), segment(LAUNCH, 'Start'));
    const weigh = (from: WantedUnit, changed = false) => ({ ...from, words: 4, changed });
    const counts = await leverage(pool, {
      workspaceId,
      ...LOCALES,
      units: [
        weigh(unit('One of them', at)),
        weigh(unit('One of them')),
        weigh(unit(LAUNCH.replace('who', 'when'))),
        weigh(unit('Something else entirely')),
        weigh(unit('Something else entirely')),
        weigh(unit('It was another text before'), true),
        ...Array.from({ length: 600 }, () => weigh(unit('Said six hundred times'))),
      ],
    });
    const units = Object.fromEntries(
      Object.entries(counts).map(([name, each]) => [name, each.units]),
    );
    expect(units).toEqual({
      context: 1,
      exact: 1,
      repeated: 600,
      fuzzy_95: 0,
      fuzzy_85: 1,
      fuzzy_75: 0,
      changed: 1,
      new: 2,
      total: 606,
    });
    expect(counts.total.words).toBe(606 * 4);
  });
});

describe('the memory', () => {
  it('is never deleted from by the application, and its sources are never changed', async () => {
    await expect(pool.query('delete from memory_entry')).rejects.toThrow('permission denied');
    await expect(pool.query("update memory_source set source = ''")).rejects.toThrow(
      'permission denied',
    );
  });
});
