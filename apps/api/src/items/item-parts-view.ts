import { BLOCKER_CATEGORIES, FORMALITIES, LINK_TYPES, TASK_STATUSES } from '#domain';
import { ApiProperty } from '@nestjs/swagger';

export class RevisionReference {
  @ApiProperty()
  number!: number;

  @ApiProperty({ description: 'SHA-256 of the body, hex' })
  digest!: string;

  @ApiProperty({ description: 'UTF-8 bytes' })
  size!: number;
}

class SectionReference {
  @ApiProperty({ description: 'its heading and those above it as a path: pricing/discounts' })
  key!: string;

  @ApiProperty({ description: 'SHA-256 of its text, hex' })
  digest!: string;
}

export class CurrentRevision extends RevisionReference {
  @ApiProperty({ type: [SectionReference], description: 'in the order of the text' })
  sections!: SectionReference[];
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

class StandpointView {
  @ApiProperty()
  function!: string;

  @ApiProperty({ type: String, nullable: true })
  region!: string | null;

  @ApiProperty({ type: String, nullable: true })
  division!: string | null;
}

export class DelegationView {
  @ApiProperty()
  to!: string;

  @ApiProperty()
  by!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({
    type: StandpointView,
    nullable: true,
    description: 'for what it was passed on; null where no function stands behind it',
  })
  standpoint!: StandpointView | null;
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

  @ApiProperty({
    type: StandpointView,
    nullable: true,
    description: 'for what the giver stood; null where no function stands behind it',
  })
  standpoint!: StandpointView | null;

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
