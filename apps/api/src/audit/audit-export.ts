import type { DataSource } from 'typeorm';
import { itemLines } from './export-items.js';
import { exportLine, select } from './export-line.js';
import { logLines, lostLeafLines } from './export-log.js';

const ITEMS_A_BATCH = 20;

/**
 * Everything a verifier needs, one JSON value a line: a header, the tree of the entries with its keys and checkpoints, the
 * process versions, then each item as it is stored with all its tasks, the rows of its trail with their leaves and its
 * revisions, and a last line that counts them. Trails whose item is gone are listed too, and leaves whose entry is. All
 * lines show one moment of the database.
 */
export async function* auditExport(
  dataSource: DataSource,
  workspaceId: string,
): AsyncGenerator<string> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction('REPEATABLE READ');
    const { manager } = runner;
    yield exportLine({ export: { v: 3, workspaceId } });
    yield* logLines(manager, workspaceId);
    for (const process of await select(manager, PROCESSES, [workspaceId])) {
      yield exportLine({ process });
    }
    const ids = await select<{ itemId: string }>(manager, ITEM_IDS, [workspaceId]);
    for (let start = 0; start < ids.length; start += ITEMS_A_BATCH) {
      const batch = ids.slice(start, start + ITEMS_A_BATCH).map(({ itemId }) => itemId);
      yield* itemLines(manager, workspaceId, batch);
    }
    yield* lostLeafLines(manager, workspaceId);
    yield exportLine({ end: { items: ids.length } });
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}

const PROCESSES = `
  select digest, definition from process_version where workspace_id = $1 order by digest`;
const ITEM_IDS = `
  select item_id as "itemId" from item where workspace_id = $1
  union select item_id from audit_entry where workspace_id = $1
  order by 1`;
