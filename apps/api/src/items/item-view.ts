import {
  availableEvents,
  BLOCKER_CATEGORIES,
  FORMALITIES,
  LINK_TYPES,
  ITEM_KINDS,
  PHASES,
  TASK_STATUSES,
  type Actor,
  type ItemState,
} from '#domain';
import type { Answer, Applied, ItemEntity } from '#engine';
import { ApiProperty } from '@nestjs/swagger';
import { AvailableEventView } from '../http/problem.js';

export class RevisionReference {
  @ApiProperty()
  number!: number;

  @ApiProperty({ description: 'SHA-256 of the body, hex' })
  digest!: string;

  @ApiProperty({ description: 'UTF-8 bytes' })
  size!: number;
}

export class SourceReference {
  @ApiProperty({ format: 'uuid' })
  itemId!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'the revision of the source that the variant is pinned to; null before it is published',
  })
  digest!: string | null;
}

export class DelegationView {
  @ApiProperty()
  to!: string;

  @ApiProperty()
  by!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class SignatureView {
  @ApiProperty()
  by!: string;

  @ApiProperty({ type: String, nullable: true, description: 'the text that was signed' })
  digest!: string | null;
}

export class OpenTaskView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  activity!: string;

  @ApiProperty({ type: [String], description: 'functions that may claim it' })
  functions!: string[];

  @ApiProperty({ type: String, nullable: true })
  locale!: string | null;

  @ApiProperty({ enum: TASK_STATUSES })
  status!: string;

  @ApiProperty({ type: String, nullable: true, description: 'the person who claimed it' })
  holderId!: string | null;

  @ApiProperty({
    enum: ['responsible', 'consulted'],
    description: 'responsible: work to be claimed. consulted: a question to be answered by advice',
  })
  role!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'when a baton that nobody accepted is dropped, or a consultation ends',
  })
  dueAt!: string | null;

  @ApiProperty({ description: 'nobody accepted it in time; it can still be claimed' })
  dropped!: boolean;

  @ApiProperty({
    type: DelegationView,
    nullable: true,
    description: 'to whom it was passed on, and by whom',
  })
  delegation!: DelegationView | null;

  @ApiProperty({ type: SignatureView, nullable: true })
  signature!: SignatureView | null;
}

export class ArrivalView {
  @ApiProperty({ type: String, nullable: true, description: 'null for a new item' })
  from!: string | null;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty()
  giverId!: string;

  @ApiProperty({ enum: FORMALITIES })
  formality!: string;
}

export class BlockerView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: BLOCKER_CATEGORIES })
  category!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'who has to clear it away: `personId` or `function`',
  })
  owner!: object;

  @ApiProperty()
  detail!: string;

  @ApiProperty()
  by!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class LinkView {
  @ApiProperty({ enum: LINK_TYPES })
  type!: string;

  @ApiProperty({ format: 'uuid' })
  itemId!: string;
}

export class OpenCommentView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  by!: string;

  @ApiProperty()
  mandatory!: boolean;
}

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

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;
}

/** An item as one caller sees it. */
export class ItemView extends ItemSummary {
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

  @ApiProperty({ type: [OpenTaskView], description: 'open tasks' })
  tasks!: OpenTaskView[];

  @ApiProperty({ type: [AvailableEventView], description: 'for the caller' })
  availableEvents!: AvailableEventView[];
}

export function itemView(
  { item, process, surroundings, createdAt, updatedAt }: Omit<Applied, 'changed' | 'command'>,
  actor: Actor,
): ItemView {
  return {
    ...describe(item),
    phase: process.definition.states[item.stage]!.meta.phase,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    auditHash: item.auditHash,
    context: item.context,
    arrival: item.arrival,
    blockers: item.blockers,
    links: item.links,
    openComments: item.openComments,
    tasks: item.openTasks,
    availableEvents: availableEvents(process, item, actor, surroundings),
  };
}

function describe(item: ItemState): Omit<ItemSummary, 'phase' | 'createdAt' | 'updatedAt'> {
  const { id, kind, slug, locale, description, stage, version, processDigest, revision, source } =
    item;
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
