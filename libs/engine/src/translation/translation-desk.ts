import {
  type Actor,
  type Change,
  type Command,
  DONE_STATES,
  type Invalid,
  type ItemState,
  type Process,
  type Refusal,
  refuse,
  segmentRights,
  type SegmentWork,
  sha256,
} from '#domain';
import { readTagged } from '#localization';
import { Injectable } from '@nestjs/common';
import { loadItems } from '../load-items.js';
import type { Queryable } from '../queryable.js';
import { describeText } from './describe-text.js';
import { type Desk, loadSegments } from './desk.js';
import { holdStructure } from './hold-structure.js';
import { alignBody } from './plan-alignment.js';
import { planEdits, type SegmentEdit, type Settled } from './plan-edits.js';
import {
  type FollowedWork,
  segmentsAfter,
  segmentsToBegin,
  textAskedBy,
  textToBegin,
} from './segment-effects.js';
import type { SegmentOrigin, SegmentRows } from './segment-row.js';
import { type PlannedWork, type SegmentWrite, workBetween } from './segment-work.js';
import { type SourceAddress, SourceTexts, TITLE_KEY } from './source-texts.js';

/** Work on the segments of a variant, as somebody sends it. */
export interface TranslateRequest {
  type: 'translate';
  edits: SegmentEdit[];
  origin: SegmentOrigin;
  /** true: it came in a file, and what cannot be is set aside while the rest applies; false: all of it or none */
  fromFile: boolean;
  acceptReordered: boolean;
  /** the body may be made anew from the segments where it was written as a whole and holds more than they do */
  rebuild: boolean;
}

/** A command with what it leads to beside the item. */
export interface Prepared {
  outcome: 'prepared';
  command: Exclude<Command, { type: 'create' }>;
  text: string | null;
  write: SegmentWrite | null;
  settled: Settled[];
}

type Standing = { item: ItemState; process: Process; actor: Actor };

/** Where work on segments is laid out before it is decided: the texts of the source, the rows of the variant. */
@Injectable()
export class TranslationDesk {
  readonly texts = new SourceTexts();

  /** Null where there is no text to translate yet. Two or three round trips, fewer where the source is known. */
  async lay(db: Queryable, item: ItemState): Promise<Desk | null> {
    const asked = textOnDesk(item);
    if (asked === null) return null;
    const { workspaceId, id } = item;
    const text = await this.texts.get(db, asked);
    const rows = (await loadSegments(db, workspaceId, [id])).get(id)!;
    return { item, text, rows, body: await bodyOfRevision(db, item) };
  }

  /**
   * Many at once, without their bodies: two round trips for all of them, and one or two for each source that is not known.
   * Those without a text to translate are left out.
   */
  async layMany(db: Queryable, workspaceId: string, itemIds: string[]): Promise<Desk[]> {
    const items = await loadItems(db, workspaceId, itemIds);
    const rows = await loadSegments(db, workspaceId, itemIds);
    const desks: Desk[] = [];
    for (const { item } of items) {
      const asked = textOnDesk(item);
      if (asked === null) continue;
      const text = await this.texts.get(db, asked);
      desks.push({ item, text, rows: rows.get(item.id)!, body: null });
    }
    return desks;
  }

  /** What edits lead to, each for itself. */
  async translate(
    db: Queryable,
    { item, process, actor }: Standing,
    request: TranslateRequest,
  ): Promise<Prepared | Refusal | Invalid> {
    const rights = segmentRights(process, item, actor);
    if (item.kind === 'variant' && !rights.may) return rights.refusal;
    const desk = await this.lay(db, item);
    if (desk === null || !rights.may) return item.kind === 'variant' ? NO_SOURCE : NO_VARIANT;
    const { origin, fromFile, acceptReordered, rebuild } = request;
    const manner = { origin, fromFile, acceptReordered, highest: rights.highest };
    const planned = holdStructure(desk, planEdits(desk, request.edits, manner));
    const asides = planned.settled.filter(({ outcome }) => outcome === 'set_aside');
    if (!fromFile && asides.length > 0) return invalidEdits(planned.settled);
    const body = rights.writes ? planned.body : desk.body;
    const rewrites = body !== null && sha256(body) !== item.revision?.digest;
    const worked = planned.settled.some(({ outcome }) => outcome === 'changed');
    const whole = item.translation?.assembled === false && item.revision !== null;
    if (worked && rewrites && whole && !rebuild) return WRITTEN_AS_A_WHOLE;
    const text = worked && rewrites ? body : null;
    const work = workBetween(desk.rows, planned.after, {
      units: desk.text.units,
      sourceDigest: desk.text.digest,
      assembled: text !== null || item.translation?.assembled !== false,
    });
    return {
      outcome: 'prepared',
      command: {
        type: 'translate',
        segments: work.segments,
        text: text === null ? null : describeText(text),
        ...titleIn(planned.after, item),
      },
      text,
      write: work.write,
      settled: planned.settled,
    };
  }

