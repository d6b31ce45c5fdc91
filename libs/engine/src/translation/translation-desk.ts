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
  sha256,
} from '#domain';
import { plainText, readTagged } from '#localization';
import { Injectable } from '@nestjs/common';
import type { Spoken } from '../item-command.js';
import { loadItems } from '../load-items.js';
import type { Queryable } from '../queryable.js';
import { describeText } from './describe-text.js';
import { bodiesOf, type Desk, loadSegments, translationsAsOf } from './desk.js';
import { holdStructure } from './hold-structure.js';
import { alignBody } from './plan-alignment.js';
import { planEdits, type Settled } from './plan-edits.js';
import type { TranslateRequest } from './translate-request.js';
import { asksBody, olderTextOf, segmentsAfter, textAskedBy } from './segment-effects.js';
import type { SegmentRows } from './segment-row.js';
import { type PlannedWork, type SegmentWrite, workBetween } from './segment-work.js';
import { type Followed, withSegments } from './with-segments.js';
import { nameOf, type SourceAddress, SourceTexts, TITLE_KEY } from './source-texts.js';

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
    const [desk] = await this.layAll(db, [item], () => true);
    return desk ?? null;
  }

  /**
   * Many at once, in as many round trips for any number of them, without the bodies of those whose segments are known. Those
   * without a text to translate are left out.
   */
  async layMany(db: Queryable, workspaceId: string, itemIds: string[]): Promise<Desk[]> {
    const items = await loadItems(db, workspaceId, itemIds);
    return this.layAll(
      db,
      items.map(({ item }) => item),
      ({ translation }) => translation === null,
    );
  }

  private async layAll(
    db: Queryable,
    items: ItemState[],
    withBody: (item: ItemState) => boolean,
  ): Promise<Desk[]> {
    const asked = items.flatMap((item) => {
      const address = textOnDesk(item);
      return address === null ? [] : [{ item, address }];
    });
    if (asked.length === 0) return [];
    const { workspaceId } = asked[0]!.address;
    const ids = asked.map(({ item }) => item.id);
    const texts = await this.texts.getAll(
      db,
      asked.map(({ address }) => address),
    );
    const rows = await loadSegments(db, workspaceId, ids);
    const bodies = await bodiesOf(db, workspaceId, items.filter(withBody));
    return asked.map(({ item, address }) => {
      const text = texts.get(nameOf(address))!;
      const stored = rows.get(item.id)!;
      const body = bodies.get(item.id) ?? null;
      const known = { item, text, stored, body };
      if (item.translation !== null || body === null) {
        return { ...known, rows: stored, assembled: item.translation?.assembled ?? true };
      }
      const { after, assembled } = alignBody({ item, text, rows: stored }, body);
      return { ...known, rows: after, assembled };
    });
  }

  /** A command with what it leads to beside the item: the segments that a text holds, or that edits make. */
  async prepare(
    db: Queryable,
    said: Spoken | TranslateRequest,
    standing: Standing,
  ): Promise<Prepared | Refusal | Invalid> {
    if ('type' in said) return this.translate(db, standing, said);
    const { command, text } = said;
    const plain = { outcome: 'prepared' as const, command, text, write: null, settled: [] };
    if (command.type !== 'revise' || text === null) return plain;
    const work = await this.align(db, standing.item, text);
    if (work === null) return plain;
    return { ...plain, command: { ...command, segments: work.segments }, write: work.write };
  }

  /** What edits lead to, each for itself. */
  private async translate(
    db: Queryable,
    { item, process, actor }: Standing,
    request: TranslateRequest,
  ): Promise<Prepared | Refusal | Invalid> {
    const rights = segmentRights(process, item, actor);
    if (item.kind === 'variant' && !rights.may) return rights.refusal;
    const desk = await this.lay(db, item);
    if (desk === null || !rights.may) return item.kind === 'variant' ? NO_SOURCE : NO_VARIANT;
    const { origin, fromFile, acceptReordered, rebuild, asOf = null } = request;
    const manner = {
      origin,
      fromFile,
      acceptReordered,
      highest: rights.highest,
      wentOutWith: await translationsAsOf(db, item, asOf),
    };
    const planned = holdStructure(desk, planEdits(desk, request.edits, manner));
    const asides = planned.settled.filter(({ outcome }) => outcome === 'set_aside');
    if (!fromFile && asides.length > 0) return invalidEdits(planned.settled);
    const body = rights.writes ? planned.body : desk.body;
    const rewrites = body !== null && sha256(body) !== item.revision?.digest;
    const worked = planned.settled.some(({ outcome }) => outcome === 'changed');
    const retargets = planned.settled.some(
      ({ key, outcome }) =>
        outcome === 'changed' && desk.rows.get(key)?.target !== planned.after.get(key)?.target,
    );
    const whole = !desk.assembled && item.revision !== null;
    if (retargets && rewrites && whole && !rebuild) return WRITTEN_AS_A_WHOLE;
    const text = worked && rewrites && (!whole || rebuild) ? body : null;
    const work = workBetween(worked ? desk.stored : desk.rows, planned.after, {
      text: desk.text,
      assembled: text !== null || desk.assembled,
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
  private async align(db: Queryable, item: ItemState, body: string): Promise<PlannedWork | null> {
    const desk = item.kind === 'variant' ? await this.lay(db, item) : null;
    if (desk === null) return null;
    const { after, assembled } = alignBody(desk, body);
    return workBetween(desk.stored, after, { text: desk.text, assembled });
  }

  /** An accepted change with what it does to the segments of its variant; null where it does nothing to them. */
  async follow(db: Queryable, change: Change, process: Process): Promise<Followed | null> {
    const [followed] = await this.followAll(db, [{ change, process }]);
    return followed ?? null;
  }

  /** The same for many changes of one workspace, each of another item, in as many round trips for any number of them. */
  async followAll(
    db: Queryable,
    decided: readonly { change: Change; process: Process }[],
  ): Promise<(Followed | null)[]> {
    const asked = decided.map(({ change }) => textAskedBy(change));
    const some = decided.filter((_, index) => asked[index] !== null).map(({ change }) => change);
    if (some.length === 0) return decided.map(() => null);
    const { workspaceId } = some[0]!.after;
    const known = some.filter(({ before }) => before !== null);
    const ids = known.map(({ after }) => after.id);
    const rows = await loadSegments(db, workspaceId, ids);
    const bodies = await bodiesOf(db, workspaceId, standingBefore(known.filter(asksBody)));
    const texts = await this.texts.getAll(
      db,
      decided.flatMap(({ change }, index) => textsFor(change, asked[index] ?? null)),
    );
    return decided.map(({ change, process }, index) => {
      const address = asked[index];
      if (address == null) return null;
      const { id } = change.after;
      const older = olderTextOf(change, address);
      const work = segmentsAfter(change, {
        text: texts.get(nameOf(address))!,
        older: older === null ? null : texts.get(nameOf(older))!,
        rows: rows.get(id) ?? NO_ROWS,
        body: bodies.get(id) ?? null,
      });
      return withSegments(change, process, work);
    });
  }
}

const NO_ROWS: SegmentRows = new Map();

/** The text that the segments of a variant belong to, or null before there is one. */
function textOnDesk({ workspaceId, source, translation }: ItemState): SourceAddress | null {
  const digest = translation?.sourceDigest ?? source?.digest ?? null;
  return source === null || digest === null ? null : { workspaceId, itemId: source.itemId, digest };
}

/** The title that the variant takes on, where its translation is there and another than the one it has. */
function titleIn(rows: SegmentRows, { description }: ItemState): { title?: string } {
  const row = rows.get(TITLE_KEY);
  if (row === undefined || row.target === null || !DONE_STATES.includes(row.state)) return {};
  const title = plainText(readTagged(row.target, []));
  return title === description.title ? {} : { title };
}

/** Items as they were before they were changed. */
function standingBefore(changes: Change[]): ItemState[] {
  return changes.flatMap(({ before }) => before ?? []);
}

/** Every text that a change may need. */
export function textsFor(change: Change, asked: SourceAddress | null): SourceAddress[] {
  if (asked === null) return [];
  const older = olderTextOf(change, asked);
  return older === null ? [asked] : [asked, older];
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
    'The body was written as a whole and is not just what its segments make: made anew from them, it would lose every paragraph that no segment was found for.',
  remedy: 'Compare it with its segments, and send rebuild: true to make it anew.',
});
