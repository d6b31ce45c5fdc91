import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'membership' })
export class MembershipEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'membership_id' })
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  function!: string;

  /** ISO 3166-1 alpha-2; null: every region */
  @Column('text', { nullable: true })
  region!: string | null;

  /** BCP 47 language range; null: every locale */
  @Column('text', { nullable: true })
  locale!: string | null;

  /** the part of the organization, in its own words */
  @Column('text', { nullable: true })
  division!: string | null;
}
