import { type ItemState, type Process, type Surrounding, surroundingsOfStage } from '#domain';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  type Around,
  type GoalRow,
  NOTHING_SEEN,
  type Seen,
  seenFrom,
  taughtAs,
  taughtIds,
} from './around.js';
import { poolOf } from './data-source.js';
import { ProcessStore } from './process-store.js';
import type { Queryable } from './queryable.js';

const goalsOf = (hold: string) => `
  select goal_id as id, title, status, version
  from goal where workspace_id = $1 and goal_id = any($2) order by goal_id ${hold}`;
const taughtBy = (hold: string) => `
  select item_id as id, title, stage, version, process_digest as "processDigest",
    context ->> 'publishedDigest' is not null as published
  from item where workspace_id = $1 and item_id = any($2) order by item_id ${hold}`;

const READ = {
  goals: { name: 'goals_of_items', text: goalsOf('') },
  taught: { name: 'taught_by_items', text: taughtBy('') },
};
const HELD = {
  goals: { name: 'goals_of_items_held', text: goalsOf('for share') },
  taught: { name: 'taught_by_items_held', text: taughtBy('for share') },
};

interface TaughtRow {
  id: string;
  title: string;
  stage: string;
  version: number;
  processDigest: string;
  published: boolean;
}

/** An item, and what the rules that may be asked look at beyond it. */
export interface Looking {
  item: ItemState;
  needed: readonly Surrounding[];
}

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
    const around = await this.around([{ item, needed }], db ?? poolOf(this.dataSource));
    return seenFrom(item, needed, around);
  }

  /**
   * The same for many items of one workspace, in as many round trips as for one. `held`: what is seen stays so until the
   * transaction of `db` ends.
   */
  async around(lookings: Looking[], db: Queryable, { held = false } = {}): Promise<Around> {
    const statements = held ? HELD : READ;
    const asking = (name: Surrounding) =>
      lookings.filter(({ needed }) => needed.includes(name)).map(({ item }) => item);
    const goalIds = asking('goal').flatMap(({ description: { goalId } }) => goalId ?? []);
    const contentIds = asking('taught').flatMap(taughtIds);
    const workspaceId = lookings[0]?.item.workspaceId ?? '';
    const rowsOf = async <Row extends object>(
      statement: { name: string; text: string },
      ids: string[],
    ): Promise<Row[]> =>
      ids.length === 0
        ? []
        : (await db.query<Row>({ ...statement, values: [workspaceId, [...new Set(ids)]] })).rows;
    const goals = await rowsOf<GoalRow>(statements.goals, goalIds);
    const taught = await rowsOf<TaughtRow>(statements.taught, contentIds);
    const digests = taught.map(({ processDigest }) => processDigest);
    const processes = await this.processes.all(db, workspaceId, digests);
    return {
      goals: new Map(goals.map((goal) => [goal.id, goal])),
      taught: new Map(
        taught.map((row) => [
          row.id,
          { version: row.version, content: taughtAs(row, processes.get(row.processDigest)!) },
        ]),
      ),
    };
  }
}
