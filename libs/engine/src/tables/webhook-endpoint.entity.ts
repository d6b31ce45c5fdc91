import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisabledBecause, EndpointStatus } from '../deliveries/endpoint-health.js';

@Entity({ name: 'webhook_endpoint' })
export class WebhookEndpointEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'endpoint_id' })
  id!: string;

  @Column('text')
  url!: string;

  @Column('text')
  description!: string;

  /** types of facts, exact or like `item.*`; none: all of them */
  @Column('jsonb')
  types!: string[];

  @Column('text')
  format!: 'standard' | 'cloudevents';

  @Column('text')
  status!: EndpointStatus;

  @Column('text', { name: 'disabled_because', nullable: true })
  disabledBecause!: DisabledBecause | null;

  @Column('integer', { name: 'consecutive_failures' })
  consecutiveFailures!: number;

  @Column('timestamptz', { name: 'failing_since', nullable: true })
  failingSince!: Date | null;

  @Column('timestamptz', { name: 'breaker_until', nullable: true })
  breakerUntil!: Date | null;

  /** of the last fact that it got its delivery of */
  @Column('bigint', { name: 'relayed_position' })
  relayedPosition!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
