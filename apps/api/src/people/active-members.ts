import type { Membership } from '#domain';
import { loadActingMemberships, PersonEntity, poolOf } from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, In, IsNull } from 'typeorm';

/** Who can be named for work: people that were not deactivated, with what they work in. */
@Injectable()
export class ActiveMembers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** What a person works in at this moment, or null where the workspace has no such active person. */
  async membershipsOf(workspaceId: string, personId: string): Promise<Membership[] | null> {
    return loadActingMemberships(poolOf(this.dataSource), workspaceId, personId);
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
