import type { GlossaryTarget } from '#localization';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A term as it stands. Only `saveGlossaryTerms` changes one, with an entry of its history. */
@Entity({ name: 'glossary_term' })
export class GlossaryTermEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'term_id' })
  id!: string;

  @Column('text', { name: 'source_locale' })
  sourceLocale!: string;

  @Column('text', { name: 'target_locale' })
  targetLocale!: string;

  @Column('text')
  source!: string;

  /** `source` in the spelling in which it is there once for two locales */
  @Column('text')
  folded!: string;

  @Column('jsonb')
  targets!: GlossaryTarget[];

  @Column('boolean', { name: 'case_sensitive' })
  caseSensitive!: boolean;

  @Column('text', { nullable: true })
  note!: string | null;

  /** counts its changes, and is the number of the last entry of its history */
  @Column('integer')
  version!: number;
}
