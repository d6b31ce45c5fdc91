import type { Membership } from '#domain';
import { MembershipEntity, PersonEntity } from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, In, IsNull } from 'typeorm';

/** Who can be named for work: people that were not deactivated, with what they work in. */
@Injectable()
export class ActiveMembers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** What a person works in, or null where the workspace has no such active person. */
  async membershipsOf(workspaceId: string, personId: string): Promise<Membership[] | null> {
    const active = await this.dataSource
      .getRepository(PersonEntity)
      .existsBy({ workspaceId, id: personId, deactivatedAt: IsNull() });
    if (!active) return null;
    const rows = await this.dataSource
      .getRepository(MembershipEntity)
      .find({ where: { workspaceId, personId }, order: { id: 'ASC' } });
    return rows.map(({ function: name, region, locale, division }) => ({
      function: name,
      region,
      locale,
      division,
    }));
  }

  /** Those of these ids that are no active people of the workspace. */
  async unknownAmong(workspaceId: string, ids: string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const known = await this.dataSource
      .getRepository(PersonEntity)
      .find({ select: { id: true }, where: { workspaceId, id: In(ids), deactivatedAt: IsNull() } });
    return ids.filter((id) => known.every((person) => person.id !== id));
  }
}
