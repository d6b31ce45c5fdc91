import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A change of a glossary term: who, when and what. Insert-only by trigger and by grant; it outlives the term. */
@Entity({ name: 'glossary_entry' })
export class GlossaryEntryEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'term_id' })
  termId!: string;

  /** the version that the term had from then on; 1 for the first entry, without gaps */
  @PrimaryColumn('integer')
  seq!: number;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  /** canonical JSON (RFC 8785) of a GlossaryChange */
  @Column('text')
  change!: string;
}
