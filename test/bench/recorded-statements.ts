import {
  type Answer,
  dataSourceOptions,
  poolOf,
  ProcessStore,
  SurroundingsReader,
  TranslationDesk,
  WorkflowEngine,
} from '#engine';
import { DataSource } from 'typeorm';
import { DRAFT_TASK, plainId, siblingId } from './plain-items.js';
import { readSampleChange } from './sample-change.js';
import { DRAFT_VERSION, type Line } from './seed.js';

/** A statement as the engine sent it. */
export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/** What the engine sent for one transition, and the ids in it that another item has its own of. */
export interface RecordedTransition {
  statements: Statement[];
  itemId: string;
  /** ids made from the item's, by what `siblingId` calls their ordinal */
  siblings: { id: string; ordinal: number }[];
}

/** Lets the engine submit a draft, and listens. */
export async function recordTransition(
  url: string,
  line: Line,
  itemId: string,
  answer: Answer,
): Promise<RecordedTransition> {
  const options = dataSourceOptions({ url, poolSize: 1, applicationName: 'baton-bench-recorder' });
  const dataSource = await new DataSource(options).initialize();
  try {
    const processes = new ProcessStore(dataSource);
    await processes.get(line.workspaceId, line.process.digest);
    const statements = await listen(dataSource);
    const outcome = await new WorkflowEngine(
      dataSource,
      processes,
      new SurroundingsReader(dataSource, processes),
      new TranslationDesk(),
    ).apply(
      { itemId },
      { type: 'event', event: 'submit', input: {} },
      {
        workspaceId: line.workspaceId,
        actor: line.actor,
        expectedVersion: DRAFT_VERSION,
        idempotency: { key: itemId, requestHash: '0'.repeat(64) },
        answer: () => answer,
      },
    );
    if (outcome.outcome !== 'answered' || statements.length === 0) {
      throw new Error(
        `Expected the engine to send statements and answer; found ${statements.length} and ${outcome.outcome}.`,
      );
    }
    const { closed, opened, messages } = await readSampleChange(poolOf(dataSource), line, itemId);
    const ids = [closed.task_id, ...opened.map((task) => task.task_id)].concat(
      messages.map((message) => message.message_id),
    );
    return {
      statements: [...statements],
      itemId,
      siblings: ids.map((id, index) => ({ id, ordinal: DRAFT_TASK + index })),
    };
  } finally {
    await dataSource.destroy();
  }
}

/** The prepared statements that from now on go over the only connection of a data source. */
async function listen(dataSource: DataSource): Promise<Statement[]> {
  const heard: Statement[] = [];
  const client = await poolOf(dataSource).connect();
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  const query = (...args: unknown[]): unknown => {
    const [first] = args as [Partial<Statement> | string];
    if (typeof first !== 'string' && first.name !== undefined) {
      heard.push({ name: first.name, text: first.text!, values: first.values ?? [] });
    }
    return send(...args);
  };
  Object.assign(client, { query });
  client.release();
  return heard;
}

/** The same statements for the plain item of a number. */
export function statementsFor(
  { statements, itemId, siblings }: RecordedTransition,
  number: number,
): Statement[] {
  const id = plainId(number);
  const values = siblings.reduce(
    (text, sibling) => text.replaceAll(sibling.id, siblingId(id, sibling.ordinal)),
    JSON.stringify(statements.map((statement) => statement.values)).replaceAll(itemId, id),
  );
  const own = JSON.parse(values) as unknown[][];
  return statements.map(({ name, text }, index) => ({ name, text, values: own[index]! }));
}
