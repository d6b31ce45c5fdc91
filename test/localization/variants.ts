import type { SegmentCounts } from '#domain';
import { claim, type Item, read, send, work } from '../line.js';
import { variantFor, variantsOf } from '../source-change.fixture.js';
import type { TestPerson } from '../test-api.js';
import type { Segment } from '../translation.js';
import type { Ground } from './ground.js';

/** Every segment of a variant, page by page. */
export async function allSegments(person: TestPerson, id: string): Promise<Segment[]> {
  const segments: Segment[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { body, status } = await person.get(`/v1/items/${id}/segments?limit=200${from}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    const page = body as { items: Segment[]; nextCursor: string | null };
    segments.push(...page.items);
    cursor = page.nextCursor;
  }
  return segments;
}

/** The variant of a locale in the hands of its translator, from wherever it waits. */
export async function inTranslation(
  { crew, translator }: Ground,
  { sourceId, locale }: { sourceId: string; locale: string },
): Promise<Item> {
  const waiting = await variantFor(crew.enablement, sourceId, locale);
  const first =
    waiting.stage === 'out_of_date'
      ? { activity: 'update', event: 'update' }
      : { activity: 'accept_request', event: 'accept' };
  const queued = await work(translator, waiting, first);
  const started = await work(translator, queued, { activity: 'pick_up', event: 'start' });
  return claim(translator, started, 'translate');
}

/** What a text that was written as a whole became. */
export interface Written {
  item: Item;
  counts: SegmentCounts;
  /** the segments make just this body */
  assembled: boolean;
}

export async function writeWhole(
  { translator }: Ground,
  { id, version }: Item,
  body: string,
): Promise<Written> {
  const written = await translator
    .post(`/v1/items/${id}/revisions`, { body })
    .set('if-match', `"${version}"`);
  if (written.status !== 201) throw new Error(JSON.stringify(written.body));
  const item = written.body as Item & { translation: Omit<Written, 'item'> };
  return { item, counts: item.translation.counts, assembled: item.translation.assembled };
}

/**
 * From translation to publication. Where segments are missing the process does not let the variant be handed on, and
 * enablement moves it to its review with a reason; tells whether it had to.
 */
export async function publishVariant(
  { crew, translator, reviewer }: Ground,
  item: Item,
): Promise<{ pastTheProcess: boolean }> {
  const sent = await send(translator, item, 'submit');
  const pastTheProcess = sent.status === 409 && sent.body.code === 'segments_translated';
  if (!pastTheProcess && sent.status !== 200) throw new Error(JSON.stringify(sent.body));
  const reviewing = pastTheProcess
    ? await moved(crew.enablement, item, 'in_country_review')
    : await work(reviewer, sent.body as Item, { activity: 'edit', event: 'submit' });
  const approved = await work(reviewer, reviewing, {
    activity: 'review_in_country',
    event: 'approve',
  });
  await work(translator, approved, { activity: 'release', event: 'publish' });
  return { pastTheProcess };
}

async function moved(person: TestPerson, { id, version }: Item, to: string): Promise<Item> {
  const answer = await person
    .post(`/v1/items/${id}/move`, { to, comment: 'This translation is older than its source.' })
    .set('if-match', `"${version}"`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return read(person, id);
}

/** The ids of all variants of a source by their locales. */
export async function variantIds(
  { crew }: Ground,
  sourceId: string,
): Promise<{ id: string; locale: string }[]> {
  const variants = await variantsOf(crew.enablement, sourceId);
  return variants.map(({ id, locale }) => ({ id, locale }));
}
