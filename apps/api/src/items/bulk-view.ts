import type { Answer, BulkOutcome, Result } from '#engine';
import { ApiProperty } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { sendAnswer } from '../http/answer.js';
import { notFound, notValid, ProblemError, ReasonView, refused } from '../http/problem.js';

export class BulkProblemView {
  @ApiProperty({ description: 'stable, snake_case' })
  code!: string;

  @ApiProperty()
  detail!: string;

  @ApiProperty({ type: [ReasonView], description: 'each rule that said no' })
  reasons!: ReasonView[];
}

export class BulkResultView {
  @ApiProperty({ format: 'uuid' })
  itemId!: string;

  @ApiProperty({
    enum: [200, 403, 404, 409, 412, 422, 424],
    description:
      'as if the event had been sent alone; 424: it would have been accepted, but others of the set were not',
  })
  status!: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'accepted: the stage that the event led to; otherwise the one in which it found the item; null where there is none',
  })
  stage!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'of the item in that stage' })
  version!: number | null;

  @ApiProperty({ type: BulkProblemView, nullable: true, description: 'null where it was accepted' })
  problem!: BulkProblemView | null;
}

export class BulkView {
  @ApiProperty({ type: [BulkResultView], description: 'in the order of the events' })
  results!: BulkResultView[];

  @ApiProperty({ type: 'integer' })
  accepted!: number;

  @ApiProperty({ type: 'integer', description: 'all others' })
  refused!: number;

  @ApiProperty()
  dryRun!: boolean;

  @ApiProperty()
  together!: boolean;
}

const HELD_BACK = new ProblemError(
  424,
  'held_back',
  'This event would have been accepted; others of its set were not, so none was done.',
);

/** The answer to a list of events for these items. */
export function answerInBulk(
  itemIds: string[],
  meant: { dryRun: boolean; together: boolean },
): (results: Result[]) => Answer {
  return (given) => {
    const results = resultViews(itemIds, given);
    const accepted = results.filter(({ problem }) => problem === null).length;
    const view: BulkView = { results, accepted, refused: results.length - accepted, ...meant };
    return { status: 200, etag: null, location: null, body: JSON.stringify(view) };
  };
}

/** Sends what came of a list of events for these items. Throws 409 for a set that was not done, 422 for a key used before. */
export function sendBulkOutcome(
  outcome: BulkOutcome,
  itemIds: string[],
  reply: FastifyReply,
): void {
  switch (outcome.outcome) {
    case 'answered':
      return sendAnswer(outcome.answer, reply);
    case 'held_back':
      throw setRefused(itemIds, outcome.results);
    case 'invalid':
      throw notValid(outcome.problems);
  }
}

/** A set of which nothing was done, with what keeps each of its events from happening. */
function setRefused(itemIds: string[], given: Result[]): ProblemError {
  const results = resultViews(itemIds, given);
  const held = results.filter(({ status }) => status === HELD_BACK.status).length;
  return new ProblemError(
    409,
    'set_refused',
    `Expected that all ${results.length} events of the set can happen; ${results.length - held} cannot, so nothing was done.`,
    { results },
  );
}

function resultViews(itemIds: string[], results: Result[]): BulkResultView[] {
  return results.map((result, index) => {
    const item = 'item' in result ? result.item : null;
    const problem = problemOf(result);
    return {
      itemId: itemIds[index]!,
      status: problem?.status ?? 200,
      stage: item?.stage ?? null,
      version: item?.version ?? null,
      problem: problem === null ? null : bulkProblem(problem),
    };
  });
}

export function bulkProblem({ code, message, extra }: ProblemError): BulkProblemView {
  return { code, detail: message, reasons: extra.reasons ?? [] };
}

/** What a command of a list would have been answered, had it been sent alone. */
export function problemOf(result: Result): ProblemError | null {
  switch (result.outcome) {
    case 'accepted':
      return null;
    case 'refused':
      return refused(result.refusal, []);
    case 'missing':
      return notFound('item');
    case 'invalid':
      return notValid(result.problems);
    case 'held_back':
      return HELD_BACK;
  }
}
