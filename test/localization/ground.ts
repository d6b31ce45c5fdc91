import { dataSourceOptions } from '#engine';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { startApi } from '../bench/api-process.js';
import { openBenchDatabase } from '../bench/database.js';
import type { Undo } from '../bench/undo.js';
import type { Teller } from '../interchange/program.js';
import { type Crew, hire } from '../line.js';
import { openWorkspace, type TestPerson } from '../test-api.js';

/** What the proof stands on: an API in a process of its own, and people who work through it. */
export interface Ground extends Teller {
  url: string;
  /** where files are exchanged */
  files: string;
  crew: Crew;
  /** of every locale: who translates, and who edits, reviews and approves */
  translator: TestPerson;
  reviewer: TestPerson;
}

export async function openGround(given: Teller & { folder: string; undo: Undo }): Promise<Ground> {
  const { folder, undo, say, leaveOut } = given;
  const files = join(folder, 'files');
  mkdirSync(files, { recursive: true });
  const database = await openBenchDatabase(folder);
  undo.push(database.remove);
  const { port, stop } = await startApi({ databaseUrl: database.url, folder, profiled: false });
  undo.push(stop);
  const options = { url: database.url, poolSize: 2, applicationName: 'baton-proof' };
  const dataSource = await new DataSource(dataSourceOptions(options)).initialize();
  undo.push(() => dataSource.destroy());
  const url = `http://127.0.0.1:${port}`;
  const workspace = await openWorkspace(dataSource, url, 'proof');
  const regional = () => workspace.person([{ function: 'regional' }]);
  return {
    say,
    leaveOut,
    url,
    files,
    crew: await hire(workspace),
    translator: await regional(),
    reviewer: await regional(),
  };
}
