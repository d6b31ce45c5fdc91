import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An immutable process definition, named by the SHA-256 of its canonical JSON. */
@Entity({ name: 'process_version' })
export class ProcessVersionEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('text')
  digest!: string;

  @Column('text', { name: 'process_id' })
  processId!: string;

  @Column('text')
  kind!: string;

  /** canonical JSON */
  @Column('text')
  definition!: string;

  /** new items of this kind are pinned to it; at most one of a kind */
  @Column('boolean')
  active!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
