import { claim, type Crew, type Item, published, read, work } from './line.js';
import type { TestPerson } from './test-api.js';

/** A segment as the API shows it. */
export interface Segment {
  key: string;
  source: string;
  sourceHash: string;
  target: string | null;
  state: string;
  origin: string | null;
  previousSource: string | null;
  findings: { code: string }[];
}

export const TIERS =
  '# Launch tiers\n\nA tier says how **loud** a launch is.\n\nRead the [guide](https://example.com/guide).\n\n- Same.\n- Same.\n';

let count = 0;

/** A published source, and its German variant in translation, in the hands of the German translator. */
export async function translating(
  crew: Crew,
  { body = TIERS, slug = `translated-${(count += 1)}` }: { body?: string; slug?: string } = {},
): Promise<{ source: Item; variant: Item }> {
  const source = await published(crew, { slug, requiredLocales: ['de-DE'], body });
  const { body: list } = await crew.german.get(`/v1/items?sourceItemId=${source.id}`);
  let variant = await read(crew.german, (list as { items: Item[] }).items[0]!.id);
  variant = await work(crew.german, variant, { activity: 'accept_request', event: 'accept' });
  variant = await work(crew.german, variant, { activity: 'pick_up', event: 'start' });
  return { source, variant: await claim(crew.german, variant, 'translate') };
}

export async function segmentsOf(person: TestPerson, { id }: Item, query = ''): Promise<Segment[]> {
  const { body, status } = await person.get(`/v1/items/${id}/segments?limit=200${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return (body as { items: Segment[] }).items;
}

export const editSegments = (
  person: TestPerson,
  { id, version }: Item,
  segments: object[],
  rest: object = {},
) =>
  person.patch(`/v1/items/${id}/segments`, { segments, ...rest }).set('if-match', `"${version}"`);

/** Translates every segment in capitals, and hands the variant on until it is approved. */
export async function approved(crew: Crew, variant: Item): Promise<Item> {
  const edits = (await segmentsOf(crew.german, variant)).map(({ key, source }) => ({
    key,
    target: source.toUpperCase(),
  }));
  const { body } = await editSegments(crew.german, variant, edits);
  const sent = await crew.german
    .post(`/v1/items/${variant.id}/events`, { type: 'submit' })
    .set('if-match', `"${(body as { version: number }).version}"`);
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
  const edited = await work(crew.germanReviewer, sent.body as Item, {
    activity: 'edit',
    event: 'submit',
  });
  return work(crew.germanReviewer, edited, { activity: 'review_in_country', event: 'approve' });
}
