import { LINE } from '#domain';
import type { DataSource } from 'typeorm';
import type { Answer } from './answer.js';
import { poolOf } from './data-source.js';
import { ProcessStore } from './process-store.js';
import { SurroundingsReader } from './surroundings-reader.js';
import { TranslationDesk } from './translation/translation-desk.js';
import { WorkflowEngine } from './workflow-engine.js';

const AT_A_TIME = 500;

const DUE = {
  name: 'tasks_due',
  text: `
    select workspace_id as "workspaceId", task_id as "taskId" from task
    where status = 'offered' and due_at <= now() and not dropped
    order by due_at limit ${AT_A_TIME}`,
};

/** What nobody hears needs no words. */
const NO_ANSWER: Answer = { status: 204, etag: null, location: null, body: '' };

/**
 * Lets every task expire whose time has come, by the database's clock, each by the one door; gives how many. Two that
 * run at once do no harm: the second finds what the first has done.
 */
export async function expireTasks(dataSource: DataSource): Promise<number> {
  const processes = new ProcessStore(dataSource);
  const engine = new WorkflowEngine(
    dataSource,
    processes,
    new SurroundingsReader(dataSource, processes),
    new TranslationDesk(),
  );
  let expired = 0;
  for (;;) {
    const { rows } = await poolOf(dataSource).query<{ workspaceId: string; taskId: string }>(DUE);
    let changed = 0;
    for (const { workspaceId, taskId } of rows) {
      await engine.apply(
        { taskId },
        { type: 'expire', taskId },
        {
          workspaceId,
          actor: LINE,
          idempotency: null,
          expectedVersion: null,
          answer: (applied) => {
            if (applied.changed) changed += 1;
            return NO_ANSWER;
          },
        },
      );
    }
    expired += changed;
    if (rows.length < AT_A_TIME || changed === 0) return expired;
  }
}
