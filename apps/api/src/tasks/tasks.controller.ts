import { type Caller as AuthenticatedCaller, type ItemCommand, WorkflowEngine } from '#engine';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UuidParameter } from '../http/uuid-parameter.js';
import { Caller } from '../auth/caller.decorator.js';
import { sendOutcome } from '../http/answer.js';
import { definedOf } from '../http/defined-of.js';
import { Idempotent, MayExpectVersion, PageOf } from '../http/documented.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { type Page, pageOf } from '../http/paging.js';
import { ifMatch } from '../http/preconditions.js';
import { notFound, notValidAt } from '../http/problem.js';
import { answerWithItem, ItemView } from '../items/item-view.js';
import { ActiveMembers } from '../people/active-members.js';
import { TaskReader, type TaskRow } from './task-reader.js';
import {
  AdviceBody,
  ClaimBody,
  DeclineBody,
  DelegateBody,
  TaskQuery,
  TaskView,
} from './tasks.dto.js';

interface Http {
  caller: AuthenticatedCaller;
  request: FastifyRequest;
  reply: FastifyReply;
}

@ApiTags('tasks')
@Controller('v1/tasks')
export class TasksController {
  constructor(
    private readonly engine: WorkflowEngine,
    private readonly reader: TaskReader,
    private readonly members: ActiveMembers,
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

  /** One task with its item. */
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

  /**
   * Accepts a task that is offered to one of the caller's functions, confirming its entry checklist; of all who ask,
   * one gets it.
   */
  @Post(':taskId/claim')
  @HttpCode(200)
  @MayExpectVersion()
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async claim(
    @Param('taskId', UuidParameter) taskId: string,
    @Body() body: ClaimBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = { type: 'claim' as const, taskId, ...definedOf(body) };
    await this.send(command, { caller, request, reply });
  }

  /** Gives the baton back to the stage that it came from, with a reason. */
  @Post(':taskId/decline')
  @HttpCode(200)
  @MayExpectVersion()
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async decline(
    @Param('taskId', UuidParameter) taskId: string,
    @Body() body: DeclineBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = { type: 'decline' as const, taskId, ...definedOf(body) };
    await this.send(command, { caller, request, reply });
  }

  /** Offers a claimed task again. */
  @Post(':taskId/release')
  @HttpCode(200)
  @MayExpectVersion()
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async release(
    @Param('taskId', UuidParameter) taskId: string,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send({ type: 'release', taskId }, { caller, request, reply });
  }

  /** Passes a task on to one person, who accepts it by claiming. */
  @Post(':taskId/delegate')
  @HttpCode(200)
  @MayExpectVersion()
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async delegate(
    @Param('taskId', UuidParameter) taskId: string,
    @Body() { personId, comment }: DelegateBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const memberships = await this.members.membershipsOf(caller.workspaceId, personId);
    if (memberships === null) {
      const detail = 'Expected an active person of this workspace; found none.';
      throw notValidAt('/personId', detail);
    }
    const to = { personId, memberships };
    const command = { type: 'delegate' as const, taskId, to, ...definedOf({ comment }) };
    await this.send(command, { caller, request, reply });
  }

  /** Puts the accountable function's name under the text as it stands. */
  @Post(':taskId/sign')
  @HttpCode(200)
  @MayExpectVersion()
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async sign(
    @Param('taskId', UuidParameter) taskId: string,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send({ type: 'sign', taskId }, { caller, request, reply });
  }

  /** Answers a question that the caller's function is asked. */
  @Post(':taskId/advise')
  @HttpCode(200)
  @MayExpectVersion()
  @Idempotent()
  @ApiOkResponse({ type: ItemView })
  async advise(
    @Param('taskId', UuidParameter) taskId: string,
    @Body() { objects = false, comment }: AdviceBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = { type: 'advise' as const, taskId, objects, ...definedOf({ comment }) };
    await this.send(command, { caller, request, reply });
  }

  private async send(
    command: ItemCommand & { taskId: string },
    { caller, request, reply }: Http,
  ): Promise<void> {
    const { workspaceId, actor } = caller;
    const outcome = await this.engine.apply({ taskId: command.taskId }, command, {
      workspaceId,
      actor,
      expectedVersion: ifMatch(request),
      idempotency: idempotencyKey(request),
      answer: answerWithItem(actor),
    });
    if (outcome.outcome === 'missing') throw notFound('task');
    sendOutcome(outcome, { reply, actor });
  }
}

function taskView(row: TaskRow): TaskView {
  const { openedAt, claimedAt, closedAt, dueAt, ...rest } = row;
  return {
    ...rest,
    dueAt: dueAt?.toISOString() ?? null,
    openedAt: openedAt.toISOString(),
    claimedAt: claimedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  };
}
