import { type Caller as AuthenticatedCaller, WorkflowEngine } from '#engine';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UuidParameter } from '../http/uuid-parameter.js';
import { Caller } from '../auth/caller.decorator.js';
import { sendOutcome } from '../http/answer.js';
import { Idempotent, PageOf } from '../http/documented.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { type Page, pageOf } from '../http/paging.js';
import { ifMatch } from '../http/preconditions.js';
import { notFound } from '../http/problem.js';
import { answerWithItem, ItemView } from '../items/item-view.js';
import { TaskReader, type TaskRow } from './task-reader.js';
import { TaskQuery, TaskView } from './tasks.dto.js';

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
