import { ANSWER_HEADERS, PROBLEMS } from '../http/documented.js';
import { exactSchema } from './schemas.js';
import { described, headerParameter, pathParameter } from './parameters.js';
import type {
  Answer,
  MediaType,
  Operation,
  Parameter,
  PlacedOperation,
  Schema,
} from './operations.js';
import { OPERATION_TEXTS } from './operation-texts.js';
import { problemAnswer } from './problem-responses.js';
import { withQueryLimits } from './request-limits.js';
import type { Route } from './routes.js';
import { problemStatuses, takes } from './statuses.js';
import { notModifiedAnswer, successAnswer } from './success-answers.js';

/** Adds to an operation what follows from its route: texts, limits, who may use it, and every answer. */
export function completeOperation(
  placed: PlacedOperation,
  route: Route,
  schemas: Readonly<Record<string, Schema>>,
): void {
  const { operation, method } = placed;
  Object.assign(operation, textsOf(operation.operationId), accessOf(method, route));
  operation.parameters = (operation.parameters ?? []).map((each) => parameterOf(each, route));
  if (operation.requestBody !== undefined) {
    const mayBeLeftOut = route.body !== null && 'mayBeLeftOut' in route.body;
    operation.requestBody.required = !mayBeLeftOut;
    operation.requestBody.content = exactContent(operation.requestBody.content);
  }
  operation.responses = answersOf(placed, route, schemas);
  delete operation[ANSWER_HEADERS];
  delete operation[PROBLEMS];
}

/** The first sentence is the summary, all of it the description. */
function textsOf(id: string): Pick<Operation, 'summary' | 'description'> {
  const text = OPERATION_TEXTS[id];
  if (text === undefined) return {};
  const [summary = ''] = text.split(/(?<=[.;])\s/u);
  return { summary: summary.replace(/[.;]$/u, ''), description: text };
}

/** Scopes are those of a key; functions, where only they may, stand beside. */
function accessOf(
  method: string,
  { isPublic, requirement }: Route,
): Pick<Operation, 'security' | 'x-functions'> {
  if (isPublic) return { security: [] };
  const scope = requirement?.scope ?? (method === 'get' ? 'read' : 'write');
  const functions = requirement?.functions ?? [];
  return {
    security: [{ bearer: [scope] }, { session: [] }],
    ...(functions.length === 0 ? {} : { 'x-functions': [...functions] }),
  };
}

function parameterOf(parameter: Parameter, route: Route): Parameter {
  const exact = { ...parameter, schema: exactSchema(parameter.schema) };
  switch (parameter.in) {
    case 'path':
      return described(pathParameter(exact, route.uuids.has(parameter.name)));
    case 'query':
      return described(withQueryLimits(exact, route.query));
    case 'header':
      return described(headerParameter(exact));
  }
}

function answersOf(
  placed: PlacedOperation,
  route: Route,
  schemas: Readonly<Record<string, Schema>>,
): Record<string, Answer> {
  const { operation } = placed;
  const successes = Object.entries(operation.responses).filter(([status]) => status < '400');
  const declared = Object.keys(operation.responses).filter((status) => status >= '400');
  const statuses = new Set([...declared.map(Number), ...problemStatuses(placed, route)]);
  return Object.fromEntries([
    ...successes.map(([status, answer]) => [
      status,
      exactAnswer(successAnswer(status, answer, { operation, schemas })),
    ]),
    ...(takes(operation, 'If-None-Match') === undefined
      ? []
      : [['304', notModifiedAnswer(operation)]]),
    ...[...statuses].map((status) => [
      String(status),
      problemAnswer(status, operation.responses[status]?.description),
    ]),
  ]) as Record<string, Answer>;
}

function exactAnswer(answer: Answer): Answer {
  const { content } = answer;
  return content === undefined ? answer : { ...answer, content: exactContent(content) };
}

function exactContent(content: Record<string, MediaType>): Record<string, MediaType> {
  return Object.fromEntries(
    Object.entries(content).map(([type, media]) => [
      type,
      media.schema === undefined ? media : { ...media, schema: exactSchema(media.schema) },
    ]),
  );
}
