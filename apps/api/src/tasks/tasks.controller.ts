import { FUNCTIONS, TASK_STATUSES } from '#domain';
import { type Caller as AuthenticatedCaller, WorkflowEngine } from '#engine';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UuidParameter } from '../http/uuid-parameter.js';
import { Caller } from '../auth/caller.decorator.js';
import { sendOutcome } from '../http/answer.js';
import { Idempotent, PageOf } from '../http/documented.js';
import { IsLocale, IsWord, Optional } from '../http/fields.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { type Page, pageOf, PageQuery } from '../http/paging.js';
import { ifMatch } from '../http/preconditions.js';
import { notFound } from '../http/problem.js';
import { answerWithItem, ItemView, OpenTaskView } from '../items/item-view.js';
import { TaskReader, type TaskRow } from './task-reader.js';

const VIEWS = ['mine', 'claimable', 'all'] as const;

export class TaskQuery extends PageQuery {
  @Optional({
    enum: VIEWS,
    default: 'all',
    description:
      'mine: claimed by the caller. claimable: offered to the caller. all: of the workspace',
  })
  @IsIn(VIEWS)
  view?: (typeof VIEWS)[number];

  @Optional({ enum: TASK_STATUSES, description: 'with view=all; open ones where it is left out' })
  @IsIn(TASK_STATUSES)
  status?: (typeof TASK_STATUSES)[number];

  @Optional({ enum: FUNCTIONS, description: 'offered to this function' })
  @IsIn(FUNCTIONS)
  function?: (typeof FUNCTIONS)[number];

  @Optional({ example: 'de-DE' })
  @IsLocale()
  locale?: string;

  @Optional()
  @IsWord()
  activity?: string;

  @Optional({ format: 'uuid' })
  @IsUUID()
  itemId?: string;
}

class TaskItem {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  kind!: string;

  @ApiProperty()
  slug!: string;

  @ApiProperty()
  locale!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  stage!: string;

  @ApiProperty()
  version!: number;
}

class TaskView extends OpenTaskView {
  @ApiProperty({ type: TaskItem })
  item!: TaskItem;

  @ApiProperty({ format: 'date-time' })
  openedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  claimedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt!: string | null;
}

@ApiTags('tasks')
@Controller('v1/tasks')
export class TasksController {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly reader: TaskReader,
  ) {}

  /** Tasks in the order in which they were opened. */
  @Get()
  @PageOf(TaskView)
  async list(
    @Query() query: TaskQuery,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<TaskView>> {
    const rows = await this.reader.page(caller, query);
    return pageOf(rows, query, { key: ({ id }) => id, view: taskView }, { request, reply });
  }

  @Get(':taskId')
  @ApiOkResponse({ type: TaskView })
  async read(
    @Param('taskId', UuidParameter) taskId: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
  ): Promise<TaskView> {
    const row = await this.reader.one(workspaceId, taskId);
    if (row === null) throw notFound('task');
    return taskView(row);
  }

  /** Takes a task that is offered to one of the caller's functions; of all who ask, one gets it. */
  @Post(':taskId/claim')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async claim(
    @Param('taskId', UuidParameter) taskId: string,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send('claim', taskId, { caller, request, reply });
  }

  /** Offers a claimed task again. */
  @Post(':taskId/release')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async release(
    @Param('taskId', UuidParameter) taskId: string,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send('release', taskId, { caller, request, reply });
  }

  private async send(
    type: 'claim' | 'release',
    taskId: string,
    {
      caller,
      request,
      reply,
    }: {
      caller: AuthenticatedCaller;
      request: FastifyRequest;
      reply: FastifyReply;
    },
  ): Promise<void> {
    const { workspaceId, actor } = caller;
    const outcome = await this.engine.apply(
      { taskId },
      { type, taskId },
      {
        workspaceId,
        actor,
        expectedVersion: ifMatch(request),
        idempotency: idempotencyKey(request),
        answer: answerWithItem(actor),
      },
    );
    if (outcome.outcome === 'missing') throw notFound('task');
    sendOutcome(outcome, { reply, actor });
  }
}

function taskView(row: TaskRow): TaskView {
  const { openedAt, claimedAt, closedAt, ...rest } = row;
  return {
    ...rest,
    openedAt: openedAt.toISOString(),
    claimedAt: claimedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  };
}
