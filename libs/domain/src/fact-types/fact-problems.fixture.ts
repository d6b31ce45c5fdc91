import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Fact } from '../facts.js';
import { FACT_TYPES, OWN_FACT } from './fact-types.js';
import { FACT_BODY_LIMIT } from './frozen-body.js';

const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
const KNOWN = new Map<string, ValidateFunction>(
  FACT_TYPES.map(({ type, dataSchema }) => [type, ajv.compile(dataSchema)]),
);
const OWN = ajv.compile(OWN_FACT.dataSchema);

/** What in a fact is otherwise than its type says; empty where nothing is. */
export function factProblems({ type, body }: Pick<Fact, 'body'> & { type: string }): string[] {
  const frozen = JSON.parse(body) as { type: string; data: unknown };
  const validate = KNOWN.get(type) ?? OWN;
  const problems = validate(frozen.data)
    ? []
    : validate.errors!.map(({ instancePath, message, params }) =>
        [type, instancePath, message, JSON.stringify(params)].join(' '),
      );
  if (frozen.type !== type) problems.push(`${type} is ${frozen.type} in its body`);
  if (Buffer.byteLength(body) >= FACT_BODY_LIMIT) problems.push(`${type} has a body too large`);
  return problems;
}
