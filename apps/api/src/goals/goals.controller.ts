import type { GoalCommand } from '#domain';
import {
  applyToGoal,
  type Caller as AuthenticatedCaller,
  completeGoals,
  GoalEntity,
  GoalEntryEntity,
  readGoal,
  type StoredGoal,
} from '#engine';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DataSource, type EntityManager, MoreThan } from 'typeorm';
import { Caller } from '../auth/caller.decorator.js';
import { sendAnswer } from '../http/answer.js';
import { answerOnce, createOnce } from '../http/create-once.js';
import { definedOf } from '../http/defined-of.js';
import { Changes, Idempotent, PageOf } from '../http/documented.js';
import { isNumber, isUuid, keyIn, type Page, pageOf, PageQuery } from '../http/paging.js';
import { requireIfMatch } from '../http/preconditions.js';
import { notFound, notValid, refused } from '../http/problem.js';
import { UuidParameter } from '../http/uuid-parameter.js';
import { answerWithGoal, GoalEntryView, goalEntryView, GoalView, goalView } from './goal-view.js';
import { ClosingBody, GoalChangesBody, GoalQuery, NewGoalBody } from './goals.dto.js';

interface Http {
  caller: AuthenticatedCaller;
  request: FastifyRequest;
  reply: FastifyReply;
}

@ApiTags('goals')
@Controller('v1/goals')
export class GoalsController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Drafts a goal. It may still be vague; `findings` says what stands between it and its activation. */
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: GoalView })
  async create(
    @Body() body: NewGoalBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const goal = { ...definedOf(body), title: body.title };
    await createOnce(this.dataSource, { caller, request, reply }, async (manager) => {
      const stored = await applied(manager, { type: 'create', goal }, { caller, goalId: null });
      const { id, version } = stored.goal;
      return { location: `/v1/goals/${id}`, etag: `"${version}"`, sent: goalView(stored) };
    });
  }

  /** Goals in the order of their creation. */
  @Get()
  @PageOf(GoalView)
  async list(
    @Query() query: GoalQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<GoalView>> {
    const after = keyIn(query.cursor, isUuid);
    const { manager } = this.dataSource;
    const rows = await manager.find(GoalEntity, {
      where: {
        workspaceId,
        ...(after === null ? {} : { id: MoreThan(after) }),
        ...(query.status === undefined ? {} : { status: query.status }),
      },
      order: { id: 'ASC' },
      take: query.limit + 1,
    });
    const goals = await completeGoals(manager, workspaceId, rows);
    const key = ({ goal }: StoredGoal) => goal.id;
    return pageOf(goals, query, { key, view: goalView }, { request, reply });
  }

  /** One goal with what makes it vague and, once closed, what it came to. */
  @Get(':goalId')
  @ApiOkResponse({ type: GoalView })
  async read(
    @Param('goalId', UuidParameter) goalId: string,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const stored = await readGoal(this.dataSource.manager, workspaceId, goalId);
    if (stored === null) throw notFound('goal');
    sendAnswer(answerWithGoal(stored), reply);
  }

  /** Changes a draft; of an active goal only sponsor, contributions and conflicts, since what it promises stands. */
  @Patch(':goalId')
  @Changes('goal')
  @ApiOkResponse({ type: GoalView })
  async change(
    @Param('goalId', UuidParameter) goalId: string,
    @Body() body: GoalChangesBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const expectedVersion = requireIfMatch(request, 'goal');
    const command = { type: 'change' as const, changes: definedOf(body) };
    const stored = await this.dataSource.transaction((manager) =>
      applied(manager, command, { caller, goalId, expectedVersion }),
    );
    sendAnswer(answerWithGoal(stored), reply);
  }

  /** Makes a goal count; refused with every finding that blocks as long as there is one. */
  @Post(':goalId/activate')
  @HttpCode(200)
  @Changes('goal')
  @Idempotent()
  @ApiOkResponse({ type: GoalView })
  async activate(
    @Param('goalId', UuidParameter) goalId: string,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(goalId, { type: 'activate' }, { caller, request, reply });
  }

  /** Ends an active goal with what was reached and learned; `result` compares it with the target. */
  @Post(':goalId/close')
  @HttpCode(200)
  @Changes('goal')
  @Idempotent()
  @ApiOkResponse({ type: GoalView })
  async close(
    @Param('goalId', UuidParameter) goalId: string,
    @Body() { actual, retrospective }: ClosingBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = { type: 'close' as const, actual, retrospective };
    await this.send(goalId, command, { caller, request, reply });
  }

  /** Who changed what of a goal, and when, oldest first. */
  @Get(':goalId/history')
  @PageOf(GoalEntryView)
  async history(
    @Param('goalId', UuidParameter) goalId: string,
    @Query() query: PageQuery,
    @Caller() { workspaceId }: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<GoalEntryView>> {
    const { manager } = this.dataSource;
    const exists = await manager.existsBy(GoalEntity, { workspaceId, id: goalId });
    if (!exists) throw notFound('goal');
    const rows = await manager.find(GoalEntryEntity, {
      where: { workspaceId, goalId, seq: MoreThan(keyIn(query.cursor, isNumber) ?? 0) },
      order: { seq: 'ASC' },
      take: query.limit + 1,
    });
    const each = { key: ({ seq }: GoalEntryEntity) => seq, view: goalEntryView };
    return pageOf(rows, query, each, { request, reply });
  }

  private async send(goalId: string, command: GoalCommand, http: Http): Promise<void> {
    const expectedVersion = requireIfMatch(http.request, 'goal');
    await answerOnce(this.dataSource, http, async (manager) => {
      const target = { caller: http.caller, goalId, expectedVersion };
      const answer = answerWithGoal(await applied(manager, command, target));
      return { sent: answer, kept: answer };
    });
  }
}

/** The goal as a command left it. Throws the problem where it was not accepted, which undoes the transaction. */
async function applied(
  manager: EntityManager,
  command: GoalCommand,
  target: { caller: AuthenticatedCaller; goalId: string | null; expectedVersion?: number | null },
): Promise<StoredGoal> {
  const { caller, goalId, expectedVersion = null } = target;
  const { workspaceId, actor } = caller;
  const sender = { workspaceId, actor, goalId, expectedVersion };
  const outcome = await applyToGoal(manager, command, sender);
  switch (outcome.outcome) {
    case 'applied':
      return outcome.stored;
    case 'missing':
      throw notFound('goal');
    case 'invalid':
      throw notValid(outcome.problems);
    case 'refused':
      throw refused(outcome, []);
  }
}
