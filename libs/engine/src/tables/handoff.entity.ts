import type { Boundary, Formality, Handoff } from '#domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A hand-off that came to its end, insert-only by trigger and by grant. */
@Entity({ name: 'handoff' })
export class HandoffEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'handoff_id' })
  id!: string;

  @Column('uuid', { name: 'item_id' })
  itemId!: string;

  /** the entry of the trail that it ended with */
  @Column('integer')
  sequence!: number;

  @Column('text', { nullable: true })
  activity!: string | null;

  @Column('text', { name: 'from_stage', nullable: true })
  fromStage!: string | null;

  @Column('text', { name: 'to_stage' })
  toStage!: string;

  @Column('text')
  outcome!: Handoff['outcome'];

  @Column('text')
  formality!: Formality;

  @Column('text', { name: 'giver_id' })
  giverId!: string;

  @Column('text', { name: 'giver_function', nullable: true })
  giverFunction!: string | null;

  @Column('text', { name: 'receiver_id', nullable: true })
  receiverId!: string | null;

  @Column('text', { name: 'receiver_function', nullable: true })
  receiverFunction!: string | null;

  @Column('jsonb')
  crossed!: Boundary[];

  @Column('text', { name: 'reason_code', nullable: true })
  reasonCode!: string | null;

  @Column('timestamptz', { name: 'offered_at' })
  offeredAt!: Date;

  @Column('timestamptz', { name: 'settled_at' })
  settledAt!: Date;
}
