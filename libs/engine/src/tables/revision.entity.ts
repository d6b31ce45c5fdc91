import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An immutable version of an item's body, insert-only by trigger and by grant. */
@Entity({ name: 'revision' })
export class RevisionEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'item_id' })
  itemId!: string;

  @PrimaryColumn('integer')
  number!: number;

  /** SHA-256 of the body's UTF-8 bytes, hex */
  @Column('text')
  digest!: string;

  /** UTF-8 bytes */
  @Column('integer')
  size!: number;

  @Column('text', { select: false })
  body!: string;

  @Column('text')
  origin!: 'edited' | 'imported' | 'translated';

  @Column('text', { name: 'author_id' })
  authorId!: string;

  /** when the text was written elsewhere, if it was imported with that */
  @Column('timestamptz', { name: 'written_at', nullable: true })
  writtenAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
