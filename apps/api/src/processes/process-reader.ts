import type { ProcessDefinition } from '#domain';
import { ProcessEntryEntity, ProcessVersionEntity, statusOf } from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound } from '../http/problem.js';
import type { ProcessEntryView, ProcessSummary, ProcessView } from './processes.dto.js';

/** Reads process versions as they are shown. */
@Injectable()
export class ProcessReader {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async all(workspaceId: string): Promise<ProcessSummary[]> {
    const rows = await this.dataSource
      .getRepository(ProcessVersionEntity)
      .find({ where: { workspaceId }, order: { processId: 'ASC', createdAt: 'ASC' } });
    return rows.map(summaryOf);
  }

  /** By digest, or by id for the active version. Throws 404 where there is none. */
  async find(
    workspaceId: string,
    wanted: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ProcessVersionEntity> {
    const row = await manager.findOneBy(ProcessVersionEntity, [
      { workspaceId, digest: wanted },
      { workspaceId, processId: wanted, active: true },
    ]);
    if (row === null) throw notFound('process');
    return row;
  }

  async view(
    workspaceId: string,
    wanted: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ProcessView> {
    const row = await this.find(workspaceId, wanted, manager);
    const entries = await manager.find(ProcessEntryEntity, {
      where: { workspaceId, digest: row.digest },
      order: { seq: 'ASC' },
    });
    return { ...summaryOf(row), definition: definitionOf(row), history: entries.map(entryView) };
  }
}

export function definitionOf({ definition }: ProcessVersionEntity): ProcessDefinition {
  return JSON.parse(definition) as ProcessDefinition;
}

function summaryOf(row: ProcessVersionEntity): ProcessSummary {
  const { processId: id, digest, kind, active, findings, createdBy } = row;
  return {
    id,
    digest,
    label: definitionOf(row).meta.label,
    kind,
    active,
    status: statusOf(row),
    findings,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    createdBy,
    createdAt: row.createdAt.toISOString(),
  };
}

function entryView({ seq, at, actorId, change, comment }: ProcessEntryEntity): ProcessEntryView {
  return { seq, at: at.toISOString(), actorId, change, comment };
}
