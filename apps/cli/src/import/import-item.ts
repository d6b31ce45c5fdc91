import { allItems, type BatonClient, type components, dataOf, ProblemAnswer, seen } from '#client';
import { sha256 } from '#domain';
import { sentenceOf } from '../sentence-of.js';
import type { LibraryItem, TextFile, Translation } from './library-folder.js';
import type { Tally } from './tally.js';

type Item = Pick<components['schemas']['ItemView'], 'id' | 'version' | 'locale'>;

/** A text that cannot be brought in, with the file it stands in. */
export class TextRefused extends Error {
  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(sentenceOf(cause));
  }
}

/** Brings one item up to what the library holds of it: created, described, every text in order, every translation. */
export async function importItem(
  client: BatonClient,
  item: LibraryItem,
  tally: Tally,
): Promise<void> {
  const source = await sourceFor(client, item, tally);
  await importTexts(client, source, writtenTexts(item), { what: 'revisions', tally });
  tally.add('source copies', 'already among the revisions', item.sourceCopies);
  if (item.translations.length === 0) return;
  const variants = await itemsWith(client, { sourceItemId: source.id });
  for (const translation of item.translations) {
    const variant = await variantFor(client, { source, translation, variants, tally });
    await importTexts(client, variant, [translation], { what: 'translations', tally });
  }
}

function itemsWith(client: BatonClient, filter: { slug: string } | { sourceItemId: string }) {
  return allItems((query) =>
    dataOf(client.GET('/v1/items', { params: { query: { ...filter, ...query } } })),
  );
}

async function sourceFor(client: BatonClient, item: LibraryItem, tally: Tally): Promise<Item> {
  const { slug, kind, locale, description } = item;
  const found = await itemsWith(client, { slug });
  const known = found.find((each) => each.kind === kind);
  if (known === undefined) {
    const body = { slug, kind, locale, ...description };
    const created = await dataOf(client.POST('/v1/items', { body }));
    tally.add('items', 'created');
    return created;
  }
  const differs = Object.entries(description).some(
    ([name, value]) => JSON.stringify(known[name as keyof typeof known]) !== JSON.stringify(value),
  );
  if (!differs) {
    tally.add('items', 'unchanged');
    return known;
  }
  const patched = await dataOf(
    client.PATCH('/v1/items/{itemId}', {
      params: { path: { itemId: known.id }, header: seen(known) },
      body: description,
    }),
  );
  // A synonym in the file is the key of its term on the server, so other words may mean the same.
  tally.add('items', patched.version === known.version ? 'unchanged' : 'updated');
  return patched;
}

async function variantFor(
  client: BatonClient,
  given: { source: Item; translation: Translation; variants: Item[]; tally: Tally },
): Promise<Item> {
  const { source, translation, variants, tally } = given;
  const known = variants.find(({ locale }) => locale === translation.locale);
  if (known !== undefined) {
    tally.add('variants', 'unchanged');
    return known;
  }
  const body = { kind: 'variant' as const, sourceItemId: source.id, locale: translation.locale };
  const created = await dataOf(client.POST('/v1/items', { body }));
  tally.add('variants', 'created');
  return created;
}

interface WrittenText extends TextFile {
  writtenAt?: string | null;
}

function writtenTexts({ texts, firstWrittenAt, lastWrittenAt }: LibraryItem): WrittenText[] {
  return texts.map((text, index) => {
    const last = index === texts.length - 1;
    return { ...text, writtenAt: last ? lastWrittenAt : index === 0 ? firstWrittenAt : null };
  });
}

/**
 * Adds the texts that are not there yet. What an item already holds has to be the beginning of what the library
 * holds, or the other way round; where they part, the item is left as it is.
 */
async function importTexts(
  client: BatonClient,
  item: Item,
  texts: WrittenText[],
  { what, tally }: { what: string; tally: Tally },
): Promise<void> {
  const path = { itemId: item.id };
  const held = await allItems((query) =>
    dataOf(client.GET('/v1/items/{itemId}/revisions', { params: { path, query } })),
  );
  let { version } = item;
  let position = 0;
  let previous: string | null = null;
  for (const text of texts) {
    const body = readText(text);
    const digest = sha256(body);
    if (digest === previous) {
      tally.add(what, 'same as the one before');
      continue;
    }
    previous = digest;
    const present = held[position];
    position += 1;
    if (present !== undefined) {
      if (present.digest === digest) {
        tally.add(what, 'unchanged');
        continue;
      }
      throw new TextRefused(
        text.name,
        `expected revision ${position} of the item to be this text; found another one, so the item is left as it is`,
      );
    }
    const { writtenAt } = text;
    const written = writtenAt == null ? {} : { writtenAt };
    try {
      const answer = await dataOf(
        client.POST('/v1/items/{itemId}/revisions', {
          params: { path, header: seen({ version }) },
          body: { body, origin: 'imported', ...written },
        }),
      );
      version = answer.version;
    } catch (error) {
      if (error instanceof ProblemAnswer) throw new TextRefused(text.name, error);
      throw error;
    }
    tally.add(what, 'added');
  }
}

function readText(text: TextFile): string {
  try {
    return text.read();
  } catch (error) {
    throw new TextRefused(text.name, `expected UTF-8 text that can be read; ${sentenceOf(error)}`);
  }
}
