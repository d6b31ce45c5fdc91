import type { SegmentState } from '#domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SegmentOrigin } from '../translation/segment-row.js';

/** What a segment became by one change of its item. For reading; only the engine writes it. */
@Entity({ name: 'segment_change' })
export class SegmentChangeEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'item_id' })
  itemId!: string;

  @PrimaryColumn('text')
  key!: string;

  /** the version of the item that it made */
  @PrimaryColumn('integer')
  sequence!: number;

  /** null where the source has no such unit any more */
  @Column('text', { nullable: true })
  state!: SegmentState | null;

  @Column('text', { name: 'source_hash', nullable: true })
  sourceHash!: string | null;

  @Column('text', { nullable: true })
  target!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { nullable: true })
  origin!: SegmentOrigin | null;

  @Column('text', { name: 'changed_by' })
  changedBy!: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
