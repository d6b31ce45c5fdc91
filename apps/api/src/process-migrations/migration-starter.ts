import { checkChoices, type Problem, type Process, type Reason, type StageMapping } from '#domain';
import {
  type Caller,
  countLiveItems,
  finalStages,
  liveItemsCalled,
  newId,
  poolOf,
  ProcessMigrationEntity,
  ProcessMigrationItemEntity,
  ProcessStore,
  ProcessVersionEntity,
} from '#engine';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { notFound, notValid, notValidAt, ProblemError } from '../http/problem.js';
import type { ChoicesBody } from './process-migrations.dto.js';
import { stageMapping } from './stage-mapping.js';

/** Two versions of one workspace, and what forbids to go from one to the other now. */
export interface Versions {
  from: Process;
  to: Process;
  whyNot: Reason[];
}

/** What is known of a run before it begins. */
export interface NewMigration extends Versions {
  caller: Caller;
  mapping: StageMapping;
}

/** Starts runs and sets them going again. */
@Injectable()
export class MigrationStarter {
  constructor(
    private readonly processes: ProcessStore,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** By digest, or by process id for its active version. Throws 422 for what is not there. */
  async versions(workspaceId: string, wanted: { from: string; to: string }): Promise<Versions> {
    const problems: Problem[] = [];
    const find = async (field: 'from' | 'to') => {
      const row = await this.find(workspaceId, wanted[field]);
      if (row === null) problems.push(unknownVersion(field, wanted[field]));
      return row;
    };
    const [from, to] = [await find('from'), await find('to')];
    if (from === null || to === null) throw notValid(problems);
    if (from.digest === to.digest) {
      const detail = 'Expected another version than the one to migrate from; found the same.';
      throw notValidAt('/to', detail);
    }
    return {
      from: await this.processes.get(workspaceId, from.digest),
      to: await this.processes.get(workspaceId, to.digest),
      whyNot: whyNot(from, to),
    };
  }

  /** Throws 422 with each choice of a mapping that is for no live item, or that its item does not have. */
  async requireChoices(
    workspaceId: string,
    from: Process,
    mapping: Pick<StageMapping, 'stages' | 'choices'>,
  ): Promise<void> {
    const live = { workspaceId, from: from.digest, finalStages: finalStages(from.definition) };
    const names = Object.keys(mapping.choices);
    const items = await liveItemsCalled(poolOf(this.dataSource), live, names);
    const problems = checkChoices(mapping, items);
    if (problems.length > 0) throw notValid(problems);
  }

  /** Writes the run; the worker sees it within seconds. Throws 409 where one from this version runs already. */
  async start(
    manager: EntityManager,
    { caller, from, to, mapping, whyNot: reasons }: NewMigration,
  ): Promise<string> {
    if (reasons.length > 0) {
      const detail = reasons.map((reason) => reason.detail).join(' ');
      throw new ProblemError(409, reasons[0]!.code, detail, { reasons });
    }
    const { workspaceId } = caller;
    const id = newId();
    const live = await countLiveItems(poolOf(this.dataSource), {
      workspaceId,
      from: from.digest,
      finalStages: finalStages(from.definition),
    });
    await oneAtATime(
      manager.insert(ProcessMigrationEntity, {
        workspaceId,
        id,
        from: from.digest,
        to: to.digest,
        mapping,
        startedBy: caller.actor,
        status: 'running',
        live,
      }),
    );
    return id;
  }

  /** Adds to the mapping of a run and lets it come to everything again that it set aside. */
  async goOn(
    manager: EntityManager,
    { workspaceId, id, body }: { workspaceId: string; id: string; body: ChoicesBody },
  ): Promise<void> {
    const run = await manager.findOne(ProcessMigrationEntity, {
      where: { workspaceId, id },
      lock: { mode: 'pessimistic_write' },
    });
    if (run === null) throw notFound('migration');
    const from = await this.processes.get(workspaceId, run.from);
    const to = await this.processes.get(workspaceId, run.to);
    const { stages, choices, cancelHeld } = run.mapping;
    const added = stageMapping(body, { from: from.definition, to: to.definition, cancelHeld });
    const asked = { stages: { ...stages, ...added.stages }, choices: added.choices };
    await this.requireChoices(workspaceId, from, asked);
    await manager.delete(ProcessMigrationItemEntity, { workspaceId, migrationId: id });
    await oneAtATime(
      manager.update(
        ProcessMigrationEntity,
        { workspaceId, id },
        {
          status: 'running',
          stoppedBecause: null,
          finishedAt: null,
          mapping: {
            stages: asked.stages,
            choices: { ...choices, ...added.choices },
            cancelHeld,
          },
        },
      ),
    );
  }

  private async find(workspaceId: string, wanted: string): Promise<ProcessVersionEntity | null> {
    return this.dataSource.getRepository(ProcessVersionEntity).findOneBy([
      { workspaceId, digest: wanted },
      { workspaceId, processId: wanted, active: true },
    ]);
  }
}

function whyNot(from: ProcessVersionEntity, to: ProcessVersionEntity): Reason[] {
  return [
    ...(to.active
      ? []
      : [
          {
            code: 'process_not_active',
            detail: `Items go to active versions only; "${to.processId}" ${to.digest.slice(0, 12)} is none.`,
            remedy: 'Activate it first.',
          },
        ]),
    ...(to.kind === from.kind
      ? []
      : [
          {
            code: 'process_of_another_kind',
            detail: `Expected a process for items of kind ${from.kind}; "${to.processId}" is for ${to.kind}.`,
            remedy: 'Name a process of the same kind.',
          },
        ]),
  ];
}

function unknownVersion(field: string, found: string): Problem {
  return {
    pointer: `/${field}`,
    code: 'not_valid',
    detail: `Expected the digest of a process version of this workspace, or the id of a process with an active one; found "${found}".`,
  };
}

async function oneAtATime<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'process_migration_running') throw error;
    throw new ProblemError(
      409,
      'migration_running',
      'A migration from this version runs already; wait for it, or stop it.',
    );
  }
}
