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
 * Publishes one text of a source after the other, the first being out already, and throws unless in each variant just the
 * segments of the paragraphs that changed follow, and all others are what they were.
 */
export async function proveSourceChanges(
  ground: Ground,
  source: Item,
  versions: Pick<TranslatedText, 'slug' | 'locale'> & { bodies: string[] },
): Promise<void> {
  const { slug, locale, bodies } = versions;
  const [first, ...later] = bodies.map((body) => segmentBody(body, { locale }).units);
  let before = assignKeys(first!, null);
  for (const [index, units] of later.entries()) {
    const after = assignKeys(units, before);
    const change = changeBetween(before, after);
    await proveSourceChange(ground, source, { slug, body: bodies[index + 1]!, change });
    before = after;
  }
}

async function proveSourceChange(
  ground: Ground,
  source: Item,
  { slug, body, change }: { slug: string; body: string; change: Change },
): Promise<void> {
  const { crew, say } = ground;
  const variants = await variantIds(ground, source.id);
  const before = new Map<string, Segment[]>();
  for (const { id } of variants) before.set(id, await allSegments(crew.enablement, id));
  await publishedAnew(crew, await read(crew.enablement, source.id), {
    body,
    change: 'substantive',
  });
  for (const { id, locale } of variants) {
    const known = new Map(before.get(id)!.map((segment) => [segment.key, segment]));
    const name = `${slug} ${locale}`;
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
    const followed = after.filter(({ key }) => change.changed.has(key));
    const inState = (wanted: string) => followed.filter(({ state }) => state === wanted).length;
    const kept = after.length - followed.length - change.added.size;
    say(
      `${name}: of ${followed.length} changed ${inState('source_changed')} became source_changed, ${inState('untranslated')} had no translation; ${change.added.size} new, ${change.removed.size} gone, ${kept} kept all they had. As expected.`,
    );
  }
}

/** What the two texts say, apart from any server. */
function changeBetween(before: KeyedUnit[], after: KeyedUnit[]): Change {
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
  const { state, target, source, previousSource } = before;
  if (!change.changed.has(key) || target === null) return { key, state, target, previousSource };
  return { key, state: 'source_changed', target, previousSource: previousSource ?? source };
}
