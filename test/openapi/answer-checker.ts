import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import {
  type Answer,
  operationsIn,
  type PlacedOperation,
} from '../../apps/api/src/openapi/operations.js';

/** An answer as it came. */
export interface GivenAnswer {
  method: string;
  /** with its query, if there is one */
  path: string;
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** parsed, where it is JSON */
  body: unknown;
}

type Document = Parameters<typeof operationsIn>[0] & {
  components?: { responses?: Record<string, unknown> };
};

interface Known extends PlacedOperation {
  pattern: RegExp;
}

/** Headers that an answer has only where the document says so. */
const TOLD = [
  'etag',
  'location',
  'link',
  'retry-after',
  'www-authenticate',
  'content-disposition',
  'content-language',
  'content-range',
  'repr-digest',
  'vary',
  'cache-control',
] as const;

/** Headers without which an answer of that status is not whole. */
const NEEDED: Readonly<Record<string, string>> = {
  '201': 'location',
  '401': 'www-authenticate',
  '429': 'retry-after',
  '503': 'retry-after',
};

/** Answers beside what the document says of their operation. */
export class AnswerChecker {
  // Compiling is what costs: without copies of references, and without a second look at the code, it is a third of that.
  private readonly ajv = new Ajv2020({
    strict: false,
    formats: FORMATS,
    validateSchema: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  private readonly operations: Known[];
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly document: Document) {
    this.ajv.addSchema(document, DOCUMENT);
    // What has fewer parameters is meant first: /v1/items/bulk-events is no item.
    this.operations = operationsIn(document)
      .map((placed) => ({ ...placed, pattern: patternOf(placed.path) }))
      .toSorted((one, other) => one.path.split('{').length - other.path.split('{').length);
  }

  /** What an answer has that is not documented; null where all is, or where nothing is at that address. */
  problemIn(given: GivenAnswer): string | null {
    const operation = this.operationOf(given);
    if (operation === undefined) return null;
    const found = this.undocumented(operation, given);
    if (found === null) return null;
    return `${given.method} ${given.path} answered ${given.status}: ${found}`;
  }

  private operationOf({ method, path }: GivenAnswer): Known | undefined {
    const wanted = method === 'HEAD' ? 'get' : method.toLowerCase();
    const [address = ''] = path.split('?');
    return this.operations.find((each) => each.method === wanted && each.pattern.test(address));
  }

  private undocumented({ path, method, operation }: Known, given: GivenAnswer): string | null {
    const { status, headers, body } = given;
    const declared = operation.responses[String(status)];
    if (declared === undefined) return 'no such status is documented.';
    const answer = this.resolved(declared);
    const header = undocumentedHeader(answer, given);
    if (header !== null) return header;
    const type = mediaTypeOf(headers['content-type']);
    if (given.method === 'HEAD' || status === 204 || status === 304) return null;
    const media = answer.content?.[type ?? ''] ?? answer.content?.[ANY];
    if (media === undefined) {
      const known = Object.keys(answer.content ?? {}).join(', ') || 'no body';
      return `expected ${known}; found ${type ?? 'no media type'}.`;
    }
    if (type === null || !isJson(type) || !isJsonValue(body)) return null;
    const pointer = declared.$ref ?? `#/paths/${escaped(path)}/${method}/responses/${status}`;
    const validate = this.validatorOf(`${pointer}/content/${escaped(type)}/schema`);
    if (validate(body)) return null;
    return this.ajv.errorsText(validate.errors, { dataVar: '' });
  }

  private resolved(answer: Answer): Answer {
    if (answer.$ref === undefined) return answer;
    const name = answer.$ref.slice(answer.$ref.lastIndexOf('/') + 1);
    return this.document.components!.responses![name] as Answer;
  }

  private validatorOf(pointer: string): ValidateFunction {
    const known = this.validators.get(pointer);
    if (known !== undefined) return known;
    const compiled = this.ajv.compile({ $ref: `${DOCUMENT}${pointer}` });
    this.validators.set(pointer, compiled);
    return compiled;
  }
}

const DOCUMENT = 'openapi';

function undocumentedHeader({ headers = {} }: Answer, given: GivenAnswer): string | null {
  const documented = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const told = TOLD.find((name) => given.headers[name] !== undefined && !documented.has(name));
  if (told !== undefined) return `the header ${told} is not documented.`;
  const needed = [NEEDED[String(given.status)] ?? '', 'x-request-id'].filter((name) => name !== '');
  if (given.status < 300 && documented.has('etag')) needed.push('etag');
  const missing = needed.find((name) => given.headers[name] === undefined);
  return missing === undefined ? null : `the header ${missing} is missing.`;
}

function patternOf(path: string): RegExp {
  const literal = path.replaceAll(/[.*+?^$()|[\]\\]/gu, '\\$&');
  return new RegExp(`^${literal.replaceAll(/\{\w+\}/gu, '[^/]+')}/?$`, 'u');
}

function escaped(part: string): string {
  const pointer = part.replaceAll('~', '~0').replaceAll('/', '~1');
  return encodeURIComponent(pointer);
}

function mediaTypeOf(header: string | string[] | undefined): string | null {
  return typeof header === 'string' ? header.split(';')[0]!.trim().toLowerCase() : null;
}

/** A file as somebody uploaded it. */
const ANY = '*/*';

function isJson(type: string): boolean {
  return type === 'application/json' || type.endsWith('+json');
}

function isJsonValue(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Buffer.isBuffer(body);
}

const anything = () => true;

const FORMATS = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u,
  date: /^\d{4}-\d{2}-\d{2}$/u,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/u,
  email: /^\S+@\S+$/u,
  uri: anything,
  'uri-reference': anything,
  binary: anything,
  double: anything,
  int64: { type: 'number' as const, validate: Number.isSafeInteger },
  int32: { type: 'number' as const, validate: (value: number) => Math.abs(value) < 2 ** 31 },
};
