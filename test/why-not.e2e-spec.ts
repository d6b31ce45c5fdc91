import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { activateCampaign, campaignDraft, campaignInReview } from './campaign.js';
import { createItem, type Crew, hire, type Item, read, type Reason } from './line.js';
import { startTestApi, type TestApi, type TestPerson, type TestWorkspace } from './test-api.js';

let api: TestApi;
let workspace: TestWorkspace;
let crew: Crew;

beforeAll(async () => {
  api = await startTestApi();
  workspace = await api.workspace('acme');
  crew = await hire(workspace);
  await activateCampaign(crew);
});

afterAll(async () => api.close());

interface Answer {
  accepted: boolean;
  reasons: Reason[];
}

const EVENTS =
  'accept submit approve approve_with_comment withdraw request_changes publish schedule retire cancel fly'.split(
    ' ',
  );

describe('why-not', () => {
  it('lists every reason for somebody else too, each with what would satisfy it', async () => {
    const item = await createItem(crew.marketing, { slug: 'why', audience: [] });
    const { body } = await crew.legal.get(
      `/v1/items/${item.id}/why-not?event=accept&actor=${crew.sales.id}`,
    );
    expect(body).toMatchObject({ accepted: false });
    expect((body as Answer).reasons.map(({ code }) => code)).toEqual([
      'not_your_function',
      'facets_complete',
      'goal_is_active',
    ]);
    for (const { remedy } of (body as Answer).reasons) expect(remedy).toMatch(/^[A-Z].+\.$/u);
    const nobody = '00000000-0000-7000-8000-000000000000';
    const unknown = await crew.legal.get(
      `/v1/items/${item.id}/why-not?event=accept&actor=${nobody}`,
    );
    expect(unknown.status).toBe(404);
  });

  it('says nothing exactly when the event is accepted, whoever sends whatever wherever', async () => {
    const people: TestPerson[] = [
      crew.enablement,
      crew.marketing,
      crew.legal,
      crew.product,
      crew.german,
      await workspace.person([{ function: 'legal' }, { function: 'product_management' }]),
    ];
    const items = [
      await createItem(crew.marketing, { slug: 'walk-1', goalId: crew.goalId }),
      await createItem(crew.marketing, { slug: 'walk-2' }),
      await campaignDraft(crew, 'walk-3'),
      ...(await Promise.all(
        Array.from({ length: 8 }, (_, index) => campaignInReview(crew, `walk-${index + 4}`)),
      )),
    ];
    const accepted = new Map<string, number>();
    const refused = new Set<string>();
    const step = fc.record({
      item: fc.nat(items.length - 1),
      person: fc.nat(people.length - 1),
      event: fc.oneof(
        { weight: 5, arbitrary: fc.nat(9) },
        { weight: 1, arbitrary: fc.constantFrom(...EVENTS) },
      ),
      claims: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
      comment: fc.option(fc.constantFrom('Because.', ' '), { nil: undefined }),
      reasonCode: fc.option(fc.constantFrom('unclear'), { nil: undefined }),
      returnTo: fc.option(fc.constantFrom('drafting', 'brief', 'published'), { nil: undefined }),
      publishAt: fc.option(fc.constantFrom('2999-01-01T00:00:00Z', '2001-01-01T00:00:00Z'), {
        nil: undefined,
      }),
      digest: fc.option(fc.constantFrom('0'.repeat(64)), { nil: undefined, freq: 6 }),
      override: fc.option(fc.boolean(), { nil: undefined, freq: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(
        step,
        async ({ item: index, person: who, event: picked, claims, ...input }) => {
          const person = people[who]!;
          let item: Item = await read(person, items[index]!.id);
          for (const { id } of claims
            ? item.tasks.filter(({ status }) => status === 'offered')
            : []) {
            // Only some have an entry checklist, and the others take no points of one.
            const plain = await person.post(`/v1/tasks/${id}/claim`);
            if (plain.status === 200) break;
            const checked = ['audience_named', 'one_message'];
            const { status } = await person.post(`/v1/tasks/${id}/claim`, { checked });
            if (status === 200) break;
          }
          item = await read(person, item.id);
          const known = item.availableEvents.filter(({ event }) => event !== 'cancel');
          const event =
            typeof picked === 'string'
              ? picked
              : (known[picked % Math.max(1, known.length)]?.event ?? 'submit');
          const given = Object.entries(input).filter(([, value]) => value !== undefined);
          const query = new URLSearchParams([
            ['event', event],
            ['actor', person.id],
            ...given.map(([name, value]): [string, string] => [name, String(value)]),
          ]);
          const { body: told } = await crew.sales
            .get(`/v1/items/${item.id}/why-not?${query.toString()}`)
            .expect(200);
          const { accepted: allowed, reasons } = told as Answer;
          const response = await person
            .post(`/v1/items/${item.id}/events`, { type: event, ...Object.fromEntries(given) })
            .set('if-match', `"${item.version}"`);
          expect(allowed).toBe(response.status === 200);
          expect(reasons).toEqual(response.status === 200 ? [] : response.body.reasons);
          for (const { code } of reasons) refused.add(code);
          if (allowed) accepted.set(event, (accepted.get(event) ?? 0) + 1);
        },
      ),
      { numRuns: 400 },
    );
    // It says something only as long as many different answers were given.
    expect(accepted.size).toBeGreaterThan(2);
    expect(refused.size).toBeGreaterThan(8);
  }, 300_000);
});
