import { compileProcess, type Process, type ProcessDefinition } from '#domain';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { ProcessVersionEntity } from './tables/process-version.entity.js';

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
}
