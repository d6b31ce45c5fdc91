import type { TaxonomyName, Term } from '#domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A term as it stands. Only `saveTerm` changes one, with an entry of its history. */
@Entity({ name: 'term' })
export class TermEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('text')
  taxonomy!: TaxonomyName;

  @PrimaryColumn('text')
  key!: string;

  /** its place in the taxonomy, counted from 1 */
  @Column('integer')
  position!: number;

  @Column('text', { nullable: true })
  kind!: Term['kind'];

  @Column('text')
  label!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { name: 'owner_function' })
  ownerFunction!: string;

  @Column('jsonb')
  synonyms!: string[];

  @Column('text')
  status!: Term['status'];

  @Column('text', { nullable: true })
  successor!: string | null;
}
