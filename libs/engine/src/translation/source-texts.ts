import {
  assembleBody,
  assignKeys,
  type InlineText,
  type KeyedUnit,
  segmentBody,
  type Segmented,
  segmentField,
} from '#localization';
import type { Queryable } from '../queryable.js';

/** The title of an item, as a segment of its variants. */
export const TITLE_KEY = 'title';

/** A text of a source, taken apart for its variants. */
export interface SourceText {
  digest: string;
  locale: string;
  segmented: Segmented;
  /** the title first, then the units of the body in its order */
  units: KeyedUnit[];
}

export interface SourceAddress {
  workspaceId: string;
  /** the source */
  itemId: string;
  digest: string;
}

interface TextRow {
  body: string;
  title: string;
  locale: string;
  keys: string[] | null;
  previous: string | null;
}

const TEXT = {
  name: 'source_text',
  text: `
    select r.body, coalesce(s.title, i.title) as title, coalesce(s.locale, i.locale) as locale, s.keys,
      (select p.digest from source_text p
       where p.workspace_id = $1 and p.item_id = $2 and p.digest <> $3
       order by p.created_at desc limit 1) as previous
    from item i
    join revision r on r.workspace_id = i.workspace_id and r.item_id = i.item_id and r.digest = $3
    left join source_text s
      on s.workspace_id = i.workspace_id and s.item_id = i.item_id and s.digest = r.digest
    where i.workspace_id = $1 and i.item_id = $2
    limit 1`,
};
const KEEP = {
  name: 'source_text_kept',
  text: `
    insert into source_text (workspace_id, item_id, digest, title, locale, keys)
    values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
};

/** Characters of texts that are held at most; a text of 20 kB takes some ten times that when it is taken apart. */
const MOST_HELD = 8_000_000;

/**
 * Texts of sources, taken apart once. The keys of their units are stored, since they follow from those of the text
 * before; everything else follows from the text. What is stored never changes, so it is held.
 */
export class SourceTexts {
  private readonly held = new Map<string, { text: SourceText; size: number }>();
  private size = 0;

  /** Throws where the source has no such text. */
  async get(db: Queryable, address: SourceAddress): Promise<SourceText> {
    const { workspaceId, itemId, digest } = address;
    const name = `${workspaceId}:${itemId}:${digest}`;
    const known = this.held.get(name);
    if (known !== undefined) {
      this.held.delete(name);
      this.held.set(name, known);
      return known.text;
    }
    const { rows } = await db.query<TextRow>({ ...TEXT, values: [workspaceId, itemId, digest] });
    const row = rows[0];
    if (row === undefined) throw new Error(`Item ${itemId} has no text ${digest}.`);
    const segmented = segmentBody(row.body, { locale: row.locale });
    if (row.keys === null) return this.keep(db, address, { ...row, segmented });
    const text = textOf(address, { ...row, segmented }, row.keys);
    this.hold(name, text, row.body.length);
    return text;
  }

  /** Names the units of a text that nobody has asked for before, after those of the text before it. */
  private async keep(
    db: Queryable,
    address: SourceAddress,
    row: TextRow & { segmented: Segmented },
  ): Promise<SourceText> {
    const { workspaceId, itemId, digest } = address;
    const previous =
      row.previous === null ? null : await this.get(db, { ...address, digest: row.previous });
    const named = previous?.units.filter(({ key }) => key !== TITLE_KEY) ?? null;
    const keys = assignKeys(row.segmented.units, named).map(({ key }) => key);
    const { title, locale } = row;
    const kept = await db.query({
      ...KEEP,
      values: [workspaceId, itemId, digest, title, locale, JSON.stringify(keys)],
    });
    // Somebody else named them at the same moment: theirs hold. What is not committed yet is not held.
    if (kept.rows.length === 0) return this.get(db, address);
    return textOf(address, row, keys);
  }

  private hold(name: string, text: SourceText, size: number): void {
    this.held.set(name, { text, size });
    this.size += size;
    for (const [oldest, { size: freed }] of this.held) {
      if (this.size <= MOST_HELD || oldest === name) return;
      this.held.delete(oldest);
      this.size -= freed;
    }
  }
}

function textOf(
  { digest }: SourceAddress,
  { title, locale, segmented }: { title: string; locale: string; segmented: Segmented },
  keys: string[],
): SourceText {
  const body = segmented.units.map((unit, index) => ({ ...unit, key: keys[index]! }));
  return {
    digest,
    locale,
    segmented,
    units: [{ ...segmentField(title, { locale }), key: TITLE_KEY }, ...body],
  };
}

/** The body that translations make of a source; where there is none, the words of the source stand. */
export function bodyFrom(
  { segmented, units }: SourceText,
  translationOf: (unit: KeyedUnit) => InlineText | null,
  options: { frontMatter?: string } = {},
): string {
  return assembleBody(
    segmented,
    (_unit, index) => {
      // The title stands before the units of the body.
      const unit = units[index + 1]!;
      return translationOf(unit) ?? unit.source;
    },
    options,
  );
}
