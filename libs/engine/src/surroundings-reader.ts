import {
  type ItemState,
  NO_SURROUNDINGS,
  type Process,
  type Surroundings,
  surroundingsOfStage,
  type TaughtContent,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { poolOf } from './data-source.js';
import { ProcessStore } from './process-store.js';
import type { Queryable } from './queryable.js';

/** A row that a decision leaned on: it has to be at this version still when the decision is written. */
export interface Witness {
  table: 'item' | 'goal';
  id: string;
  version: number;
}

export interface Seen {
  surroundings: Surroundings;
  witnesses: Witness[];
}

const NOTHING_SEEN: Seen = { surroundings: NO_SURROUNDINGS, witnesses: [] };

const GOAL = {
  name: 'goal_of_item',
  text: `select goal_id as id, title, status, version from goal where workspace_id = $1 and goal_id = $2`,
};
const TAUGHT = {
  name: 'taught_by_item',
  text: `
    select item_id as "itemId", title, stage, version, process_digest as "processDigest",
      context ->> 'publishedDigest' is not null as published
    from item where workspace_id = $1 and item_id = any($2) order by item_id`,
};

interface TaughtRow {
  itemId: string;
  title: string;
  stage: string;
  version: number;
  processDigest: string;
  published: boolean;
}

/** Facts by which a process says that a body is out. */
const OUT = ['item.published', 'item.delivered'];

/** What the rules of an item's stage look at beyond the item: mostly nothing, which costs nothing. */
@Injectable()
export class SurroundingsReader {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly processes: ProcessStore,
  ) {}

  async of(item: ItemState, process: Process, db?: Queryable): Promise<Seen> {
    const needed = surroundingsOfStage(process, item.stage);
    if (needed.length === 0) return NOTHING_SEEN;
    const reading = db ?? poolOf(this.dataSource);
    const [goal, taught] = await Promise.all([
      needed.includes('goal') ? this.goalOf(reading, item) : NOTHING_SEEN,
      needed.includes('taught') ? this.taughtBy(reading, item) : NOTHING_SEEN,
    ]);
    return {
      surroundings: { goal: goal.surroundings.goal, taught: taught.surroundings.taught },
      witnesses: [...goal.witnesses, ...taught.witnesses],
    };
  }

  private async goalOf(
    db: Queryable,
    { workspaceId, description: { goalId } }: ItemState,
  ): Promise<Seen> {
    if (goalId === null) return NOTHING_SEEN;
    const { rows } = await db.query<{
      id: string;
      title: string;
      status: string;
      version: number;
    }>({ ...GOAL, values: [workspaceId, goalId] });
    const [row] = rows;
    if (row === undefined) return NOTHING_SEEN;
    const { version, ...goal } = row;
    return {
      surroundings: { ...NO_SURROUNDINGS, goal },
      witnesses: [{ table: 'goal', id: goal.id, version }],
    };
  }

  private async taughtBy(db: Queryable, { workspaceId, links }: ItemState): Promise<Seen> {
    const ids = links.filter(({ type }) => type === 'trains_on').map(({ itemId }) => itemId);
    if (ids.length === 0) return NOTHING_SEEN;
    const { rows } = await db.query<TaughtRow>({ ...TAUGHT, values: [workspaceId, ids] });
    const taught: TaughtContent[] = [];
    for (const { itemId, title, stage, published, processDigest } of rows) {
      const { definition } = await this.processes.get(workspaceId, processDigest);
      const isOut = OUT.includes(definition.states[stage]?.meta.announces ?? '');
      const freshness = !published ? 'unpublished' : isOut ? 'current' : 'outdated';
      taught.push({ itemId, title, stage, freshness });
    }
    return {
      surroundings: { ...NO_SURROUNDINGS, taught },
      witnesses: rows.map(({ itemId, version }) => ({ table: 'item', id: itemId, version })),
    };
  }
}
