import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'attempt' })
export class AttemptEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'endpoint_id' })
  endpointId!: string;

  @PrimaryColumn('uuid', { name: 'message_id' })
  messageId!: string;

  @PrimaryColumn('integer')
  number!: number;

  @Column('timestamptz')
  at!: Date;

  @Column('integer', { name: 'duration_ms' })
  durationMs!: number;

  @Column('integer', { name: 'status_code', nullable: true })
  statusCode!: number | null;

  @Column('text', { nullable: true })
  error!: string | null;

  @Column('text', { nullable: true })
  detail!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text', { name: 'response_body', nullable: true })
  responseBody!: string | null;
}
