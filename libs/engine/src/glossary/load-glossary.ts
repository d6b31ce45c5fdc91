import { foldedWord } from '#localization';
import type { Queryable } from '../queryable.js';
import type { GlossaryTerm } from './glossary-term.js';

const TERMS = {
  name: 'glossary',
  text: `
    select term_id as id, source_locale as "sourceLocale", target_locale as "targetLocale", source,
      targets, case_sensitive as "caseSensitive", note, version
    from glossary_term
    where workspace_id = $1 and source_locale = any($2::text[]) and target_locale = any($3::text[])
    order by length(target_locale) desc, length(source_locale) desc, folded`,
};

/**
 * The terms for a translation between two locales, in one round trip: those of `en` and `de` count for `en-US` and
 * `de-AT` too, unless there is one for the same word that is closer to them.
 */
export async function loadGlossary(
  db: Queryable,
  workspaceId: string,
  sourceLocale: string,
  targetLocale: string,
): Promise<GlossaryTerm[]> {
  const { rows } = await db.query<GlossaryTerm>({
    ...TERMS,
    values: [workspaceId, rangesCovering(sourceLocale), rangesCovering(targetLocale)],
  });
  const closest = new Map<string, GlossaryTerm>();
  for (const term of rows) {
    const word = foldedWord(term.source);
    if (!closest.has(word)) closest.set(word, term);
  }
  return [...closest.values()];
}

/** `de-AT` and `de` for `de-AT`. */
function rangesCovering(locale: string): string[] {
  const subtags = locale.split('-');
  return subtags.map((_subtag, index) => subtags.slice(0, index + 1).join('-'));
}