  /** The segments of a body that is written as a whole; null where nothing is translated. */
  async align(db: Queryable, item: ItemState, body: string): Promise<PlannedWork | null> {
    const desk = item.kind === 'variant' ? await this.lay(db, item) : null;
    if (desk === null) return null;
    const { after, assembled } = alignBody(desk, body);
    const { units, digest } = desk.text;
    return workBetween(desk.rows, after, { units, sourceDigest: digest, assembled });
  }

  /** What an accepted event does to the segments of its variant; null where it does nothing to them. */
  async follow(db: Queryable, change: Change): Promise<FollowedWork | null> {
    const asked = textAskedBy(change);
    if (asked === null) return null;
    const { workspaceId, id } = change.after;
    const text = await this.texts.get(db, asked);
    const rows = (await loadSegments(db, workspaceId, [id])).get(id)!;
    const body = change.effects.includes('pin_source')
      ? await bodyOfRevision(db, change.after)
      : null;
    return segmentsAfter(change, { text, rows, body });
  }

  /** The segments of a new variant; null where there is no text to translate yet. */
  async begin(
    db: Queryable,
    workspaceId: string,
    source: ItemState['source'],
  ): Promise<SegmentWork | null> {
    const asked = textToBegin({ workspaceId, source });
    return asked === null ? null : segmentsToBegin(await this.texts.get(db, asked));
  }
}

/** The text that the segments of a variant belong to, or null before there is one. */
function textOnDesk({ workspaceId, source, translation }: ItemState): SourceAddress | null {
  const digest = translation?.sourceDigest ?? source?.digest ?? null;
  return source === null || digest === null ? null : { workspaceId, itemId: source.itemId, digest };
}

/** The title that the variant takes on, where its translation is there and another than the one it has. */
function titleIn(rows: SegmentRows, { description }: ItemState): { title?: string } {
  const row = rows.get(TITLE_KEY);
  if (row === undefined || row.target === null || !DONE_STATES.includes(row.state)) return {};
  const title = readTagged(row.target, []).join('');
  return title === description.title ? {} : { title };
}

const BODY = {
  name: 'revision_body',
  text: 'select body from revision where workspace_id = $1 and item_id = $2 and number = $3',
};

async function bodyOfRevision(db: Queryable, item: ItemState): Promise<string | null> {
  if (item.revision === null) return null;
  const values = [item.workspaceId, item.id, item.revision.number];
  const { rows } = await db.query<{ body: string }>({ ...BODY, values });
  return rows[0]!.body;
}

function invalidEdits(settled: Settled[]): Invalid {
  return {
    outcome: 'invalid',
    problems: settled.flatMap((each, index) =>
      each.outcome === 'set_aside'
        ? [{ pointer: `/segments/${index}`, code: each.code, detail: each.detail }]
        : [],
    ),
  };
}

const NO_SOURCE = refuse('conflict', {
  code: 'source_is_published',
  detail: 'There is no text to translate yet: the source is not published.',
  remedy: 'Publish the source.',
});
const NO_VARIANT = refuse('conflict', {
  code: 'not_a_variant',
  detail: 'Segments are translated in a variant; this is a source itself.',
  remedy: 'Send it to the variant of the locale.',
});
const WRITTEN_AS_A_WHOLE = refuse('conflict', {
  code: 'written_as_a_whole',
  detail:
    'The body was written as a whole and is not just what its segments make: made anew from them, it would lose what the source has nothing for.',
  remedy: 'Compare it with its segments, and send rebuild: true to make it anew.',
});
