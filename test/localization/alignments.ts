import type { SegmentCounts } from '#domain';
import { type Item, published } from '../line.js';
import type { Ground } from './ground.js';
import type { TranslatedText } from './library.js';
import { inTranslation, publishVariant, writeWhole } from './variants.js';

/**
 * Publishes a text as it was when its translations were made, and each translation as a whole body of its variant. Tells
 * how many of the segments found their translation in it.
 */
export async function proveAlignments(ground: Ground, text: TranslatedText): Promise<Item> {
  const { crew, say } = ground;
  const source = await published(crew, {
    slug: text.slug,
    title: text.title,
    locale: text.locale,
    requiredLocales: text.translations.map(({ locale }) => locale),
    body: text.previous ?? text.current,
  });
  for (const { locale, body } of text.translations) {
    const variant = await inTranslation(ground, { sourceId: source.id, locale });
    const { item, counts, assembled } = await writeWhole(ground, variant, body);
    const { pastTheProcess } = await publishVariant(ground, item);
    const way = pastTheProcess ? 'past the process' : 'the whole way';
    const whole = assembled ? 'segments make the body' : 'body kept as written';
    say(`${text.slug} ${locale}: ${inWords(counts)}; ${whole}; published ${way}.`);
  }
  return source;
}

function inWords(counts: SegmentCounts): string {
  const total = Object.values(counts).reduce((sum, { units }) => sum + units, 0);
  const share = (units: number) => `${units} (${((100 * units) / total).toFixed(1)} %)`;
  const { translated, proposed, untranslated } = counts;
  return `${total} segments, ${share(translated.units)} aligned, ${share(proposed.units)} proposed, ${share(untranslated.units)} left`;
}
