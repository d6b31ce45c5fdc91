import { type Desk, lookUp, poolOf, type WantedUnit } from '#engine';
import { type KeyedUnit, type Proposal, readTagged } from '#localization';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** Units that one look into the memory asks for. */
const AT_A_TIME = 500;
/** Of what is known word for word; 101 is that with the same neighbours. */
const EXACT = 100;

/** What the memory of the workspace has for the segments of a variant. */
@Injectable()
export class Proposals {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** By the key of the unit, best first; units for which it has nothing of at least that score are left out. */
  async of(
    desk: Desk,
    asked: { units?: readonly KeyedUnit[]; least?: number; most?: number } = {},
  ): Promise<Map<string, Proposal[]>> {
    const { units = desk.text.units, least = 75, most = 5 } = asked;
    const found = new Map<string, Proposal[]>();
    const places = new Map(desk.text.units.map(({ key }, place) => [key, place]));
    for (let start = 0; start < units.length; start += AT_A_TIME) {
      const some = units.slice(start, start + AT_A_TIME);
      const matches = await lookUp(poolOf(this.dataSource), {
        workspaceId: desk.item.workspaceId,
        sourceLocale: desk.text.locale,
        targetLocale: desk.item.locale,
        units: some.map(({ key }) => neighboursOf(desk.text.units, places.get(key)!)),
        least: Math.min(least, EXACT),
        most,
      });
      for (const [index, { key }] of some.entries()) {
        const proposals = (matches[index] ?? [])
          .filter(({ score }) => score >= least)
          .map(({ score, source, target, itemId }) => ({
            score,
            source,
            target: readTagged(target, source),
            origin: `memory ${itemId}`,
          }));
        if (proposals.length > 0) found.set(key, proposals);
      }
    }
    return found;
  }
}

/** A unit with the hashes of the texts around it. */
export function neighboursOf(units: readonly KeyedUnit[], place: number): WantedUnit {
  const { hash, source } = units[place]!;
  return {
    hash,
    source,
    previousHash: units[place - 1]?.hash ?? null,
    nextHash: units[place + 1]?.hash ?? null,
  };
}
