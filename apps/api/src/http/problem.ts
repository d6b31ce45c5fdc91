import type { Problem, ProcessFinding, Reason, Refusal } from '#domain';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** A wrong value: where it stands in the request, and what was expected and found. */
export class ProblemErrorView {
  @ApiProperty({
    description:
      'JSON Pointer into the request body, or a slash and the name of a parameter or header',
  })
  pointer!: string;

  @ApiProperty()
  detail!: string;

  @ApiProperty()
  code!: string;
}

export class ReasonView {
  @ApiProperty({ description: 'stable, snake_case' })
  code!: string;

  @ApiProperty({ description: 'a sentence a person can act on' })
  detail!: string;

  @ApiProperty({ description: 'what would satisfy the rule, and whose turn that is' })
  remedy!: string;
}

export class AvailableEventView {
  @ApiProperty()
  event!: string;

  @ApiProperty()
  label!: string;

  @ApiProperty({ description: 'nothing but the fields named in `requires` is missing' })
  allowed!: boolean;

  @ApiProperty({ type: [String], description: 'fields that the event must bring' })
  requires!: string[];

  @ApiProperty({ type: [ReasonView], description: 'each rule that says no' })
  reasons!: ReasonView[];
}

export class SuccessorView {
  @ApiProperty()
  slug!: string;

  @ApiProperty({ example: '/v1/published/launch-tiers-2027' })
  address!: string;
}

/** RFC 9457. */
export class ProblemView {
  @ApiProperty({ example: 'urn:baton:problem:stale_version' })
  type!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  status!: number;

  @ApiProperty()
  detail!: string;

  @ApiProperty({ description: 'the path that was asked for' })
  instance!: string;

  @ApiProperty({ description: 'stable, snake_case' })
  code!: string;

  @ApiProperty({ type: [ProblemErrorView] })
  errors!: ProblemErrorView[];

  @ApiProperty({ description: 'the request id; it stands in every log line of the request' })
  traceId!: string;

  @ApiPropertyOptional({ type: [ReasonView], description: 'refusals: each rule that said no' })
  reasons?: ReasonView[];

  @ApiPropertyOptional({ type: [AvailableEventView] })
  availableEvents?: AvailableEventView[];

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'a set that was not done: the result of each event, as where it is done',
  })
  results?: object[];

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'a process that cannot be activated: what its check found',
  })
  findings?: ProcessFinding[];

  @ApiPropertyOptional({
    type: SuccessorView,
    description: 'what was withdrawn: what stands in its place',
  })
  successor?: SuccessorView;
}

/** The titles of the statuses that Baton answers with. */
const TITLES: Record<number, string> = {
  400: 'The request could not be read',
  401: 'Who is asking is not known',
  403: 'Not yours to do',
  404: 'Not found',
  405: 'Not possible here',
  406: 'Not available in that form',
  409: 'Not possible now',
  410: 'No longer here',
  412: 'Someone else was first',
  413: 'Too large',
  414: 'Too large',
  415: 'Not a form that is understood',
  416: 'Not a part of it',
  422: 'Not valid',
  428: 'A version is required',
  429: 'Too often',
  431: 'Too large',
  500: 'Our fault',
  503: 'Not ready',
};

export function titleOf(status: number): string {
  return TITLES[status] ?? 'The request failed';
}

/** Any answer that is not a success, on its way out as problem+json. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly extra: {
      errors?: Problem[];
      reasons?: Reason[];
      availableEvents?: AvailableEventView[];
      results?: object[];
      /** what a check of a process found, warnings too */
      findings?: ProcessFinding[];
      successor?: SuccessorView;
      headers?: Record<string, string>;
    } = {},
  ) {
    super(detail);
  }
}

/** 422 with every wrong value. */
export function notValid(errors: Problem[]): ProblemError {
  return new ProblemError(422, errors[0]?.code ?? 'not_valid', errors[0]?.detail ?? 'Not valid.', {
    errors,
  });
}

/** 422 with one wrong value. */
export function notValidAt(pointer: string, detail: string, code = 'not_valid'): ProblemError {
  return notValid([{ pointer, code, detail }]);
}

/** 400 where a parameter or header cannot be read. */
export function notReadable(pointer: string, detail: string, code = 'not_valid'): ProblemError {
  return new ProblemError(400, code, detail, { errors: [{ pointer, code, detail }] });
}

export function notFound(what: string): ProblemError {
  return new ProblemError(404, 'not_found', `There is no such ${what} in this workspace.`);
}

const REFUSAL_STATUS = { forbidden: 403, conflict: 409, stale: 412 } as const;

/** A refusal with each failed rule, and what would be possible instead. */
export function refused(refusal: Refusal, availableEvents: AvailableEventView[]): ProblemError {
  const [first] = refusal.reasons;
  return new ProblemError(
    REFUSAL_STATUS[refusal.kind],
    first!.code,
    refusal.reasons.map(({ detail }) => detail).join(' '),
    { reasons: refusal.reasons, availableEvents },
  );
}
