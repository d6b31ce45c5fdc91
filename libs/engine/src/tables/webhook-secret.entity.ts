import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'webhook_secret' })
export class WebhookSecretEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'endpoint_id' })
  endpointId!: string;

  @PrimaryColumn('uuid', { name: 'secret_id' })
  id!: string;

  /** signs deliveries, so it has to be readable; no answer shows it again */
  @Column('text', { select: false })
  secret!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** null for the current one */
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;
}
