import {
  type Actor,
  availableEvents,
  FRESHNESS,
  type Freshness,
  freshnessOf,
  ITEM_KINDS,
  type ItemState,
  outOfDateSince,
  PHASES,
} from '#domain';
import type { Answer, Applied, ItemEntity } from '#engine';
import { ApiProperty } from '@nestjs/swagger';
import { attachmentView, AttachmentView } from '../attachments/attachments.dto.js';
import { AvailableEventView } from '../http/problem.js';
import { TranslationView } from '../segments/segments.dto.js';
import {
  CurrentRevision,
  RevisionReference,
  SourceReference,
  OpenTaskView,
  ArrivalView,
  BlockerView,
  LinkView,
  OpenCommentView,
} from './item-parts-view.js';

/** An item in a list. */
export class ItemSummary {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ITEM_KINDS })
  kind!: string;

  @ApiProperty()
  slug!: string;

  @ApiProperty()
  locale!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: String, nullable: true })
  type!: string | null;

  @ApiProperty({ type: [String] })
  audience!: string[];

  @ApiProperty({ type: String, nullable: true })
  purpose!: string | null;

  @ApiProperty({ type: [String] })
  journeyStage!: string[];

  @ApiProperty()
  ownerFunction!: string;

  @ApiProperty({ type: [String] })
  requiredLocales!: string[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  goalId!: string | null;

  @ApiProperty()
  stage!: string;

  @ApiProperty({ enum: PHASES })
  phase!: string;

  @ApiProperty({ description: 'counts the changes; the ETag is this number in quotes' })
  version!: number;

  @ApiProperty({ description: 'the process version that the item is pinned to' })
  processDigest!: string;

  @ApiProperty({ type: RevisionReference, nullable: true })
  revision!: RevisionReference | null;

  @ApiProperty({ type: SourceReference, nullable: true })
  source!: SourceReference | null;

  @ApiProperty({
    type: TranslationView,
    nullable: true,
    description: 'variants: how far their segments are',
  })
  translation!: TranslationView | null;

  @ApiProperty({
    enum: FRESHNESS,
    nullable: true,
    description: 'how a variant stands to its source; null for a source',
  })
  freshness!: Freshness | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  outOfDateSince!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;
}

/** An item as one caller sees it. */
export class ItemView extends ItemSummary {
  @ApiProperty({ type: CurrentRevision, nullable: true })
  override revision!: CurrentRevision | null;

  @ApiProperty({ description: 'SHA-256 of the last entry of its trail, hex' })
  auditHash!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'what its process remembers',
  })
  context!: object;

  @ApiProperty({
    type: ArrivalView,
    nullable: true,
    description: 'how it came to its stage, and from whom',
  })
  arrival!: ArrivalView | null;

  @ApiProperty({ type: [BlockerView], description: 'what keeps it from going on' })
  blockers!: BlockerView[];

  @ApiProperty({ type: [LinkView], description: 'what it depends on' })
  links!: LinkView[];

  @ApiProperty({ type: [OpenCommentView], description: 'comments that are not resolved' })
  openComments!: OpenCommentView[];

  @ApiProperty({ type: [AttachmentView], description: 'files beside the text' })
  attachments!: AttachmentView[];

  @ApiProperty({ type: [OpenTaskView], description: 'open tasks' })
  tasks!: OpenTaskView[];

  @ApiProperty({ type: [AvailableEventView], description: 'for the caller' })
  availableEvents!: AvailableEventView[];
}

export function itemView(
  { item, process, surroundings, createdAt, updatedAt }: Omit<Applied, 'changed' | 'settled'>,
  actor: Actor,
): ItemView {
  return {
    ...describe(item),
    phase: process.definition.states[item.stage]!.meta.phase,
    freshness: freshnessOf(process.definition, item),
    outOfDateSince: outOfDateSince(process.definition, item),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    auditHash: item.auditHash,
    context: item.context,
    arrival: item.arrival,
    blockers: item.blockers,
    links: item.links,
    openComments: item.openComments,
    attachments: item.attachments.map(attachmentView),
    tasks: item.openTasks,
    availableEvents: availableEvents(process, item, actor, surroundings),
  };
}

function describe(
  item: ItemState,
): Omit<
  ItemSummary & Pick<ItemView, 'revision'>,
  'phase' | 'freshness' | 'outOfDateSince' | 'createdAt' | 'updatedAt'
> {
  const { id, kind, slug, locale, description, stage, version, processDigest } = item;
  const { revision, source, translation } = item;
  return {
    id,
    kind,
    slug,
    locale,
    ...description,
    stage,
    version,
    processDigest,
    revision,
    source,
    translation,
  };
}

export function itemSummary(row: ItemEntity): ItemSummary {
  const { id, kind, slug, locale, title, type, audience, purpose, journeyStage } = row;
  const { ownerFunction, requiredLocales, goalId, stage, phase, version, processDigest } = row;
  return {
    id,
    kind,
    slug,
    locale,
    title,
    type,
    audience,
    purpose,
    journeyStage,
    ownerFunction,
    requiredLocales,
    goalId,
    stage,
    phase,
    version,
    processDigest,
    revision:
      row.revisionNumber === null
        ? null
        : { number: row.revisionNumber, digest: row.revisionDigest!, size: row.revisionSize! },
    source:
      row.sourceItemId === null ? null : { itemId: row.sourceItemId, digest: row.sourceDigest },
    translation: row.translation,
    freshness: row.freshness,
    outOfDateSince: row.outOfDateSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function etagOf(version: number): string {
  return `"${version}"`;
}

/** Where a new item is, or where the new revision of an older one is. */
function locationOf({ id, version, revision }: ItemState): string {
  return version === 1 ? `/v1/items/${id}` : `/v1/items/${id}/revisions/${revision?.number}`;
}

/** The answer to a command: the item as its sender now sees it. */
export function answerWithItem(actor: Actor, status = 200) {
  return (applied: Applied): Answer => ({
    status,
    etag: etagOf(applied.item.version),
    location: status === 201 ? locationOf(applied.item) : null,
    body: JSON.stringify(itemView(applied, actor)),
  });
}
