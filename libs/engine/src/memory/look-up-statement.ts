import type { InlineCode } from '#localization';

/** Texts with one clue that are counted, and of all clues of a unit: in a template filled ten thousand times there are more. */
const MOST_WITH_CLUE = 4_000;
const MOST_COUNTED = 20_000;

/** Texts that are compared with a unit: those with the fewest edits that the clues tell of. */
const MOST_COMPARED = 100;

/** Sources that share an id, which is a hash: never more than one, as good as. */
const MOST_WITH_ID = 2;

/** Translations of one text that are looked at: the newest. */
const MOST_EQUAL = 40;

/** The source of a translation as it is stored, before it is scored. */
export interface FoundSource {
  /** 1 is the first unit */
  unit: number;
  hash: string;
  /** tagged */
  source: string;
  codes: InlineCode[];
}

/**
 * Texts that may be like a unit. The index of clues answers alone, by counting. A clue of a known text that the unit lacks
 * is at least one edit, and so is each word that one of them is longer. Workspace and locales are in the clues and are
 * compared again, as different texts may share a hash. Every table is read behind a limit of its own, which keeps the planner
 * from reading all of it at once, whatever it believes of tables that nobody has analyzed yet.
 */
export const FIND_LIKE = {
  name: 'memory_find_like',
  text: `
    with wanted as materialized (
      select r.unit, r.hash, r.words, r.least_words, r.most_words, r.clues::integer[] as clues
      from unnest($4::integer[], $5::text[], $6::integer[], $7::integer[], $8::integer[], $9::text[])
        as r (unit, hash, words, least_words, most_words, clues)
    )
    select w.unit, s.source_hash as hash, s.source, s.codes
    from wanted w
    cross join lateral (
      select c.source_id
      from (
        select k.* from unnest(w.clues) clue
        cross join lateral (
          select k.* from memory_clue k where k.clue = clue.clue limit ${MOST_WITH_CLUE}
        ) k
        limit ${MOST_COUNTED}
      ) c
      where c.words between w.least_words and w.most_words
      group by c.source_id, c.words, c.clues
      order by greatest(abs(c.words - w.words), c.clues - count(*))::real
        / greatest(c.words, w.words)
      limit ${MOST_COMPARED}
    ) near
    cross join lateral (
      select s.* from memory_source s
      where s.source_id = near.source_id and s.workspace_id = $1 and s.source_locale = $2
        and s.target_locale = $3 and s.source_hash <> w.hash
      limit ${MOST_WITH_ID}
    ) s`,
};

/** A translation of a text, the newest first. */
export interface FoundTarget {
  /** of the text, from 1 */
  text: number;
  inContext: boolean;
  target: string;
  itemId: string;
  key: string;
  approvedAt: Date;
}

/** The translations of texts by their hashes, some for each, with whether they stand between the same texts. */
export const FIND_TARGETS = {
  name: 'memory_find_targets',
  text: `
    with wanted as materialized (
      select r.* from unnest($4::text[], $5::text[], $6::text[], $7::integer[])
        with ordinality as r (hash, previous_hash, next_hash, most, text)
    )
    select w.text::integer, true as "inContext", e.target, e.item_id as "itemId", e.key,
      e.approved_at as "approvedAt"
    from wanted w
    cross join lateral (
      select e.* from memory_entry e
      where e.workspace_id = $1 and e.source_locale = $2 and e.target_locale = $3
        and e.source_hash = w.hash and e.previous_hash = w.previous_hash
        and e.next_hash = w.next_hash
      limit 1
    ) e
    union all
    select w.text::integer, false, e.target, e.item_id, e.key, e.approved_at
    from wanted w
    cross join lateral (
      select e.* from memory_entry e
      where e.workspace_id = $1 and e.source_locale = $2 and e.target_locale = $3
        and e.source_hash = w.hash
      order by e.approved_at desc limit least(w.most, ${MOST_EQUAL})
    ) e`,
};
