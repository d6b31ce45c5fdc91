import type { BatonClient } from '#client';
import type { ItemState } from '#domain';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { auditExport } from '../../apps/api/src/audit/audit-export.js';
import { auditExport as exportOver } from '../../apps/cli/src/connect.js';
import { ExportVerifier } from '../../apps/cli/src/verify/export-verifier.js';
import type { Ground } from './ground.js';

/** An item as an export shows it, and how often its trail says that it was migrated. */
export interface Exported {
  stored: ItemState;
  migrations: number;
}

/** What an export holds. */
export interface Trails {
  items: Map<string, Exported>;
  entries: number;
}

type Line = {
  item?: { itemId: string; stored: ItemState };
  entry?: { itemId: string; text: string };
};

/** The trails as the database holds them while no server runs. */
export async function storedTrails({ dataSource, workspaceId }: Ground): Promise<Trails> {
  return readTrails(Readable.from(auditExport(dataSource, workspaceId)));
}

/** The trails as the API exports them. */
export async function exportedTrails(client: BatonClient): Promise<Trails> {
  return readTrails(await exportOver(client));
}

/**
 * Replays every trail, as `baton verify` does, and compares what it leads to with the stored item and its tasks.
 * Throws with the first that does not hold, and where an item comes twice or the export is not whole.
 */
async function readTrails(input: Readable): Promise<Trails> {
  const verifier = new ExportVerifier();
  const items = new Map<string, Exported>();
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    const [fault] = verifier.take(text);
    if (fault !== undefined) throw new Error(`A trail does not hold: ${fault}`);
    const { item, entry } = JSON.parse(text) as Line;
    if (item !== undefined) {
      if (items.has(item.itemId)) throw new Error(`Item ${item.itemId} is there twice.`);
      items.set(item.itemId, { stored: item.stored, migrations: 0 });
    }
    if (entry !== undefined && isMigration(entry.text)) items.get(entry.itemId)!.migrations += 1;
  }
  const { whole, entries, log } = verifier.finish();
  if (log !== null && log.faults.length > 0)
    throw new Error(`The tree does not hold: ${log.faults[0]}`);
  if (!whole) throw new Error('The export is not whole.');
  return { items, entries };
}

function isMigration(text: string): boolean {
  return (JSON.parse(text) as { command: { type: string } }).command.type === 'migrate';
}
