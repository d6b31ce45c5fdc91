import { claim, createItem, type Crew, type Item, read, send, work } from './line.js';
import type { TestPerson } from './test-api.js';

/** An item as these tests look at it. */
export type Seen = Item & {
  title: string;
  freshness: string | null;
  outOfDateSince: string | null;
  context: Item['context'] & {
    change?: string;
    publishedDigest: string | null;
    outOfDate?: { since: string; digest: string; because: string };
    lighterChange?: { class: string; digest: string };
    exception?: { by: string };
    awaitsSource?: true;
  };
};

export const see = async (person: TestPerson, id: string) => (await read(person, id)) as Seen;

export async function variantsOf(person: TestPerson, sourceId: string): Promise<Seen[]> {
  const { body } = await person.get(`/v1/items?sourceItemId=${sourceId}&limit=100`);
  return (body as { items: Seen[] }).items;
}

export async function variantFor(
  person: TestPerson,
  sourceId: string,
  locale: string,
): Promise<Seen> {
  const found = (await variantsOf(person, sourceId)).find((variant) => variant.locale === locale);
  if (found === undefined) throw new Error(`No variant for ${locale} of ${sourceId}.`);
  return see(person, found.id);
}

/** The two who translate and review a locale. */
export function peopleFor(crew: Crew, locale: string): [TestPerson, TestPerson] {
  return locale.startsWith('ja')
    ? [crew.japanese, crew.japaneseReviewer]
    : [crew.german, crew.germanReviewer];
}

/** From the queue to the stage in which it is released. */
export async function translated(crew: Crew, variant: Item, text: string): Promise<Item> {
  const [translator, reviewer] = peopleFor(crew, variant.locale);
  const started = await work(translator, variant, { activity: 'pick_up', event: 'start' });
  const written = await work(translator, started, {
    activity: 'translate',
    event: 'submit',
    writes: text,
  });
  const edited = await work(translator, written, { activity: 'edit', event: 'submit' });
  return work(reviewer, edited, { activity: 'review_in_country', event: 'approve' });
}

/** From the request, or from the stage in which it is out of date, to its publication. */
export async function publishedVariant(crew: Crew, variant: Item, text = 'Übersetzt.') {
  const [translator] = peopleFor(crew, variant.locale);
  const first =
    variant.stage === 'out_of_date'
      ? { activity: 'update', event: 'update' }
      : { activity: 'accept_request', event: 'accept' };
  const queued = variant.stage === 'queued' ? variant : await work(translator, variant, first);
  const approved = await translated(crew, queued, text);
  return work(translator, approved, { activity: 'release', event: 'publish' });
}

/** Content that is out, back in drafting with another text of that class, and reviewed again. */
export async function approvedAnew(
  crew: Crew,
  source: Item,
  { body, change }: { body: string; change?: string },
): Promise<Item> {
  const due = (await send(crew.marketing, source, 'call_review')).body as Item;
  const drafting = await work(crew.marketing, due, {
    activity: 'freshness_review',
    event: 'revise',
  });
  const held = await claim(crew.marketing, drafting, 'draft');
  const written = await crew.marketing
    .post(`/v1/items/${source.id}/revisions`, { body, ...(change !== undefined && { change }) })
    .set('if-match', `"${held.version}"`);
  if (written.status !== 201) throw new Error(JSON.stringify(written.body));
  const reviewing = (await send(crew.marketing, written.body as Item, 'submit')).body as Item;
  const once = await work(crew.product, reviewing, {
    activity: 'product_review',
    event: 'approve',
  });
  return work(crew.legal, once, { activity: 'legal_review', event: 'approve' });
}

/** The same, and published. */
export async function publishedAnew(
  crew: Crew,
  source: Item,
  change: { body: string; change?: string },
): Promise<Item> {
  const approved = await approvedAnew(crew, source, change);
  return work(crew.marketing, approved, { activity: 'release', event: 'publish' });
}

/** A training on some content, delivered, with its German variant published. */
export async function deliveredTraining(crew: Crew, content: Item, slug: string): Promise<Item> {
  const { learning, sales, product, enablement } = crew;
  const created = await createItem(learning, {
    kind: 'training',
    type: 'course',
    title: slug,
    slug,
    ownerFunction: 'learning_and_development',
    goalId: crew.goalId,
    requiredLocales: ['de-DE'],
  });
  const linked = await enablement
    .post(`/v1/items/${created.id}/links`, { type: 'trains_on', to: content.id })
    .set('if-match', `"${created.version}"`);
  if (linked.status !== 200) throw new Error(JSON.stringify(linked.body));
  let item = linked.body as Item;
  const steps: [TestPerson, Parameters<typeof work>[2]][] = [
    [enablement, { activity: 'triage', event: 'accept' }],
    [learning, { activity: 'analyse_needs', event: 'submit' }],
    [learning, { activity: 'write_storyboard', event: 'submit', writes: `# ${slug}\n\nLearn.` }],
    [sales, { activity: 'review_storyboard', event: 'approve' }],
    [learning, { activity: 'build_alpha', event: 'submit' }],
    [product, { activity: 'subject_matter_review', event: 'approve' }],
    [sales, { activity: 'field_review', event: 'approve' }],
    [learning, { activity: 'build_beta', event: 'submit' }],
    [sales, { activity: 'run_pilot', event: 'approve' }],
    [learning, { activity: 'release', event: 'deliver' }],
  ];
  for (const [person, step] of steps) item = await work(person, item, step);
  await publishedVariant(crew, await variantFor(crew.enablement, item.id, 'de-DE'));
  return item;
}
