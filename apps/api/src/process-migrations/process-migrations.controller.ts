import {
  type Caller as AuthenticatedCaller,
  type PlannedItem,
  poolOf,
  reportMigration,
  stopRun,
} from '#engine';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Caller, RequiresAdministrator } from '../auth/caller.decorator.js';
import { createOnce } from '../http/create-once.js';
import { Idempotent, PageOf, Problems } from '../http/documented.js';
import { cursorFor, isUuid, keyIn, type Page, pageOf, PageQuery } from '../http/paging.js';
import { ProblemError } from '../http/problem.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { MigrationReader } from './migration-reader.js';
import { MigrationStarter, type NewMigration } from './migration-starter.js';
import {
  ChoicesBody,
  MigrationBody,
  MigrationReportView,
  MigrationView,
  type PlannedItemView,
  UnmigratedQuery,
  UnmigratedView,
} from './process-migrations.dto.js';
import { stageMapping } from './stage-mapping.js';

/** Items of each outcome that a dry run lists at once. */
const LISTED = 200;

/** Items go over to another version of their process in runs, which the worker carries out. */
@ApiTags('processes')
@RequiresAdministrator()
@Controller('v1/process-migrations')
export class ProcessMigrationsController {
  constructor(
    private readonly starter: MigrationStarter,
    private readonly reader: MigrationReader,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Tells what a migration would do (200), or with `dryRun: false` starts it (202). */
  @Post()
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: MigrationReportView, description: 'what would happen' })
  @ApiAcceptedResponse({ type: MigrationView, description: 'the run' })
  async create(
    @Body() body: MigrationBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const versions = await this.starter.versions(caller.workspaceId, body);
    const mapping = stageMapping(body, {
      from: versions.from.definition,
      to: versions.to.definition,
      cancelHeld: body.cancelHeld ?? false,
    });
    await this.starter.requireChoices(caller.workspaceId, versions.from, mapping);
    const migration = { ...versions, caller, mapping };
    if (body.dryRun ?? true) {
      const report = await this.report(migration, keyIn(body.cursor, isUuid));
      void reply.status(200).send(report);
      return;
    }
    await createOnce(this.dataSource, { caller, request, reply }, async (manager) => {
      const id = await this.starter.start(manager, migration);
      const sent = await this.reader.one(caller.workspaceId, id, manager);
      return { location: `/v1/process-migrations/${id}`, sent, status: 202 };
    });
  }

  /** The runs of the workspace, the newest first. */
  @Get()
  @PageOf(MigrationView)
  async list(
    @Query() query: PageQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<MigrationView>> {
    const runs = await this.reader.page(workspaceId, query);
    return pageOf(runs, query, { key: ({ id }) => id, view: asItIs }, { request, reply });
  }

  /** A run and how far it got. */
  @Get(':migrationId')
  @ApiOkResponse({ type: MigrationView })
  async read(
    @Param('migrationId', UuidParameter) id: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<MigrationView> {
    return this.reader.one(workspaceId, id);
  }

  /** The items that a run did not bring over, each with its reason. */
  @Get(':migrationId/items')
  @PageOf(UnmigratedView)
  async items(
    @Param('migrationId', UuidParameter) id: string,
    @Query() query: UnmigratedQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<UnmigratedView>> {
    await this.reader.one(workspaceId, id);
    const rows = await this.reader.unmigrated(workspaceId, id, query);
    return pageOf(rows, query, { key: ({ itemId }) => itemId, view: asItIs }, { request, reply });
  }

  /** Chooses for items that need it, maps further stages, and lets the run come to all again that it set aside. */
  @Post(':migrationId/choices')
  @HttpCode(200)
  @ApiOkResponse({ type: MigrationView })
  async choose(
    @Param('migrationId', UuidParameter) id: string,
    @Body() body: ChoicesBody,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<MigrationView> {
    await this.dataSource.transaction((manager) =>
      this.starter.goOn(manager, { workspaceId, id, body }),
    );
    return this.reader.one(workspaceId, id);
  }

  /** Stops a run. What was migrated stays so; what is left can be gone on with by sending choices, or none. */
  @Post(':migrationId/stop')
  @Problems(409)
  @HttpCode(200)
  @ApiOkResponse({ type: MigrationView })
  async stop(
    @Param('migrationId', UuidParameter) id: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<MigrationView> {
    const address = { workspaceId, migrationId: id };
    const stopped = await stopRun(poolOf(this.dataSource), address, null);
    const run = await this.reader.one(workspaceId, id);
    if (!stopped) {
      throw new ProblemError(
        409,
        'migration_not_running',
        `The migration is ${run.status}, so there is nothing to stop.`,
      );
    }
    return run;
  }

  private async report(
    { caller, from, to, mapping, whyNot }: NewMigration,
    after: string | null,
  ): Promise<MigrationReportView> {
    const { counts, listed } = await reportMigration(
      poolOf(this.dataSource),
      { workspaceId: caller.workspaceId, from, to, mapping },
      { after, limit: LISTED + 1 },
    );
    return {
      from: from.digest,
      to: to.digest,
      whyNot,
      counts: {
        mapped: counts.mapped,
        needsChoice: counts.needs_choice,
        blocked: counts.blocked,
      },
      mapped: plannedPage(listed.mapped),
      needsChoice: plannedPage(listed.needs_choice),
      blocked: plannedPage(listed.blocked),
    };
  }
}

const asItIs = <T>(view: T): T => view;

function plannedPage(planned: PlannedItem[]) {
  const shown = planned.slice(0, LISTED);
  const last = shown.at(-1);
  return {
    items: shown.map(plannedView),
    nextCursor: planned.length > LISTED && last !== undefined ? cursorFor(last.item.id) : null,
  };
}

function plannedView({ item, plan }: PlannedItem): PlannedItemView {
  const { id, slug, locale, stage } = item;
  return {
    itemId: id,
    slug,
    locale,
    stage,
    to: plan.outcome === 'mapped' ? plan.stage : null,
    choices: plan.outcome === 'needs_choice' ? plan.choices : [],
    reason: plan.outcome === 'mapped' ? null : plan.reason,
    notes: plan.outcome === 'mapped' ? plan.notes : [],
  };
}
