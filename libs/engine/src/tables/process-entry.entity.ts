import { Column, Entity, PrimaryColumn } from 'typeorm';

export const PROCESS_CHANGES = ['deployed', 'checked', 'activated', 'retired'] as const;
export type ProcessChange = (typeof PROCESS_CHANGES)[number];

/** What happened to a process version, who did it and when. Rows are only ever inserted. */
@Entity({ name: 'process_entry' })
export class ProcessEntryEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('text')
  digest!: string;

  /** 1 for the first entry of a version, without gaps */
  @PrimaryColumn('integer')
  seq!: number;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  @Column('text')
  change!: ProcessChange;

  @Column('text', { nullable: true })
  comment!: string | null;
}
