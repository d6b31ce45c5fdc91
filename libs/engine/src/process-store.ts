import { compileProcess, type Process, type ProcessDefinition } from '#domain';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Queryable } from './queryable.js';
import { ProcessVersionEntity } from './tables/process-version.entity.js';

const VERSIONS = {
  name: 'process_versions',
  text: `select digest, definition from process_version where workspace_id = $1 and digest = any($2)`,
};

/** The process versions of the workspaces, compiled once each: they never change, so a copy is never stale. */
@Injectable()
export class ProcessStore {
  private readonly compiled = new Map<string, Process>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Throws where the workspace has no such version: an item always pins one that it has. A transaction gives its manager,
   * so that it never waits for a second connection.
   */
  async get(
    workspaceId: string,
    digest: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Process> {
    const known = this.compiled.get(digest);
    if (known !== undefined) return known;
    const row = await manager
      .getRepository(ProcessVersionEntity)
      .findOneByOrFail({ workspaceId, digest });
    const process = compileProcess(JSON.parse(row.definition) as ProcessDefinition);
    this.compiled.set(digest, process);
    return process;
  }

  /** Several at once by their digests, in one round trip where one of them is new here; on the connection that is given. */
  async all(
    db: Queryable,
    workspaceId: string,
    digests: Iterable<string>,
  ): Promise<Map<string, Process>> {
    const wanted = [...new Set(digests)];
    const unknown = wanted.filter((digest) => !this.compiled.has(digest));
    if (unknown.length > 0) {
      const { rows } = await db.query<{ digest: string; definition: string }>({
        ...VERSIONS,
        values: [workspaceId, unknown],
      });
      for (const { digest, definition } of rows) {
        this.compiled.set(digest, compileProcess(JSON.parse(definition) as ProcessDefinition));
      }
    }
    return new Map(wanted.map((digest) => [digest, this.known(workspaceId, digest)]));
  }

  private known(workspaceId: string, digest: string): Process {
    const process = this.compiled.get(digest);
    if (process !== undefined) return process;
    throw new Error(`Workspace ${workspaceId} has no process version ${digest}.`);
  }
}
