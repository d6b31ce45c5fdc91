import { type Desk, lookUp, poolOf } from '#engine';
import { type KeyedUnit, type Proposal, readTagged } from '#localization';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** Units that one look into the memory asks for. */
const AT_A_TIME = 500;

/** What the memory of the workspace has for the segments of a variant. */
@Injectable()
export class Proposals {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** By the key of the unit, best first; units for which it has nothing are left out. */
  async of(
    desk: Desk,
    {
      units = desk.text.units,
      least = 75,
      most = 5,
    }: {
      units?: readonly KeyedUnit[];
      least?: number;
      most?: number;
    } = {},
  ): Promise<Map<string, Proposal[]>> {
    const found = new Map<string, Proposal[]>();
    const all = desk.text.units;
    for (let start = 0; start < units.length; start += AT_A_TIME) {
      const asked = units.slice(start, start + AT_A_TIME);
      const matches = await lookUp(poolOf(this.dataSource), {
        workspaceId: desk.item.workspaceId,
        sourceLocale: desk.text.locale,
        targetLocale: desk.item.locale,
        units: asked.map((unit) => {
          const place = all.indexOf(unit);
          return {
            hash: unit.hash,
            source: unit.source,
            previousHash: all[place - 1]?.hash ?? null,
            nextHash: all[place + 1]?.hash ?? null,
          };
        }),
        least,
        most,
      });
      for (const [index, unit] of asked.entries()) {
        const proposals = (matches[index] ?? []).map(({ score, source, target, itemId }) => ({
          source: readTagged(source, unit.source),
          target: readTagged(target, unit.source),
          score,
          origin: `memory ${itemId}`,
        }));
        if (proposals.length > 0) found.set(unit.key, proposals);
      }
    }
    return found;
  }
}
