import { FUNCTIONS, LINK_TYPES, TAXONOMIES } from '#domain';
import type { Parameter, Schema } from './operations.js';

/** Characters of one part of a path at most; a longer one is 414. */
export const LONGEST_PART = 200;
const WORD = '^[a-z0-9]+(_[a-z0-9]+)*$';
const DIGEST = '[0-9a-f]{64}';

/** Parts of paths that are no UUIDs, by name. Whatever else one holds, there is nothing there: 404. */
const PARTS: Readonly<Record<string, Schema & { description: string }>> = {
  link: { enum: [...LINK_TYPES], description: 'the type of the link' },
  revision: {
    pattern: `^(current|\\d{1,9}|${DIGEST})$`,
    maxLength: 64,
    description: 'a number, a digest, or `current`',
    examples: ['current'],
  },
  key: { maxLength: 60, pattern: '^[^\\u0000]+$', description: 'as the list of segments gives it' },
  slug: {
    maxLength: LONGEST_PART,
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    description: 'the name of the source in addresses',
  },
  keyId: { maxLength: 16, pattern: '^[0-9a-f]{16}$', description: 'the middle part of the key' },
  process: {
    maxLength: LONGEST_PART,
    pattern: '^[^\\u0000]+$',
    description: 'a digest, or the id of a process for its active version',
    examples: ['content'],
  },
  other: {
    maxLength: LONGEST_PART,
    pattern: '^[^\\u0000]+$',
    description: 'the version to compare with, named like the first',
  },
  taxonomy: { enum: [...TAXONOMIES], description: 'which of the taxonomies' },
  term: { maxLength: LONGEST_PART, pattern: WORD, description: 'the key of the term' },
  function: { enum: [...FUNCTIONS], description: 'the function that the agreement is with' },
};

/** What a parameter is, where its class does not say more. */
const TEXTS: Readonly<Record<string, string>> = {
  limit: 'how many at most',
  category: 'only of this category',
  ownerFunction: 'only what this function owns',
  status: 'only in this status',
  section: 'only on this section',
  itemId: 'the item',
  formality: 'only so formal ones',
  outcome: 'only with this outcome',
  event: 'the event that is asked about',
  comment: 'as in the event',
  reasonCode: 'as in the event',
  returnTo: 'as in the event',
  publishAt: 'as in the event',
  override: 'as in the event',
  kind: 'only of this kind',
  stage: 'only in this stage',
  phase: 'only in this phase',
  type: 'only of this type',
  purpose: 'only for this purpose',
  locale: 'only in this locale',
  slug: 'only the one of this name',
  change: 'how much the change would be',
  least: 'the least score',
  version: 'the version of the format',
  sourceLocale: 'the language that is translated from',
  targetLocale: 'the language that is translated into',
  to: 'the newer text',
  blockerId: 'the blocker',
  commentId: 'the comment',
  personId: 'the person',
  attachmentId: 'the attachment',
  taskId: 'the task',
  membershipId: 'the membership',
  migrationId: 'the run',
  goalId: 'the goal',
  endpointId: 'the endpoint',
  messageId: 'the message, as in webhook-id',
  state: 'as Baton sent it to the issuer',
  code: 'what the issuer gives for tokens',
  termId: 'the term',
};

/** A part of a path as the router and its route take it. */
export function pathParameter(parameter: Parameter, isUuid: boolean): Parameter {
  if (isUuid) return { ...parameter, schema: { type: 'string', format: 'uuid', maxLength: 36 } };
  const { description, ...schema } = PARTS[parameter.name] ?? {};
  return {
    ...parameter,
    ...(description === undefined ? {} : { description }),
    schema: { ...parameter.schema, ...schema },
  };
}

/** A parameter with a description, if there is any for its name. */
export function described(parameter: Parameter): Parameter {
  const description = parameter.description ?? TEXTS[parameter.name];
  return description === undefined ? parameter : { ...parameter, description };
}

/** Values of the headers that requests may carry. */
const HEADERS: Readonly<Record<string, Schema>> = {
  'if-match': { pattern: '^(\\*|"\\d{1,9}")$', maxLength: 11, examples: ['"3"'] },
  'if-none-match': { pattern: '^[\\t\\x20-\\x7e]+$', maxLength: 8192, examples: ['"3"'] },
  'idempotency-key': {
    pattern: '^(?!""$)("[\\x21-\\x7e]{1,255}"|[\\x21-\\x7e]{1,255})$',
    minLength: 1,
    maxLength: 257,
    examples: ['8e03978e-40d5-43e8-bc93-6894a57f9324'],
  },
  'content-digest': {
    pattern: '^[\\t\\x20-\\x7e]+$',
    maxLength: 1024,
    examples: ['sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:'],
  },
  'x-csrf-token': { pattern: '^[\\x21-\\x7e]+$', maxLength: 200 },
  'last-event-id': { pattern: '^[\\x21-\\x7e]*$', maxLength: 500 },
  range: { pattern: '^[\\t\\x20-\\x7e]+$', maxLength: 100, examples: ['bytes=0-999'] },
  'if-range': { pattern: '^[\\t\\x20-\\x7e]+$', maxLength: 100 },
  'accept-language': {
    pattern: '^[\\t\\x20-\\x7e]+$',
    maxLength: 1000,
    examples: ['de-AT, en;q=0.5'],
  },
};

/** A header of a request with what its value may be. */
export function headerParameter(parameter: Parameter): Parameter {
  const schema = HEADERS[parameter.name.toLowerCase()] ?? {};
  return { ...parameter, schema: { ...parameter.schema, ...schema } };
}
