import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A comment's text, beside the trail, which keeps only its hash. For reading; only the engine writes it. */
@Entity({ name: 'comment' })
export class CommentEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'comment_id' })
  id!: string;

  @Column('uuid', { name: 'item_id' })
  itemId!: string;

  @Column('text', { nullable: true })
  section!: string | null;

  @Column('text')
  body!: string;

  @Column('boolean')
  mandatory!: boolean;

  /** ids of people */
  @Column('jsonb')
  mentions!: string[];

  @Column('text', { name: 'author_id' })
  authorId!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('text', { name: 'resolved_by', nullable: true })
  resolvedBy!: string | null;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt!: Date | null;
}
