import { LONGEST_PART } from '../../apps/api/src/openapi/parameters.js';
import {
  type Operation,
  operationsIn,
  type Parameter,
  type PlacedOperation,
  type Schema,
} from '../../apps/api/src/openapi/operations.js';
import { mapSchema } from '../../apps/api/src/openapi/schemas.js';

/** What a document lacks, said of one operation: nothing, or sentences that name what. */
export type Rule = (placed: PlacedOperation) => string[];

const READING = 'get';

/** What every operation has, however new it is. */
export const RULES: Readonly<Record<string, Rule>> = {
  'a comment above its method, which becomes its description': ({ operation }) =>
    lacking(operation.summary === undefined || operation.description === undefined, 'no comment'),

  'one tag, which is described': ({ operation: { tags = [] } }) =>
    lacking(tags.length !== 1, `${tags.length} tags`),

  'a success': ({ operation }) =>
    lacking(!Object.keys(operation.responses).some((status) => status < '400'), 'none'),

  'a schema for each success with a body': ({ operation }) =>
    Object.entries(operation.responses)
      .filter(([status]) => status < '300' && status !== '204')
      .flatMap(([status, { content = {} }]) => {
        const forms = Object.values(content);
        return lacking(forms.length === 0 || forms.some(isUnknown), `${status} has no schema`);
      }),

  'Idempotency-Key where it creates or does something by POST': ({ method, operation }) =>
    lacking(
      method === 'post' &&
        !Object.hasOwn(SAME_AGAIN, operation.operationId) &&
        header(operation, 'idempotency-key') === undefined,
      'no @Idempotent()',
    ),

  'a description and bounds for each parameter': ({ operation: { parameters = [] } }) =>
    parameters.flatMap((parameter) => [
      ...lacking(parameter.description === undefined, `${parameter.name} has no description`),
      ...lacking(!isBounded(parameter), `${parameter.name} has no bounds`),
    ]),

  'a body of a class whose validators are known': ({ operation: { requestBody } }) =>
    lacking(
      requestBody !== undefined && Object.values(requestBody.content).some(isUnknown),
      'no schema',
    ),

  'no problem but as application/problem+json': ({ operation }) =>
    Object.entries(operation.responses)
      .filter(([status, { $ref }]) => status >= '400' && $ref === undefined)
      .map(([status]) => `${status} is its own`),

  'an answer to a key that is not known, unless it is public': ({ operation }) =>
    lacking(
      operation.security?.length !== 0 && operation.responses['401'] === undefined,
      '401 is missing',
    ),

  '304 and ETag where it takes If-None-Match': ({ operation }) =>
    lacking(
      header(operation, 'if-none-match') !== undefined && operation.responses['304'] === undefined,
      '304 is missing',
    ),

  'reading by GET and HEAD only with the scope for it': ({ method, operation }) =>
    lacking(
      method === READING &&
        operation.security?.some(({ bearer = [] }) => bearer.includes('write')) === true,
      'a GET that writes',
    ),
};

/** What every operation of a document lacks, by operation. */
export function lackingIn(document: Parameters<typeof operationsIn>[0]): Record<string, string[]> {
  const found = operationsIn(document).map((placed): [string, string[]] => [
    `${placed.method.toUpperCase()} ${placed.path}`,
    Object.entries(RULES).flatMap(([what, rule]) =>
      rule(placed).map((detail) => `Expected ${what}; found: ${detail}.`),
    ),
  ]);
  return Object.fromEntries(found.filter(([, lacks]) => lacks.length > 0));
}

/** Operations by POST that need no key, since the same once more comes to the same; why each does. */
const SAME_AGAIN: Readonly<Record<string, string>> = {
  processlife_checkSource: 'it only asks',
  processlife_check: 'it only asks, and keeps the newest finding',
  processlife_activate: 'what is active stays active',
  processlife_retire: 'what is retired is refused a second time',
  processmigrations_choose: 'a choice that is made again is the same choice',
  processmigrations_stop: 'what is stopped stays stopped',
  matrix_xliff: 'it only asks',
  matrix_requestUpdate: 'each locale goes by its rules, which refuse what is asked for already',
  matrix_assign: 'a task that is passed on to the same person once more stays theirs',
  xliff_importOne: 'a file that comes again changes nothing',
  xliff_importAll: 'a file that comes again changes nothing',
  signin_signOut: 'who is signed out stays so',
  po_import: 'a file that comes again changes nothing',
};

function lacking(condition: boolean, detail: string): string[] {
  return condition ? [detail] : [];
}

function header({ parameters = [] }: Operation, name: string): Parameter | undefined {
  return parameters.find((each) => each.in === 'header' && each.name.toLowerCase() === name);
}

function isUnknown({ schema }: { schema?: Schema }): boolean {
  return schema === undefined || Object.keys(schema).length === 0;
}

function isBounded({ schema, in: place }: Parameter): boolean {
  let bounded = true;
  mapSchema(schema, (each) => {
    const types = [each.type ?? []].flat();
    if (types.includes('string') && each.enum === undefined) {
      const hasForm = each.format !== undefined || each.pattern !== undefined;
      bounded &&= hasForm && (each.maxLength ?? Infinity) < Infinity;
      bounded &&= place !== 'path' || (each.maxLength ?? 0) <= LONGEST_PART;
    }
    if (types.includes('integer'))
      bounded &&= each.minimum !== undefined && each.maximum !== undefined;
    return each;
  });
  return bounded;
}
