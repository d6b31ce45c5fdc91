import { baton } from '../command-line.js';
import { hasChromium } from '../browser/chromium.js';
import { proveInterchange } from '../interchange/prove.js';
import { published } from '../line.js';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { proveAlignments } from './alignments.js';
import { proveCourses } from './courses.js';
import { type Exchanged, proveExports, proveOmegat } from './exchanges.js';
import type { Ground } from './ground.js';
import type { ProofLibrary, TranslatedText } from './library.js';
import { proveRoundTrips } from './round-trips.js';
import { edited } from './edited.js';
import { proveSourceChanges } from './source-changes.js';
import { inTranslation } from './variants.js';

/**
 * Takes the texts of a library through localization, from their segments to the courses made of them, and shows what
 * leaves the house to tools that we did not write. Throws at the first thing that does not hold.
 * @param isShort one locale only goes to OmegaT, and the texts are made no courses of
 */
export async function prove(
  ground: Ground,
  { bodies, texts }: ProofLibrary,
  isShort: boolean,
): Promise<void> {
  proveRoundTrips(bodies, ground);
  const exchanged: Exchanged[] = [];
  for (const text of texts) {
    const source = await proveAlignments(ground, text);
    const earlier = text.previous === null ? [] : [text.previous];
    const bodies = [...earlier, text.current, edited(text.current, text.locale)];
    await proveSourceChanges(ground, source, { ...text, bodies });
    exchanged.push(...(await toExchange(ground, text, source.id)));
    // The same text once more, of which the memory knows what was approved before.
    const again = { ...text, slug: `${text.slug}-again` };
    const { id } = await published(ground.crew, {
      slug: again.slug,
      title: text.title,
      locale: text.locale,
      requiredLocales: text.translations.map(({ locale }) => locale),
      body: text.current,
    });
    exchanged.push(...(await toExchange(ground, again, id)));
  }
  await proveExports(ground, exchanged);
  const pairs = [...new Set(exchanged.map(pairOf))];
  for (const pair of pairs.slice(0, isShort ? 1 : undefined)) {
    await proveOmegat(
      ground,
      exchanged.filter((each) => pairOf(each) === pair),
    );
  }
  if (!isShort) await proveInterchange({ ...ground, write: writeInto(ground.files) });
  await proveCourses(ground, { texts: isShort ? [] : texts, hasBrowser: hasChromium() });
  await proveTrails(ground);
}

const pairOf = ({ sourceLocale, locale }: Exchanged) => `${sourceLocale} ${locale}`;

async function toExchange(
  ground: Ground,
  { slug, locale: sourceLocale, translations }: TranslatedText,
  sourceId: string,
): Promise<Exchanged[]> {
  const exchanged: Exchanged[] = [];
  for (const { locale } of translations) {
    const { id } = await inTranslation(ground, { sourceId, locale });
    exchanged.push({ id, slug, sourceLocale, locale });
  }
  return exchanged;
}

function writeInto(folder: string) {
  return async (name: string, pieces: AsyncIterable<string>) => {
    const path = join(folder, name);
    await pipeline(pieces, createWriteStream(path));
    return path;
  };
}

async function proveTrails({ url, crew, say }: Ground): Promise<void> {
  const { status, output, errors } = await baton(['verify'], { url, key: crew.enablement.key });
  if (status !== 0) throw new Error(`A trail does not hold: ${output}${errors}`);
  say(`verify: ${output.trim()}`);
}
