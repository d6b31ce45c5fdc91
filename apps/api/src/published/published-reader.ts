import { OUT_FACTS, termFor, WITHDRAWN_FACTS } from '#domain';
import { loadTaxonomies, poolOf } from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { isUuid, keyIn } from '../http/paging.js';
import type { PublishedListQuery, PublishedSummary } from './published.dto.js';

/** A text that is out: the source's or that of a variant. */
export interface PublishedText {
  itemId: string;
  kind: string;
  locale: string;
  title: string;
  digest: string;
  publishedAt: Date;
}

/** How a source stands to its readers. */
export type PublishedStanding =
  | { outcome: 'published'; source: PublishedText; texts: PublishedText[] }
  | { outcome: 'withdrawn'; sourceId: string }
  | { outcome: 'never' };

export interface PublishedRow extends PublishedSummary {
  id: string;
}

/** Reads what consumers may read: texts as they were last published, never drafts. Every query begins with the workspace. */
@Injectable()
export class PublishedReader {
  private readonly pool: Pool;

  constructor(@InjectDataSource() dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** The texts of a source and its variants. A source that was withdrawn takes its variants with it. */
  async standing(workspaceId: string, slug: string): Promise<PublishedStanding> {
    const { rows } = await this.pool.query<PublishedText & { isSource: boolean; isOut: boolean }>({
      ...TEXTS,
      values: [workspaceId, slug],
    });
    const source = rows.find(({ isSource }) => isSource);
    if (source === undefined) return { outcome: 'never' };
    if (!source.isOut) return { outcome: 'withdrawn', sourceId: source.itemId };
    return { outcome: 'published', source, texts: rows.filter(({ isOut }) => isOut) };
  }

  async body(workspaceId: string, { itemId, digest }: PublishedText): Promise<string> {
    const { rows } = await this.pool.query<{ body: string }>({
      ...BODY,
      values: [workspaceId, itemId, digest],
    });
    const row = rows[0];
    if (row === undefined) throw new Error(`Item ${itemId} has no revision ${digest}.`);
    return row.body;
  }

  /** The slug of the newest published item that replaces another, or what replaced that, and so on; null where none is. */
  async successor(workspaceId: string, itemId: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ slug: string }>({
      ...SUCCESSOR,
      values: [workspaceId, itemId],
    });
    return rows[0]?.slug ?? null;
  }

  /** What is out, one row more than a page holds, in the order of creation. */
  async page(workspaceId: string, query: PublishedListQuery): Promise<PublishedRow[]> {
    const { locale = null, type, updatedSince = null, cursor, limit } = query;
    const { rows } = await this.pool.query<PublishedRow>({
      ...LISTED,
      values: [
        workspaceId,
        keyIn(cursor, isUuid) ?? BEFORE_ALL,
        type === undefined ? null : await this.typeCalled(workspaceId, type),
        locale,
        updatedSince,
        limit + 1,
      ],
    });
    return rows;
  }

  private async typeCalled(workspaceId: string, word: string): Promise<string> {
    const { type } = await loadTaxonomies(this.pool, workspaceId);
    return termFor(type, word)?.key ?? word;
  }
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** The types that the index message_delivery is for, in its very words. */
const OF_DELIVERY = `m.type in (${quoted([...OUT_FACTS, ...WITHDRAWN_FACTS])})`;
const WAS_OUT = `i.context ->> 'publishedDigest' is not null`;

/** Of `item i`, when it last went out or was withdrawn, and whether it is out. */
const LAST_WORD = `
  join process_version p on p.workspace_id = i.workspace_id and p.digest = i.process_digest
  cross join lateral (
    select m.type in (${quoted(OUT_FACTS)}) and not p.ended_stages ? i.stage as is_out, m.created_at as at
    from message m
    where m.workspace_id = i.workspace_id and m.item_id = i.item_id and ${OF_DELIVERY}
    order by m.sequence desc limit 1
  ) last`;

/** Of a source `s`, itself and its variants, as `item i`. */
const ITS_TEXTS = `
  cross join lateral (
    select s.* union all
    select v.* from item v where v.workspace_id = s.workspace_id and v.source_item_id = s.item_id
  ) i`;

const TEXTS = {
  name: 'published_texts',
  text: `
    select i.item_id as "itemId", i.item_id = s.item_id as "isSource", s.kind, i.title, i.locale,
      i.context ->> 'publishedDigest' as digest, last.at as "publishedAt", last.is_out as "isOut"
    from item s ${ITS_TEXTS} ${LAST_WORD}
    where s.workspace_id = $1 and s.slug = $2 and s.source_item_id is null and ${WAS_OUT}
    order by i.locale`,
};

const BODY = {
  name: 'published_body',
  text: `
    select body from revision where workspace_id = $1 and item_id = $2 and digest = $3
    order by number desc limit 1`,
};

/**
 * Each item once however many ways lead to it, so that the search ends and takes no longer than there are links. Its
 * length cannot be known beforehand: `limit 1` keeps the planner from reading every item for it.
 */
const SUCCESSOR = {
  name: 'published_successor',
  text: `
    with recursive newer (item_id) as (
      select $2::uuid
      union
      select f.item_id from newer n
      cross join lateral (
        select item_id from item f
        where f.workspace_id = $1 and f.links @> jsonb_build_array(
          jsonb_build_object('type', 'replaces', 'itemId', n.item_id::text))
        offset 0
      ) f
    )
    select i.slug
    from newer n
    cross join lateral (
      select * from item s where s.workspace_id = $1 and s.item_id = n.item_id limit 1
    ) i
    ${LAST_WORD}
    where i.item_id <> $2 and ${WAS_OUT} and last.is_out
    order by last.at desc, i.item_id desc limit 1`,
};

/** Begins with the messages, since few items have any of these types, while an index of items would be paid for by all. */
const LISTED = {
  name: 'published_list',
  text: `
    select s.item_id as id, s.slug, s.kind, s.type, s.title, s.locale, texts.available
    from (
      select m.item_id from message m
      where m.workspace_id = $1 and m.item_id > $2 and ${OF_DELIVERY}
      group by m.item_id order by m.item_id offset 0
    ) told
    cross join lateral (
      select * from item i
      where i.workspace_id = $1 and i.item_id = told.item_id and i.source_item_id is null
        and ${WAS_OUT} and ($3::text is null or i.type = $3)
      limit 1
    ) s
    cross join lateral (
      select json_agg(json_build_object('locale', i.locale, 'digest', i.context ->> 'publishedDigest',
          'publishedAt', to_char(last.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          order by i.locale) as available,
        bool_or(i.item_id = s.item_id) as has_source,
        bool_or($4::text is null or lower(i.locale) = lower($4)
          or starts_with(lower(i.locale), lower($4) || '-')) as has_locale,
        max(last.at) as newest
      from (select) one ${ITS_TEXTS} ${LAST_WORD}
      where ${WAS_OUT} and last.is_out
    ) texts
    where texts.has_source and texts.has_locale
      and ($5::timestamptz is null or texts.newest >= $5)
    order by told.item_id limit $6`,
};
