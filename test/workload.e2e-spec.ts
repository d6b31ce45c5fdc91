import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claim, createItem, type Crew, hire, type Item } from './line.js';
import { startTestApi, type TestApi, type TestPerson } from './test-api.js';

let api: TestApi;
let crew: Crew;
let swiss: TestPerson;
let german: Item;
let french: Item;

interface Load {
  personId: string;
  absence: { endsAt: string; delegateId: string } | null;
  claimed: {
    count: number;
    overdue: number;
    oldestClaimedAt: string | null;
    byActivity: { activity: string; count: number }[];
    byLocale: { locale: string | null; count: number }[];
  };
  claimable: { alone: number; withOthers: number };
}

interface Workload {
  items: Load[];
  nextCursor: string | null;
  unassigned: {
    locale: string | null;
    count: number;
    nobody: number;
    overdue: number;
    oldestOpenedAt: string;
  }[];
}

beforeAll(async () => {
  api = await startTestApi();
  const workspace = await api.workspace('acme');
  crew = await hire(workspace);
  swiss = await workspace.person([{ function: 'regional', region: 'CH' }]);
  const source = await createItem(crew.marketing, { slug: 'source' });
  const variant = async (locale: string) => {
    const body = { kind: 'variant', sourceItemId: source.id, locale };
    return (await crew.enablement.post('/v1/items', body).expect(201)).body as Item;
  };
  german = await variant('de-DE');
  french = await variant('fr-FR');
  for (const locale of ['de-AT', 'de-CH', 'ko-KR']) await variant(locale);
});

afterAll(async () => api.close());

async function workload(query = ''): Promise<Workload> {
  const { status, body } = await crew.sales.get(`/v1/workload?limit=200&${query}`);
  expect([status, body]).toEqual([200, body]);
  return body as Workload;
}

const of = ({ items }: Workload, { id }: TestPerson) =>
  items.find(({ personId }) => personId === id)!;

describe('the workload', () => {
  it('says who could take what, alone or with others, and what nobody could', async () => {
    const now = await workload();
    expect(of(now, crew.german).claimable).toEqual({ alone: 0, withOthers: 1 });
    // de-DE with the other German, de-CH with the Swiss, and nobody else covers de-AT.
    expect(of(now, crew.germanReviewer).claimable).toEqual({ alone: 1, withOthers: 2 });
    expect(of(now, swiss).claimable).toEqual({ alone: 0, withOthers: 1 });
    expect(of(now, crew.french).claimable).toEqual({ alone: 1, withOthers: 0 });
    expect(of(now, crew.legal)).toMatchObject({
      absence: null,
      claimed: { count: 0, overdue: 0, oldestClaimedAt: null, byActivity: [], byLocale: [] },
      claimable: { alone: 0, withOthers: 0 },
    });
    expect(now.unassigned.map(({ locale, count, nobody }) => [locale, count, nobody])).toEqual([
      [null, 1, 0],
      ['de-AT', 1, 0],
      ['de-CH', 1, 0],
      ['de-DE', 1, 0],
      ['fr-FR', 1, 0],
      ['ko-KR', 1, 1],
    ]);
  });

  it('says what each has in hand, by activity and locale, since when, and what is overdue', async () => {
    await claim(crew.german, german, 'accept_request');
    await claim(crew.french, french, 'accept_request');
    await api.database.query(
      `update task set due_at = now() - interval '1 hour' where item_id = $1`,
      [french.id],
    );
    const now = await workload();
    const { claimed } = of(now, crew.german);
    expect(claimed).toMatchObject({
      count: 1,
      overdue: 0,
      byActivity: [{ activity: 'accept_request', count: 1 }],
      byLocale: [{ locale: 'de-DE', count: 1 }],
    });
    expect(Date.now() - Date.parse(claimed.oldestClaimedAt!)).toBeLessThan(60_000);
    expect(of(now, crew.french).claimed).toMatchObject({ count: 1, overdue: 1 });
    expect(now.unassigned.map(({ locale }) => locale)).toEqual([null, 'de-AT', 'de-CH', 'ko-KR']);
  });

  it('counts what was passed on to somebody for them alone', async () => {
    const task = german.tasks[0]!.id;
    const to = { personId: crew.germanReviewer.id };
    await crew.german.post(`/v1/tasks/${task}/delegate`, to).expect(200);
    const now = await workload();
    expect(of(now, crew.germanReviewer).claimable).toEqual({ alone: 2, withOthers: 1 });
    expect(of(now, crew.german).claimable).toEqual({ alone: 0, withOthers: 0 });
    expect(now.unassigned.map(({ locale }) => locale)).not.toContain('de-DE');
  });

  it('says who is away now, and counts their work for who acts in their place', async () => {
    const hour = 3_600_000;
    const away = (from: number, until: number) => ({
      startsAt: new Date(Date.now() + from * hour).toISOString(),
      endsAt: new Date(Date.now() + until * hour).toISOString(),
      delegateId: crew.sales.id,
    });
    const path = `/v1/people/${crew.germanReviewer.id}/absence`;
    await crew.germanReviewer.put(path, away(1, 2)).expect(200);
    expect(of(await workload(), crew.germanReviewer).absence).toBeNull();
    await crew.germanReviewer.put(path, away(-1, 2)).expect(200);
    const now = await workload();
    expect(of(now, crew.germanReviewer).absence).toMatchObject({ delegateId: crew.sales.id });
    expect(of(now, crew.sales).claimable).toEqual({ alone: 0, withOthers: 2 });
    await crew.germanReviewer.delete(path).expect(204);
  });

  it('is narrowed by function, locale and region', async () => {
    const ids = ({ items }: Workload) => items.map(({ personId }) => personId);
    const regional = await workload('function=regional');
    expect(ids(regional)).toEqual(
      [crew.french, crew.german, crew.germanReviewer, crew.japanese, crew.japaneseReviewer, swiss]
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(regional.unassigned.map(({ locale }) => locale)).not.toContain(null);
    const inAustria = await workload('function=regional&locale=de-AT');
    expect(ids(inAustria)).toEqual([crew.germanReviewer.id]);
    expect(of(inAustria, crew.germanReviewer).claimable).toEqual({ alone: 1, withOthers: 0 });
    const inSwitzerland = await workload('function=regional&region=CH');
    expect(ids(inSwitzerland)).toContain(swiss.id);
    expect(ids(inSwitzerland)).not.toContain(crew.german.id);
    expect(inSwitzerland.unassigned.map(({ locale }) => locale)).toEqual(['de-CH']);
    for (const query of ['function=sales', 'locale=zh_TW', 'region=ch', 'cursor=x', 'person=me']) {
      expect((await crew.sales.get(`/v1/workload?${query}`)).status).toBe(400);
    }
  });

  it('comes in pages of people', async () => {
    const all = (await workload()).items.map(({ personId }) => personId);
    const seen: string[] = [];
    let next: string | null = '/v1/workload?limit=5';
    while (next !== null) {
      const { body } = await crew.sales.get(next);
      const page = body as Workload;
      seen.push(...page.items.map(({ personId }) => personId));
      next = page.nextCursor === null ? null : `/v1/workload?limit=5&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual(all);
  });
});
