import type { InlineCode, InlineText } from '#localization';
import { readTagged } from '#localization';
import type { Queryable } from '../queryable.js';
import type { MemoryScope } from './memory-row.js';

/** A translation that the memory holds. */
export interface RememberedText {
  source: InlineText;
  target: InlineText;
  previousHash: string | null;
  nextHash: string | null;
  itemId: string;
  key: string;
  approvedAt: Date;
}

interface Row {
  hash: string;
  previous: string;
  next: string;
  source: string;
  codes: InlineCode[];
  target: string;
  itemId: string;
  key: string;
  approvedAt: Date;
}

const AT_A_TIME = 1000;
const PAGE = {
  name: 'memory_page',
  text: `
    select e.source_hash as hash, e.previous_hash as previous, e.next_hash as next, s.source, s.codes,
      e.target, e.item_id as "itemId", e.key, e.approved_at as "approvedAt"
    from memory_entry e
    join memory_source s using (workspace_id, source_locale, target_locale, source_hash)
    where e.workspace_id = $1 and e.source_locale = $2 and e.target_locale = $3
      and (e.source_hash, e.previous_hash, e.next_hash) > ($4, $5, $6)
    order by e.source_hash, e.previous_hash, e.next_hash limit ${AT_A_TIME}`,
};

/** Everything that the memory holds for two languages, a thousand at a time. */
export async function* readMemory(
  db: Queryable,
  { workspaceId, sourceLocale, targetLocale }: MemoryScope,
): AsyncGenerator<RememberedText> {
  let after = ['', '', ''];
  for (;;) {
    const values = [workspaceId, sourceLocale, targetLocale, ...after];
    const { rows } = await db.query<Row>({ ...PAGE, values });
    for (const { previous, next, source: tagged, codes, target, itemId, key, approvedAt } of rows) {
      const source = readTagged(tagged, codes);
      yield {
        source,
        target: readTagged(target, source),
        previousHash: previous === '' ? null : previous,
        nextHash: next === '' ? null : next,
        itemId,
        key,
        approvedAt,
      };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_A_TIME) return;
    after = [last.hash, last.previous, last.next];
  }
}
