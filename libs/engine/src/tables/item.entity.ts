import type {
  Arrival,
  AttachmentState,
  Blocker,
  Freshness,
  ItemKind,
  ItemLink,
  OpenComment,
  Section,
  TranslationState,
  WorkContext,
} from '#domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The head of an item, for reading. Only the engine writes it, in the statement of write-changes.ts. */
@Entity({ name: 'item' })
export class ItemEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'item_id' })
  id!: string;

  @Column('text')
  kind!: ItemKind;

  @Column('text')
  slug!: string;

  @Column('text')
  locale!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  type!: string | null;

  @Column('jsonb')
  audience!: string[];

  @Column('text', { nullable: true })
  purpose!: string | null;

  @Column('jsonb', { name: 'journey_stage' })
  journeyStage!: string[];

  @Column('text', { name: 'owner_function' })
  ownerFunction!: string;

  @Column('jsonb', { name: 'required_locales' })
  requiredLocales!: string[];

  @Column('uuid', { name: 'goal_id', nullable: true })
  goalId!: string | null;

  @Column('text', { name: 'process_digest' })
  processDigest!: string;

  @Column('text')
  stage!: string;

  @Column('text')
  phase!: string;

  @Column('jsonb')
  context!: WorkContext;

  @Column('text', { nullable: true })
  freshness!: Freshness | null;

  @Column('timestamptz', { name: 'out_of_date_since', nullable: true })
  outOfDateSince!: Date | null;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'audit_hash' })
  auditHash!: string;

  @Column('integer', { name: 'revision_number', nullable: true })
  revisionNumber!: number | null;

  @Column('text', { name: 'revision_digest', nullable: true })
  revisionDigest!: string | null;

  @Column('integer', { name: 'revision_size', nullable: true })
  revisionSize!: number | null;

  @Column('jsonb', { name: 'revision_sections' })
  revisionSections!: Section[];

  @Column('uuid', { name: 'source_item_id', nullable: true })
  sourceItemId!: string | null;

  @Column('text', { name: 'source_digest', nullable: true })
  sourceDigest!: string | null;

  @Column('jsonb', { nullable: true })
  translation!: TranslationState | null;

  @Column('jsonb', { nullable: true })
  arrival!: Arrival | null;

  @Column('jsonb')
  blockers!: Blocker[];

  @Column('jsonb')
  links!: ItemLink[];

  @Column('jsonb', { name: 'open_comments' })
  openComments!: OpenComment[];

  @Column('jsonb')
  attachments!: AttachmentState[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
