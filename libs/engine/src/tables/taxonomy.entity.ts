import type { TaxonomyName } from '#domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The head of a taxonomy; whoever changes it or one of its terms locks this row first. */
@Entity({ name: 'taxonomy' })
export class TaxonomyEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('text')
  name!: TaxonomyName;

  @Column('boolean')
  open!: boolean;

  /** counts the changes of the taxonomy and of its terms */
  @Column('integer', { default: 1 })
  version!: number;
}
