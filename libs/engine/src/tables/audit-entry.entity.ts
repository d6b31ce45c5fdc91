import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of the trail, insert-only by trigger and by grant. */
@Entity({ name: 'audit_entry' })
export class AuditEntryEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'item_id' })
  itemId!: string;

  @PrimaryColumn('integer')
  seq!: number;

  /** canonical JSON (RFC 8785) of an AuditEntry, as text and never as jsonb, which would reorder it */
  @Column('text')
  entry!: string;

  /** SHA-256 of the entry's UTF-8 bytes, hex */
  @Column('text')
  hash!: string;
}
