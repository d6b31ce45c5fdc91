import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A tenant. Every other table's key begins with its id. */
@Entity({ name: 'workspace' })
export class WorkspaceEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
