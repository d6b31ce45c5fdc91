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

/** A name of its own for each text. */
export function nameOf({ workspaceId, itemId, digest }: SourceAddress): string {
  return `${workspaceId}:${itemId}:${digest}`;
}

interface TextRow {
  itemId: string;
  digest: string;
  body: string;
  title: string;
  locale: string;
  keys: string[] | null;
  previous: string | null;
}

/** A text whose units have no stored names yet. */
interface Unnamed {
  address: SourceAddress;
  row: TextRow;
  segmented: Segmented;
}

const TEXTS = {
  name: 'source_texts',
  text: `
    select i.item_id as "itemId", r.digest, r.body, coalesce(s.title, i.title) as title,
      coalesce(s.locale, i.locale) as locale, s.keys,
      (select p.digest from source_text p
       where p.workspace_id = $1 and p.item_id = i.item_id and p.digest <> r.digest
       order by p.created_at desc limit 1) as previous
    from unnest($2::uuid[], $3::text[]) w (item_id, digest)
    join item i on i.workspace_id = $1 and i.item_id = w.item_id
    cross join lateral (
      select r.digest, r.body from revision r
      where r.workspace_id = $1 and r.item_id = w.item_id and r.digest = w.digest
      limit 1
    ) r
    left join source_text s
      on s.workspace_id = $1 and s.item_id = i.item_id and s.digest = r.digest`,
};
const KEEP = {
  name: 'source_texts_kept',
  text: `
    insert into source_text (workspace_id, item_id, digest, title, locale, keys)
    select $1, w.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::jsonb[]) w
    on conflict do nothing returning item_id as "itemId", digest`,
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
    return (await this.getAll(db, [address])).get(nameOf(address))!;
  }

  /**
   * Texts of one workspace by their names: one round trip for all that are not held, and three more where some are new.
   * Throws where a source has no such text.
   */
  async getAll(
    db: Queryable,
    addresses: readonly SourceAddress[],
  ): Promise<Map<string, SourceText>> {
    const asked = new Map(addresses.map((address) => [nameOf(address), address]));
    const texts = new Map<string, SourceText>();
    for (const name of asked.keys()) {
      const known = this.held.get(name);
      if (known === undefined) continue;
      this.held.delete(name);
      this.held.set(name, known);
      texts.set(name, known.text);
    }
    const missing = [...asked].filter(([name]) => !texts.has(name)).map(([, address]) => address);
    if (missing.length === 0) return texts;
    for (const [name, text] of await this.load(db, missing)) texts.set(name, text);
    return texts;
  }

  private async load(db: Queryable, addresses: SourceAddress[]): Promise<Map<string, SourceText>> {
    const { rows } = await db.query<TextRow>({
      ...TEXTS,
      values: [
        addresses[0]!.workspaceId,
        addresses.map(({ itemId }) => itemId),
        addresses.map(({ digest }) => digest),
      ],
    });
    const found = new Map(rows.map((row) => [`${row.itemId}:${row.digest}`, row]));
    const texts = new Map<string, SourceText>();
    const unnamed: Unnamed[] = [];
    for (const address of addresses) {
      const row = found.get(`${address.itemId}:${address.digest}`);
      if (row === undefined) {
        throw new Error(`Item ${address.itemId} has no text ${address.digest}.`);
      }
      const segmented = segmentBody(row.body, { locale: row.locale });
      if (row.keys === null) {
        unnamed.push({ address, row, segmented });
        continue;
      }
      const text = textOf(address, { ...row, segmented }, row.keys);
      texts.set(nameOf(address), text);
      this.hold(nameOf(address), text, row.body.length);
    }
    if (unnamed.length === 0) return texts;
    return new Map([...texts, ...(await this.name(db, unnamed))]);
  }

  /** Names the units of texts that nobody has asked for before, each after those of the text before it. */
  private async name(db: Queryable, unnamed: Unnamed[]): Promise<Map<string, SourceText>> {
    const previous = unnamed.flatMap(({ address, row }) =>
      row.previous === null ? [] : [{ ...address, digest: row.previous }],
    );
    const before = await this.getAll(db, previous);
    const named = unnamed.map(({ address, row, segmented }) => {
      const known =
        row.previous === null ? null : before.get(nameOf({ ...address, digest: row.previous }))!;
      const units = known?.units.filter(({ key }) => key !== TITLE_KEY) ?? null;
      const keys = assignKeys(segmented.units, units).map(({ key }) => key);
      return { address, row, segmented, keys };
    });
    const kept = await db.query<{ itemId: string; digest: string }>({
      ...KEEP,
      values: [
        unnamed[0]!.address.workspaceId,
        named.map(({ address }) => address.itemId),
        named.map(({ address }) => address.digest),
        named.map(({ row }) => row.title),
        named.map(({ row }) => row.locale),
        named.map(({ keys }) => JSON.stringify(keys)),
      ],
    });
    // What is not committed yet is not held.
    const own = new Set(kept.rows.map(({ itemId, digest }) => `${itemId}:${digest}`));
    const isOwn = ({ address }: Unnamed) => own.has(`${address.itemId}:${address.digest}`);
    const texts = new Map(
      named
        .filter(isOwn)
        .map(({ address, row, segmented, keys }) => [
          nameOf(address),
          textOf(address, { ...row, segmented }, keys),
        ]),
    );
    // Somebody else named the others at the same moment: theirs hold.
    const others = named.filter((each) => !isOwn(each)).map(({ address }) => address);
    if (others.length === 0) return texts;
    return new Map([...texts, ...(await this.load(db, others))]);
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
