import type { AgreementMode, Cadence } from '#domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What enablement and one function agreed on. */
@Entity({ name: 'agreement' })
export class AgreementEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('text')
  function!: string;

  @Column('text')
  purpose!: string;

  @Column('text')
  mode!: AgreementMode;

  @Column('text')
  cadence!: Cadence;

  /** YYYY-MM-DD */
  @Column('date', { nullable: true })
  deadline!: string | null;

  @Column('uuid', { name: 'updated_by' })
  updatedBy!: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
