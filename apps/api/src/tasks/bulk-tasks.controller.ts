import {
  type Answer,
  BulkEvents,
  type Caller as AuthenticatedCaller,
  type Result,
  type TaskCommandTo,
} from '#engine';
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../auth/caller.decorator.js';
import { sendAnswer } from '../http/answer.js';
import { definedOf } from '../http/defined-of.js';
import { Idempotent } from '../http/documented.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { notFound, notValid, notValidAt } from '../http/problem.js';
import { bulkProblem, problemOf } from '../items/bulk-view.js';
import { ActiveMembers } from '../people/active-members.js';
import {
  BulkAssignBody,
  BulkClaimBody,
  TaskResultsView,
  type TaskResultView,
} from './bulk-tasks.dto.js';
import { TaskReader } from './task-reader.js';

/** What is done to each of some tasks, and what it is called once it is done. */
interface Wanted {
  taskIds: string[];
  commandFor: (taskId: string) => TaskCommandTo['command'];
  done: TaskResultView['outcome'];
  dryRun: boolean;
}

interface Http {
  caller: AuthenticatedCaller;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Tasks at most where a filter says nothing of how many. */
const USUAL_LIMIT = 50;

@ApiTags('tasks')
@Controller('v1/tasks')
export class BulkTasksController {
  constructor(
    private readonly bulk: BulkEvents,
    private readonly reader: TaskReader,
    private readonly members: ActiveMembers,
  ) {}

  /**
   * Accepts up to 500 tasks at once, those that are named or the oldest that a filter finds, with a result for each; one
   * that is refused does not hinder the others. The whole call is one transaction, done once for each Idempotency-Key; a
   * dry run takes and keeps no key.
   */
  @Post('bulk-claim')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: TaskResultsView })
  async claim(
    @Body() body: BulkClaimBody,
    @Caller() caller: AuthenticatedCaller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { dryRun = false, checked } = body;
    const wanted: Wanted = {
      taskIds: await this.claimedBy(caller, body),
      commandFor: (taskId) => ({ type: 'claim', taskId, ...definedOf({ checked }) }),
      done: 'claimed',
      dryRun,
    };
    await this.send(wanted, { caller, request, reply });
  }

  /** Passes up to 500 tasks on to one person, each by the rules by which one is passed on alone. */
  @Post('bulk-assign')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: TaskResultsView })
  async assign(
    @Body() { taskIds, personId, comment, dryRun = false }: BulkAssignBody,
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
    const wanted: Wanted = {
      taskIds,
      commandFor: (taskId) => ({ type: 'delegate', taskId, to, ...definedOf({ comment }) }),
      done: 'assigned',
      dryRun,
    };
    await this.send(wanted, { caller, request, reply });
  }

  private async claimedBy(
    caller: AuthenticatedCaller,
    { taskIds, filter, limit }: BulkClaimBody,
  ): Promise<string[]> {
    if ((taskIds === undefined) === (filter === undefined)) {
      const found = taskIds === undefined ? 'neither' : 'both';
      throw notValidAt('', `Expected either taskIds or filter; found ${found}.`);
    }
    if (taskIds === undefined) {
      const asked = { ...filter, view: 'claimable', role: 'responsible' } as const;
      const rows = await this.reader.page(caller, { ...asked, limit: limit ?? USUAL_LIMIT });
      return rows.slice(0, limit ?? USUAL_LIMIT).map(({ id }) => id);
    }
    if (limit === undefined) return taskIds;
    throw notValidAt('/limit', 'Expected limit with a filter only; found it with taskIds.');
  }

  private async send(
    { taskIds, commandFor, done, dryRun }: Wanted,
    { caller, request, reply }: Http,
  ): Promise<void> {
    const { workspaceId, actor } = caller;
    const items = await this.reader.itemsOf(workspaceId, taskIds);
    const known = taskIds.filter((taskId) => items.has(taskId));
    const listed = known.map((taskId) => ({
      itemId: items.get(taskId)!,
      command: commandFor(taskId),
      expectedVersion: null,
    }));
    const answer = (given: Result[]): Answer => {
      const byTask = new Map(known.map((taskId, index) => [taskId, given[index]!]));
      const results = taskIds.map((taskId) => resultView(taskId, byTask.get(taskId), done));
      const count = results.filter(({ problem }) => problem === null).length;
      const view: TaskResultsView = {
        results,
        done: count,
        refused: results.length - count,
        dryRun,
      };
      return { status: 200, etag: null, location: null, body: JSON.stringify(view) };
    };
    const idempotency = idempotencyKey(request);
    const sender = { workspaceId, actor, dryRun, together: false, idempotency, answer };
    const outcome = await this.bulk.send(listed, sender);
    switch (outcome.outcome) {
      case 'answered':
        return sendAnswer(outcome.answer, reply);
      case 'held_back':
        throw new Error('Tasks are never taken together.');
      case 'invalid':
        throw notValid(outcome.problems);
    }
  }
}

function resultView(
  taskId: string,
  result: Result = { outcome: 'missing' },
  done: TaskResultView['outcome'],
): TaskResultView {
  const item = 'item' in result ? result.item : null;
  const place = { taskId, itemId: item?.id ?? null, version: item?.version ?? null };
  const problem = result.outcome === 'missing' ? notFound('task') : problemOf(result);
  if (problem === null) return { ...place, outcome: done, status: 200, problem };
  const outcome = result.outcome === 'missing' ? 'missing' : 'refused';
  return { ...place, outcome, status: problem.status, problem: bulkProblem(problem) };
}
