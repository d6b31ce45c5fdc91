import type { TaxonomyName } from '#domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A change of a term: who, when and what. Insert-only by trigger and by grant. */
@Entity({ name: 'term_entry' })
export class TermEntryEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('text')
  taxonomy!: TaxonomyName;

  @PrimaryColumn('text')
  key!: string;

  /** 1 for the first entry of a term, without gaps */
  @PrimaryColumn('integer')
  seq!: number;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  /** canonical JSON (RFC 8785) of a TermChange */
  @Column('text')
  change!: string;
}
