import { assignKeys, compareVersions, type KeyedUnit, segmentBody } from '#localization';
import { type Item, read } from '../line.js';
import { holds } from '../proofs/holds.js';
import { publishedAnew } from '../source-change.fixture.js';
import type { Segment } from '../translation.js';
import type { Ground } from './ground.js';
import type { TranslatedText } from './library.js';
import { allSegments, variantIds } from './variants.js';

const TITLE = 'title';

interface Change {
  /** keys in the order of the newer text */
  keys: string[];
  changed: Set<string>;
  added: Set<string>;
  removed: Set<string>;
}

/**
 * Publishes the newer text of a source and throws unless in each variant just the segments of the paragraphs that changed
 * follow, and all others are what they were.
 */
export async function proveSourceChange(
  ground: Ground,
  source: Item,
  text: TranslatedText & { previous: string },
): Promise<void> {
  const { crew, say } = ground;
  const change = changeOf(text);
  const variants = await variantIds(ground, source.id);
  const before = new Map<string, Segment[]>();
  for (const { id } of variants) before.set(id, await allSegments(crew.enablement, id));
  await publishedAnew(crew, await read(crew.enablement, source.id), {
    body: text.current,
    change: 'substantive',
  });
  for (const { id, locale } of variants) {
    const known = new Map(before.get(id)!.map((segment) => [segment.key, segment]));
    const name = `${text.slug} ${locale}`;
    holds(
      `${name}, segments before`,
      [...change.removed].filter((key) => !known.has(key)),
      [],
    );
    const expected = change.keys.map((key) => expectedOf(known.get(key), key, change));
    const after = await allSegments(crew.enablement, id);
    holds(
      `${name}, keys`,
      change.keys,
      after.map(({ key }) => key),
    );
    const found = after.map(({ key, state, target, previousSource }) => ({
      key,
      state,
      target,
      previousSource,
    }));
    for (const [index, segment] of expected.entries()) holds(name, segment, found[index]);
    const counted = (wanted: string) => after.filter(({ state }) => state === wanted).length;
    const kept = after.filter(({ key }) => !change.changed.has(key) && !change.added.has(key));
    say(
      `${name}: ${change.changed.size} changed, ${change.added.size} new, ${change.removed.size} gone; ${counted('source_changed')} segments are source_changed, ${kept.length} kept all they had. As expected.`,
    );
  }
}

/** What the two texts say, apart from any server. */
function changeOf({ previous, current, locale }: TranslatedText & { previous: string }): Change {
  const unitsOf = (body: string, earlier: KeyedUnit[] | null) =>
    assignKeys(segmentBody(body, { locale }).units, earlier);
  const before = unitsOf(previous, null);
  const after = unitsOf(current, before);
  const { changed, added, removed } = compareVersions(before, after);
  const keysOf = (units: { key: string }[]) => units.map(({ key }) => key);
  return {
    keys: [TITLE, ...keysOf(after)],
    changed: new Set(keysOf(changed)),
    added: new Set(keysOf(added)),
    removed: new Set(keysOf(removed)),
  };
}

type Followed = Pick<Segment, 'key' | 'state' | 'target' | 'previousSource'>;

function expectedOf(before: Segment | undefined, key: string, change: Change): Followed {
  if (before === undefined || change.added.has(key)) {
    return { key, state: 'untranslated', target: null, previousSource: null };
  }
  const { state, target, source } = before;
  if (!change.changed.has(key) || target === null) {
    return { key, state, target, previousSource: before.previousSource };
  }
  const followed = state === 'proposed' ? 'proposed' : 'source_changed';
  return { key, state: followed, target, previousSource: source };
}
