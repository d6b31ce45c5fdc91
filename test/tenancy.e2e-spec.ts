import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_PROCESSES, FUNCTIONS, processDigest } from '#domain';
import type { Readable } from 'node:stream';
import request, { type Response } from 'supertest';
import { goalFields } from './goals.fixture.js';
import { changedContent } from './changed-process.js';
import { type Operation, operationsIn } from '../apps/api/src/openapi/operations.js';
import { AUDIENCE, secondsFromNow, startIssuer, type TestIssuer } from './issuer.fixture.js';
import { createItem, type Item } from './line.js';
import { documented as heldAgainstDocument } from './openapi/documented.js';
import {
  sender,
  startTestApi,
  type TestApi,
  type TestPerson,
  type TestWorkspace,
} from './test-api.js';

/** What stands at home, under the names by which paths and bodies ask for it. */
interface Home {
  itemId: string;
  /** an item that one operation may cancel */
  spareItemId: string;
  /** another that many events at once may cancel */
  bulkItemId: string;
  revision: string;
  taskId: string;
  /** a task that was handed on from another stage */
  handedTaskId: string;
  /** a question to somebody */
  askedTaskId: string;
  movedItemId: string;
  blockerId: string;
  commentId: string;
  personId: string;
  adminId: string;
  membershipId: string;
  keyId: string;
  process: string;
  migrationId: string;
  /** a draft that nothing keeps from being activated */
  goalId: string;
  attachmentId: string;
  /** the source of the variant */
  translatedId: string;
  /** in translation, in the administrator's hands */
  variantId: string;
  glossaryTermId: string;
  endpointId: string;
  /** of a message that was given up */
  messageId: string;
}

interface Row {
  /** who gets in beside the public: anybody with a key, auditors, or administrators */
  access: 'public' | 'people' | 'auditors' | 'administrators';
  /** the status for somebody who may, with the code of the problem where it is one */
  answer: number | string;
  /** the status for an administrator of another workspace; 404 where nothing else is said */
  foreign?: number | string;
  /**
   * what somebody hears whose function has no part in it, where it is neither what everybody reads nor
   * `403 not_your_function`
   */
  stranger?: string;
  parameters?: (home: Home) => Record<string, string>;
  /** sent as JSON, or as bytes where it is a buffer */
  body?: (home: Home) => object;
  /** what the bytes are, where it is not application/octet-stream */
  mediaType?: string;
  query?: string | ((home: Home) => string);
  /** its answer goes on: it is read until it has nothing more to say */
  goesOn?: boolean;
}

const NO_ISSUER = { answer: '404 not_found', foreign: '404 not_found' };
/** Everybody may. */
const ANYBODY = '200, done';
/** Each part of it has a result of its own, and none is done. */
const RESULTS = '200, nothing done';

const ITEM = { parameters: ({ itemId }: Home) => ({ itemId }) };
const VARIANT = { parameters: ({ variantId }: Home) => ({ itemId: variantId }) };
const SEGMENT = {
  parameters: ({ variantId }: Home) => ({ itemId: variantId, key: 'title' }),
};
const TASK = { parameters: ({ taskId }: Home) => ({ taskId }) };
const ATTACHMENT = {
  parameters: ({ itemId, attachmentId }: Home) => ({ itemId, attachmentId }),
};
const PERSON = { parameters: ({ personId }: Home) => ({ personId }) };
const MIGRATION = { parameters: ({ migrationId }: Home) => ({ migrationId }) };
const WORD = { parameters: ({ glossaryTermId }: Home) => ({ termId: glossaryTermId }) };
const ENDPOINT = { parameters: ({ endpointId }: Home) => ({ endpointId }) };
const DELIVERY = {
  parameters: ({ endpointId, messageId }: Home) => ({ endpointId, messageId }),
};
const GOAL = { parameters: ({ goalId }: Home) => ({ goalId }) };
const AGREEMENT = { parameters: () => ({ function: 'legal' }) };
const TAXONOMY = { parameters: () => ({ taxonomy: 'purpose' }) };
/** A term that only home has, and another to merge it into. */
const TERM = { parameters: () => ({ taxonomy: 'purpose', term: 'ours' }) };
const PROCESS = { parameters: ({ process }: Home) => ({ process }) };

const glossaryTerm = (source: string) => ({
  sourceLocale: 'en',
  targetLocale: 'de',
  source,
  targets: [{ text: 'ein Wort', status: 'approved' }],
});

/** In the past, so that nobody acts in another's place. */
const ABSENCE = { startsAt: '2020-01-01T00:00:00Z', endsAt: '2020-01-02T00:00:00Z' };

/** Every operation of the API. What can be undone stands before what undoes it. */
const MATRIX: Record<string, Row> = {
  'GET /livez': { access: 'public', answer: 200, foreign: 200 },
  'GET /readyz': { access: 'public', answer: 200, foreign: 200 },
  'GET /asyncapi.json': { access: 'public', answer: 200, foreign: 200 },
  'GET /metrics': { access: 'public', answer: 200, foreign: 200 },
  // Nobody signs in where no issuer is named; test/sign-in.e2e-spec.ts has one.
  'GET /v1/auth/sign-in': { ...NO_ISSUER, access: 'public' },
  'GET /v1/auth/callback': { ...NO_ISSUER, access: 'public' },
  'POST /v1/auth/sign-out': { access: 'public', answer: 200, foreign: 200 },
  'GET /v1/auth/session': { access: 'public', answer: 200, foreign: 200 },
  'GET /v1/me': { access: 'people', answer: 200, foreign: 200 },
  'GET /v1/items': { access: 'people', answer: 200, foreign: 200 },
  'POST /v1/items': {
    access: 'people',
    answer: 201,
    foreign: 422,
    body: ({ itemId }) => ({ kind: 'variant', locale: 'de-DE', sourceItemId: itemId }),
  },
  'GET /v1/items/{itemId}': { ...ITEM, access: 'people', answer: 200 },
  'PATCH /v1/items/{itemId}': {
    ...ITEM,
    access: 'people',
    answer: 200,
    body: () => ({ title: 'Changed' }),
  },
  'GET /v1/items/{itemId}/available-events': { ...ITEM, access: 'people', answer: 200 },
  'GET /v1/items/{itemId}/history': { ...ITEM, access: 'people', answer: 200 },
  'GET /v1/items/{itemId}/revisions': { ...ITEM, access: 'people', answer: 200 },
  'POST /v1/items/{itemId}/revisions': {
    ...ITEM,
    access: 'people',
    answer: 201,
    body: () => ({ body: 'Changed.', origin: 'imported' }),
  },
  'GET /v1/items/{itemId}/revisions/{revision}': {
    parameters: ({ itemId, revision }) => ({ itemId, revision }),
    access: 'people',
    answer: 200,
  },
  'POST /v1/items/{itemId}/events': {
    parameters: ({ spareItemId }) => ({ itemId: spareItemId }),
    access: 'people',
    answer: 200,
    body: () => ({ type: 'cancel', comment: 'Not ours.' }),
  },
  // Each of its events has an answer of its own; what they are for others' items, test/bulk.e2e-spec.ts says.
  'POST /v1/items/bulk-events': {
    access: 'people',
    answer: 200,
    stranger: RESULTS,
    foreign: 200,
    body: ({ bulkItemId }) => ({
      events: [{ itemId: bulkItemId, type: 'cancel', comment: 'Not ours.' }],
    }),
  },
  'GET /v1/events': { access: 'people', answer: 200, foreign: 200, query: 'limit=200' },
  'GET /v1/events/stream': { access: 'people', answer: 200, foreign: 200, goesOn: true },
  'GET /v1/items/{itemId}/impact': { ...ITEM, access: 'people', answer: 200 },
  'POST /v1/items/{itemId}/release': {
    ...ITEM,
    access: 'people',
    answer: 200,
    stranger: RESULTS,
    body: () => ({ locales: 'all', dryRun: true }),
  },
  'POST /v1/items/{itemId}/move': {
    parameters: ({ movedItemId }) => ({ itemId: movedItemId }),
    access: 'administrators',
    answer: 200,
    body: () => ({ to: 'drafting', comment: 'It is needed tomorrow.' }),
  },
  'GET /v1/items/{itemId}/why-not': {
    ...ITEM,
    access: 'people',
    answer: 200,
    query: 'event=accept',
  },
  'POST /v1/items/{itemId}/blockers': {
    ...ITEM,
    access: 'people',
    answer: 200,
    stranger: ANYBODY,
    body: () => ({ category: 'budget', ownerFunction: 'legal', detail: 'No money.' }),
  },
  'POST /v1/items/{itemId}/blockers/{blockerId}/clear': {
    parameters: ({ itemId, blockerId }) => ({ itemId, blockerId }),
    access: 'people',
    answer: 200,
    stranger: '403 blocker_not_yours',
  },
  'GET /v1/blockers': { access: 'people', answer: 200, foreign: 200 },
  'POST /v1/items/{itemId}/comments': {
    ...ITEM,
    access: 'people',
    answer: 200,
    stranger: ANYBODY,
    body: () => ({ text: 'Why?' }),
  },
  'GET /v1/items/{itemId}/comments': { ...ITEM, access: 'people', answer: 200 },
  'POST /v1/items/{itemId}/comments/{commentId}/resolve': {
    parameters: ({ itemId, commentId }) => ({ itemId, commentId }),
    access: 'people',
    answer: 200,
    stranger: '403 comment_not_yours',
  },
  'GET /v1/items/{itemId}/links': { ...ITEM, access: 'people', answer: 200 },
  'POST /v1/items/{itemId}/links': {
    ...ITEM,
    access: 'people',
    answer: 200,
    body: ({ spareItemId }) => ({ type: 'derived_from', to: spareItemId }),
  },
  'DELETE /v1/items/{itemId}/links/{link}/{to}': {
    parameters: ({ itemId, spareItemId }) => ({ itemId, link: 'derived_from', to: spareItemId }),
    access: 'people',
    answer: 200,
  },
  'GET /v1/published': { access: 'people', answer: 200, foreign: 200 },
  'GET /v1/published/{slug}': {
    parameters: () => ({ slug: 'published-at-home' }),
    access: 'people',
    answer: 200,
  },
  'GET /v1/handoffs': { access: 'people', answer: 200, foreign: 200 },
  'GET /v1/handoffs/counts': { access: 'people', answer: 200, foreign: 200 },
  'GET /v1/items/{itemId}/attachments': { ...ITEM, access: 'people', answer: 200 },
  'POST /v1/items/{itemId}/attachments': {
    ...ITEM,
    access: 'people',
    answer: 201,
    query: 'name=changed.txt',
    body: () => Buffer.from('Changed.'),
  },
  'GET /v1/items/{itemId}/attachments/{attachmentId}': {
    ...ATTACHMENT,
    access: 'people',
    answer: 200,
  },
  'DELETE /v1/items/{itemId}/attachments/{attachmentId}': {
    ...ATTACHMENT,
    access: 'people',
    answer: 204,
  },
  'GET /v1/tasks': { access: 'people', answer: 200, foreign: 200 },
  // Each of the tasks has a result of its own; what they are for others' tasks, test/bulk-tasks.e2e-spec.ts says.
  'POST /v1/tasks/bulk-claim': {
    access: 'people',
    answer: 200,
    stranger: RESULTS,
    foreign: 200,
    body: ({ taskId }) => ({ taskIds: [taskId], dryRun: true }),
  },
  'POST /v1/tasks/bulk-assign': {
    access: 'people',
    answer: 200,
    stranger: RESULTS,
    foreign: 422,
    body: ({ taskId, personId }) => ({ taskIds: [taskId], personId, dryRun: true }),
  },
  'GET /v1/workload': { access: 'people', answer: 200, foreign: 200 },
  'GET /v1/tasks/{taskId}': { ...TASK, access: 'people', answer: 200 },
  'POST /v1/tasks/{taskId}/claim': { ...TASK, access: 'people', answer: 200 },
  'POST /v1/tasks/{taskId}/sign': {
    ...TASK,
    access: 'people',
    answer: 200,
    stranger: '403 not_accountable',
  },
  'POST /v1/tasks/{taskId}/advise': {
    parameters: ({ askedTaskId }) => ({ taskId: askedTaskId }),
    access: 'people',
    answer: 200,
  },
  'POST /v1/tasks/{taskId}/delegate': {
    ...TASK,
    access: 'people',
    answer: 200,
    stranger: '403 task_not_claimed',
    foreign: 422,
    body: ({ personId }) => ({ personId, comment: 'She knows the launch.' }),
  },
  'POST /v1/tasks/{taskId}/decline': {
    parameters: ({ handedTaskId }) => ({ taskId: handedTaskId }),
    access: 'people',
    answer: 200,
    body: () => ({ reasonCode: 'incomplete', comment: 'No audience.' }),
  },
  'POST /v1/tasks/{taskId}/release': {
    ...TASK,
    access: 'people',
    answer: 200,
    stranger: '409 task_not_claimed',
  },
  'GET /v1/processes': { access: 'people', answer: 200, foreign: 200 },
  'GET /v1/processes/{process}': { ...PROCESS, access: 'people', answer: 200 },
  'GET /v1/processes/{process}/mermaid': { ...PROCESS, access: 'people', answer: 200 },
  'GET /v1/processes/{process}/svg': { ...PROCESS, access: 'people', answer: 200 },
  'GET /v1/processes/{process}/diff/{other}': {
    parameters: ({ process }) => ({ process, other: 'content' }),
    access: 'people',
    answer: 200,
  },
  'GET /process.schema.json': { access: 'public', answer: 200, foreign: 200 },
  'POST /v1/processes': {
    access: 'administrators',
    answer: 201,
    foreign: 201,
    body: () => changedContent(),
  },
  'POST /v1/processes/check': {
    access: 'administrators',
    answer: 200,
    foreign: 200,
    body: () => changedContent(),
  },
  'POST /v1/processes/{process}/check': {
    ...PROCESS,
    access: 'administrators',
    answer: 200,
    body: () => ({}),
  },
  'GET /v1/process-migrations': { access: 'administrators', answer: 200, foreign: 200 },
  'POST /v1/process-migrations': {
    access: 'administrators',
    answer: 200,
    foreign: 422,
    body: ({ process }) => ({ from: process, to: 'content' }),
  },
  'GET /v1/process-migrations/{migrationId}': {
    ...MIGRATION,
    access: 'administrators',
    answer: 200,
  },
  'GET /v1/process-migrations/{migrationId}/items': {
    ...MIGRATION,
    access: 'administrators',
    answer: 200,
  },
  'POST /v1/process-migrations/{migrationId}/choices': {
    ...MIGRATION,
    access: 'administrators',
    answer: 200,
    body: () => ({ choices: {} }),
  },
  'POST /v1/process-migrations/{migrationId}/stop': {
    ...MIGRATION,
    access: 'administrators',
    answer: 200,
  },
  'GET /v1/taxonomies': { access: 'people', answer: 200, foreign: 200 },
  'GET /v1/taxonomies/{taxonomy}': { ...TAXONOMY, access: 'people', answer: 200, foreign: 200 },
  'PATCH /v1/taxonomies/{taxonomy}': {
    ...TAXONOMY,
    access: 'administrators',
    answer: 200,
    foreign: 200,
    body: () => ({ open: true }),
  },
  'POST /v1/taxonomies/{taxonomy}/terms': {
    ...TAXONOMY,
    access: 'people',
    answer: 201,
    foreign: 201,
    body: () => ({ key: 'fresh', label: 'Fresh', ownerFunction: 'marketing' }),
  },
  'PATCH /v1/taxonomies/{taxonomy}/terms/{term}': {
    ...TERM,
    access: 'people',
    answer: 200,
    body: () => ({ label: 'Still ours' }),
  },
  'GET /v1/taxonomies/{taxonomy}/terms/{term}/history': { ...TERM, access: 'people', answer: 200 },
  'POST /v1/taxonomies/{taxonomy}/terms/{term}/deprecate': {
    ...TERM,
    access: 'people',
    answer: 200,
    body: () => ({ comment: 'No longer.' }),
  },
  'POST /v1/taxonomies/{taxonomy}/terms/{term}/reactivate': {
    ...TERM,
    access: 'people',
    answer: 200,
  },
  'POST /v1/taxonomies/{taxonomy}/terms/{term}/merge': {
    ...TERM,
    access: 'people',
    answer: 200,
    body: () => ({ into: 'ours_too', comment: 'One is enough.' }),
  },
  'POST /v1/processes/{process}/retire': {
    ...PROCESS,
    access: 'administrators',
    answer: 200,
    body: () => ({ comment: 'Ours no longer.' }),
  },
  'POST /v1/processes/{process}/activate': { ...PROCESS, access: 'administrators', answer: 200 },
  'GET /v1/glossary': { access: 'people', answer: 200, foreign: 200 },
  'GET /v1/glossary/export': { access: 'people', answer: 200, foreign: 200 },
  'POST /v1/glossary': {
    access: 'people',
    answer: 201,
    foreign: 201,
    body: () => glossaryTerm('a word'),
  },
  'POST /v1/glossary/import': {
    access: 'people',
    answer: 200,
    foreign: 200,
    mediaType: 'text/csv',
    body: () =>
      Buffer.from('source_locale,target_locale,source,target,status\nen,fr,deal,affaire,approved'),
  },
  'GET /v1/glossary/{termId}': { ...WORD, access: 'people', answer: 200 },
  'PATCH /v1/glossary/{termId}': {
    ...WORD,
    access: 'people',
    answer: 200,
    body: () => ({ note: 'Changed.' }),
  },
  'GET /v1/glossary/{termId}/history': { ...WORD, access: 'people', answer: 200 },
  'DELETE /v1/glossary/{termId}': { ...WORD, access: 'people', answer: 204 },
  'GET /v1/items/{itemId}/changes': {
    ...ITEM,
    access: 'people',
    answer: 200,
    query: 'from=1&to=1',
  },
  'GET /v1/items/{itemId}/segments': { ...VARIANT, access: 'people', answer: 200 },
  'PATCH /v1/items/{itemId}/segments': {
    ...VARIANT,
    access: 'people',
    answer: 200,
    body: () => ({ segments: [{ key: 'title', target: 'Unser' }] }),
  },
  'GET /v1/items/{itemId}/segments/{key}/history': {
    ...SEGMENT,
    access: 'people',
    answer: 200,
  },
  'GET /v1/items/{itemId}/segments/{key}/proposals': {
    ...SEGMENT,
    access: 'people',
    answer: 200,
  },
  'POST /v1/items/{itemId}/segments/pretranslate': {
    ...VARIANT,
    access: 'people',
    answer: 200,
    body: () => ({ machine: true }),
  },
  'GET /v1/items/{itemId}/leverage': { ...VARIANT, access: 'people', answer: 200 },
  'GET /v1/items/{itemId}/xliff': { ...VARIANT, access: 'people', answer: 200 },
  'POST /v1/items/{itemId}/xliff': {
    ...VARIANT,
    access: 'people',
    answer: 200,
    stranger: RESULTS,
    body: () => Buffer.from(files.xliff),
  },
  // Each of its files has an answer of its own: those of others are missing.
  'POST /v1/xliff': {
    access: 'people',
    answer: 200,
    stranger: RESULTS,
    foreign: 200,
    body: () => Buffer.from(files.xliff),
  },
  'GET /v1/items/{itemId}/po': { ...VARIANT, access: 'people', answer: 200 },
  'POST /v1/items/{itemId}/po': {
    ...VARIANT,
    access: 'people',
    answer: 200,
    stranger: RESULTS,
    body: () => Buffer.from(files.po),
  },
  'GET /v1/memory/tmx': {
    access: 'people',
    answer: 200,
    foreign: 200,
    query: 'sourceLocale=en-US&targetLocale=de-DE',
  },
  'GET /v1/matrix': { access: 'people', answer: 200, foreign: 200 },
  'GET /v1/matrix/totals': { access: 'people', answer: 200, foreign: 200 },
  'POST /v1/matrix/request-update': {
    access: 'people',
    answer: 200,
    stranger: RESULTS,
    foreign: 200,
    body: ({ itemId }) => ({ cells: [{ itemId, locale: 'de-DE' }], comment: 'It is old.' }),
  },
  'POST /v1/matrix/assign': {
    access: 'people',
    answer: 200,
    stranger: RESULTS,
    foreign: 422,
    body: ({ itemId, adminId }) => ({
      cells: [{ itemId, locale: 'de-DE' }],
      personId: adminId,
    }),
  },
  'POST /v1/matrix/xliff.zip': {
    access: 'people',
    answer: 200,
    stranger: RESULTS,
    foreign: 422,
    body: ({ translatedId }) => ({ cells: [{ itemId: translatedId, locale: 'de-DE' }] }),
  },
  'GET /v1/published/{slug}/scorm': {
    parameters: () => ({ slug: 'delivered-at-home' }),
    access: 'people',
    answer: 200,
  },
  'GET /v1/audit/export': { access: 'auditors', answer: 200, foreign: 200 },
  'GET /v1/audit/checkpoint': { access: 'auditors', answer: 200, foreign: 200 },
  'GET /v1/audit/checkpoints': { access: 'auditors', answer: 200, foreign: 200 },
  // Keys are the same everywhere, each under the name of the workspace that asks.
  'GET /v1/audit/keys': { access: 'auditors', answer: 200, foreign: 200 },
  'GET /v1/audit/proof': {
    access: 'auditors',
    answer: 200,
    query: ({ itemId }) => `itemId=${itemId}&seq=1`,
  },
  'GET /v1/audit/consistency': {
    access: 'auditors',
    answer: 200,
    foreign: 200,
    query: 'from=1&to=1',
  },
  'GET /v1/goals': { access: 'people', answer: 200, foreign: 200 },
  'POST /v1/goals': {
    access: 'people',
    answer: 201,
    foreign: 422,
    body: ({ personId, goalId }) => ({
      title: 'Ours',
      sponsorId: personId,
      conflictsWith: [goalId],
    }),
  },
  'GET /v1/goals/{goalId}': { ...GOAL, access: 'people', answer: 200 },
  'PATCH /v1/goals/{goalId}': {
    ...GOAL,
    access: 'people',
    answer: 200,
    body: () => ({ scope: 'Changed' }),
  },
  'POST /v1/goals/{goalId}/activate': { ...GOAL, access: 'people', answer: 200 },
  'POST /v1/goals/{goalId}/close': {
    ...GOAL,
    access: 'people',
    answer: 200,
    body: () => ({ actual: 26, retrospective: 'The battle cards were read before each call.' }),
  },
  'GET /v1/goals/{goalId}/history': { ...GOAL, access: 'people', answer: 200 },
  // Agreements are named by their function, which is the same everywhere; what is changed is one's own.
  'GET /v1/agreements': { access: 'people', answer: 200, foreign: 200 },
  'PUT /v1/agreements/{function}': {
    ...AGREEMENT,
    access: 'people',
    answer: 200,
    foreign: 200,
    body: () => ({ purpose: 'Reviews within a day', mode: 'async', cadence: 'weekly' }),
  },
  'DELETE /v1/agreements/{function}': {
    ...AGREEMENT,
    access: 'people',
    answer: 204,
    foreign: 204,
  },
  'GET /v1/people': { access: 'people', answer: 200, foreign: 200 },
  'POST /v1/people': {
    access: 'administrators',
    answer: 201,
    foreign: 201,
    body: () => ({ name: 'Eve' }),
  },
  'GET /v1/people/{personId}': { ...PERSON, access: 'people', answer: 200 },
  'PATCH /v1/people/{personId}': {
    ...PERSON,
    access: 'administrators',
    answer: 200,
    body: () => ({ name: 'Mallory' }),
  },
  'DELETE /v1/people/{personId}/sessions': { ...PERSON, access: 'administrators', answer: 204 },
  'DELETE /v1/people/{personId}/identities': { ...PERSON, access: 'administrators', answer: 204 },
  'GET /v1/people/{personId}/absence': { ...PERSON, access: 'people', answer: 200 },
  'PUT /v1/people/{personId}/absence': {
    ...PERSON,
    access: 'people',
    answer: 200,
    stranger: '403 not_your_absence',
    body: ({ adminId }) => ({ ...ABSENCE, delegateId: adminId }),
  },
  'DELETE /v1/people/{personId}/absence': {
    ...PERSON,
    access: 'people',
    answer: 204,
    stranger: '403 not_your_absence',
  },
  'POST /v1/people/{personId}/memberships': {
    ...PERSON,
    access: 'administrators',
    answer: 201,
    body: () => ({ function: 'executive_management' }),
  },
  'DELETE /v1/people/{personId}/memberships/{membershipId}': {
    parameters: ({ personId, membershipId }) => ({ personId, membershipId }),
    access: 'administrators',
    answer: 204,
  },
  'GET /v1/webhook-endpoints': { access: 'administrators', answer: 200, foreign: 200 },
  'POST /v1/webhook-endpoints': {
    access: 'administrators',
    answer: 201,
    foreign: 201,
    body: () => ({ url: 'https://hooks.example.com/' }),
  },
  'GET /v1/webhook-endpoints/{endpointId}': { ...ENDPOINT, access: 'administrators', answer: 200 },
  'PATCH /v1/webhook-endpoints/{endpointId}': {
    ...ENDPOINT,
    access: 'administrators',
    answer: 200,
    body: () => ({ description: 'Changed.' }),
  },
  'POST /v1/webhook-endpoints/{endpointId}/rotate-secret': {
    ...ENDPOINT,
    access: 'administrators',
    answer: 200,
  },
  'POST /v1/webhook-endpoints/{endpointId}/ping': {
    ...ENDPOINT,
    access: 'administrators',
    answer: 202,
  },
  'GET /v1/deliveries': { access: 'administrators', answer: 200, foreign: 200 },
  'GET /v1/webhook-endpoints/{endpointId}/deliveries': {
    ...ENDPOINT,
    access: 'administrators',
    answer: 200,
  },
  'GET /v1/webhook-endpoints/{endpointId}/deliveries/{messageId}': {
    ...DELIVERY,
    access: 'administrators',
    answer: 200,
  },
  'POST /v1/webhook-endpoints/{endpointId}/deliveries/{messageId}/replay': {
    ...DELIVERY,
    access: 'administrators',
    answer: 202,
  },
  'POST /v1/webhook-endpoints/{endpointId}/replay': {
    ...ENDPOINT,
    access: 'administrators',
    answer: 202,
    body: () => ({ status: 'dead' }),
  },
  'POST /v1/webhook-endpoints/{endpointId}/disable': {
    ...ENDPOINT,
    access: 'administrators',
    answer: 200,
  },
  'POST /v1/webhook-endpoints/{endpointId}/enable': {
    ...ENDPOINT,
    access: 'administrators',
    answer: 200,
  },
  'DELETE /v1/webhook-endpoints/{endpointId}': {
    ...ENDPOINT,
    access: 'administrators',
    answer: 204,
  },
  'GET /v1/api-keys': { access: 'administrators', answer: 200, foreign: 200 },
  'POST /v1/api-keys': {
    access: 'administrators',
    answer: 201,
    foreign: 404,
    body: ({ personId }) => ({ personId, name: 'mine', scopes: ['read'] }),
  },
  'DELETE /v1/api-keys/{keyId}': {
    parameters: ({ keyId }) => ({ keyId }),
    access: 'administrators',
    answer: 204,
  },
};

const EVERYTHING = FUNCTIONS.map((name) => ({ function: name }));

let api: TestApi;
let issuer: TestIssuer;
let home: Home;
/** the variant's segments as files of translators */
let files: { xliff: string; po: string };
let homeWorkspace: TestWorkspace;
let admin: TestPerson;
let foreign: { workspace: TestWorkspace; admin: TestPerson; itemId: string };
let documented: string[];

beforeAll(async () => {
  // It takes tokens of an issuer, and lets nobody sign in there.
  issuer = await startIssuer({ ada: { email: 'ada@example.org', email_verified: true } });
  api = await startTestApi({
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: AUDIENCE,
    OIDC_WORKSPACE: 'home',
    EVENT_HEARTBEAT_MS: '100',
  });
  await issuer.serve([api.url]);
  homeWorkspace = await api.workspace('home');
  admin = await homeWorkspace.person(EVERYTHING);
  home = await furnish(homeWorkspace);
  const { variantId } = home;
  files = { xliff: await fileOf(variantId, 'xliff'), po: await fileOf(variantId, 'po') };
  const workspace = await api.workspace('foreign');
  const foreigner = await workspace.person(EVERYTHING);
  const { id } = await createItem(foreigner, { slug: 'launch-tiers', title: 'Their own' });
  foreign = { workspace, admin: foreigner, itemId: id };
  await api.sequence();
  await api.sign();
  const { body } = await request(api.server).get('/openapi.json');
  documented = Object.entries((body as { paths: Record<string, object> }).paths).flatMap(
    ([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
});

afterAll(async () => {
  await api.close();
  await issuer.close();
});

interface Furnished {
  blockers: { id: string }[];
  openComments: { id: string }[];
}

async function furnish(workspace: TestWorkspace): Promise<Home> {
  const item = await createItem(admin, { slug: 'launch-tiers' });
  const spare = await createItem(admin, { slug: 'spare' });
  const bulk = await createItem(admin, { slug: 'spare-in-bulk' });
  await admin
    .post(`/v1/items/${item.id}/revisions`, { body: 'Ours.', origin: 'imported' })
    .set('if-match', '"1"')
    .expect(201);
  const attached = await admin
    .upload(`/v1/items/${item.id}/attachments?name=ours.txt`, 'Ours.')
    .expect(201);
  const person = await workspace.person([{ function: 'legal' }]);
  const { body } = await admin.get(`/v1/people/${person.id}`);
  const blocker = { category: 'skill', ownerFunction: 'legal', detail: 'Nobody knows.' };
  const blocked = (await admin.post(`/v1/items/${item.id}/blockers`, blocker).expect(200))
    .body as Furnished;
  const commented = (await admin.post(`/v1/items/${item.id}/comments`, { text: 'So?' }).expect(200))
    .body as Furnished;
  await admin
    .put(`/v1/people/${person.id}/absence`, { ...ABSENCE, delegateId: admin.id })
    .expect(200);
  const handed = await forced(await createItem(admin, { slug: 'handed' }), 'brief');
  const asked = await createItem(admin, { slug: 'asked' });
  const published = await createItem(admin, { slug: 'published-at-home' });
  await publishedAtOnce(published, 'published');
  const training = { kind: 'training', type: 'course', slug: 'delivered-at-home' };
  await publishedAtOnce(await createItem(admin, training), 'in_delivery');
  const variantId = await inTranslation(published);
  await api.database.query(`update task set role = 'consulted' where task_id = $1`, [
    asked.tasks[0]!.id,
  ]);
  const moved = await createItem(admin, { slug: 'moved' });
  const goal = await admin.post('/v1/goals', goalFields({ sponsorId: admin.id })).expect(201);
  const agreement = { purpose: 'Reviews within a week', mode: 'async', cadence: 'weekly' };
  await admin.put('/v1/agreements/legal', agreement).expect(200);
  for (const key of ['ours', 'ours_too']) {
    const term = { key, label: 'Ours', ownerFunction: 'legal' };
    await admin.post('/v1/taxonomies/purpose/terms', term).expect(201);
  }
  const word = await admin.post('/v1/glossary', glossaryTerm('our word')).expect(201);
  // Who writes does not approve, and no two approvals come from one person: a process needs several to be activated.
  await workspace.person(EVERYTHING);
  await workspace.person(EVERYTHING);
  // The default processes are the same everywhere, so this workspace gets a version of its own.
  const process = '7'.repeat(64);
  await api.database.query(
    `insert into process_version (workspace_id, digest, process_id, kind, definition, active)
     select workspace_id, $2, process_id, kind, definition, false
     from process_version where workspace_id = $1 and kind = 'content'`,
    [workspace.id, process],
  );
  return {
    itemId: item.id,
    spareItemId: spare.id,
    bulkItemId: bulk.id,
    revision: '1',
    taskId: item.tasks[0]!.id,
    handedTaskId: handed.tasks[0]!.id,
    askedTaskId: asked.tasks[0]!.id,
    movedItemId: moved.id,
    blockerId: blocked.blockers[0]!.id,
    commentId: commented.openComments[0]!.id,
    personId: person.id,
    adminId: admin.id,
    membershipId: (body as { memberships: { id: string }[] }).memberships[0]!.id,
    keyId: person.key.split('_')[1]!,
    process,
    migrationId: await migrationIn(workspace, process),
    goalId: (goal.body as { id: string }).id,
    attachmentId: (attached.body as { id: string }).id,
    translatedId: published.id,
    variantId,
    glossaryTermId: (word.body as { id: string }).id,
    ...(await toldOf(workspace)),
  };
}

/** An endpoint with a delivery that was given up. */
async function toldOf({ id }: TestWorkspace): Promise<Pick<Home, 'endpointId' | 'messageId'>> {
  const url = 'https://hooks.example.com/ours';
  const { body } = await admin.post('/v1/webhook-endpoints', { url }).expect(201);
  const endpointId = (body as { id: string }).id;
  const [delivery] = await api.database.query<{ messageId: string }>(
    `insert into delivery (workspace_id, endpoint_id, message_id, type, format, status, next_attempt_at, finished_at)
     select workspace_id, $2, message_id, type, 'standard', 'dead', now(), now()
     from message where workspace_id = $1 limit 1 returning message_id as "messageId"`,
    [id, endpointId],
  );
  return { endpointId, messageId: delivery!.messageId };
}

/** A run from a version of the workspace's own, with an item of it set aside. */
async function migrationIn({ id }: TestWorkspace, process: string): Promise<string> {
  const [run] = await api.database.query<{ id: string }>(
    `insert into process_migration
       (workspace_id, migration_id, from_digest, to_digest, mapping, started_by, status, live)
     select workspace_id, gen_random_uuid(), $2, digest,
       '{"stages": {}, "choices": {}, "cancelHeld": false}', '{"kind": "line"}', 'running', 1
     from process_version where workspace_id = $1 and process_id = 'content' and active
     returning migration_id as id`,
    [id, process],
  );
  await api.database.query(
    `insert into process_migration_item
     select $1, $2, item_id, 'blocked', stage, 'Ours.' from item where workspace_id = $1 limit 1`,
    [id, run!.id],
  );
  return run!.id;
}

/** An item that enablement put into a stage. */
async function forced({ id }: Item, to: string): Promise<Item> {
  const move = admin.post(`/v1/items/${id}/move`, { to, comment: 'At once.' });
  return (await move.set('if-match', '*').expect(200)).body as Item;
}

/** A text that is out, without the review that leads there. */
async function publishedAtOnce(item: Item, stage: string): Promise<void> {
  await admin
    .post(`/v1/items/${item.id}/revisions`, { body: 'Ours to read.', origin: 'imported' })
    .set('if-match', '"1"')
    .expect(201);
  await forced(item, stage);
  await api.database.query(
    `update item set context = context || jsonb_build_object('publishedDigest', revision_digest)
     where item_id = $1`,
    [item.id],
  );
}

/** A variant whose translation is in the administrator's hands. */
async function inTranslation({ id }: Item): Promise<string> {
  const asked = { kind: 'variant', locale: 'de-DE', sourceItemId: id };
  const { body } = await admin.post('/v1/items', asked).expect(201);
  const moved = await forced(body as Item, 'translating');
  await admin.post(`/v1/tasks/${moved.tasks[0]!.id}/claim`).expect(200);
  return moved.id;
}

async function fileOf(variantId: string, form: 'xliff' | 'po'): Promise<string> {
  const { body } = await admin
    .get(`/v1/items/${variantId}/${form}`)
    .expect(200)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      const stream = response as unknown as NodeJS.ReadableStream;
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => done(null, Buffer.concat(chunks).toString()));
    });
  return body as string;
}

/** Sends an operation as it is documented, with a key or without. */
async function sendTo(operation: string, key: string | null): Promise<Response> {
  const row = MATRIX[operation];
  if (row === undefined) throw new Error(`${operation} has no row in the matrix.`);
  const [method, template] = operation.split(' ') as [string, string];
  const parameters = row.parameters?.(home) ?? {};
  const path = template.replaceAll(/\{(\w+)\}/gu, (_placeholder, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`${operation} has no value for {${name}}.`);
    return value;
  });
  const query = typeof row.query === 'function' ? row.query(home) : row.query;
  const asked = query === undefined ? path : `${path}?${query}`;
  const sent = heldAgainstDocument(
    request(api.server)[method.toLowerCase() as 'get' | 'post'](asked),
  );
  if (key !== null) void sent.set('authorization', `Bearer ${key}`);
  if (method !== 'GET') void sent.set('if-match', '*');
  if (row.goesOn === true) void sent.buffer(true).parse(untilHeartbeat);
  if (row.body === undefined) return sent;
  const body = row.body(home);
  if (Buffer.isBuffer(body)) void sent.type(row.mediaType ?? 'application/octet-stream');
  return sent.send(body);
}

/** A stream is silent for a heartbeat when everything was said; a problem ends by itself. */
function untilHeartbeat(
  response: Response,
  done: (failed: Error | null, body: unknown) => void,
): void {
  const stream = response as unknown as Readable;
  let text = '';
  stream.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (!text.endsWith('\n\n:\n\n')) return;
    done(null, text);
    stream.destroy();
  });
  stream.on('end', () => done(null, JSON.parse(text)));
}

/** What each of the operations answers to a key: its status, and the code of the problem. */
async function answersTo(
  key: string | null,
  operations: string[] = documented,
): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const operation of operations) {
    answers[operation] = outcomeOf(await sendTo(operation, key));
  }
  return answers;
}

function outcomeOf({ status, body }: Response): string {
  return status < 400 ? String(status) : `${status} ${(body as { code: string }).code}`;
}

/** What each of the operations should answer, by its row of the matrix. */
function expected(
  of: (row: Row, operation: string) => string,
  operations: string[] = documented,
): Record<string, string> {
  return Object.fromEntries(
    operations.map((operation) => [operation, of(MATRIX[operation]!, operation)]),
  );
}

/** Every row of a workspace in every table, so that a change of any shows; that a key was used is none. */
async function contentsOf({ id }: TestWorkspace): Promise<Record<string, string[]>> {
  const tables = await api.database.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
  );
  expect(tables.length).toBeGreaterThan(10);
  const contents: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await api.database.query<{ text: string }>(
      `select (to_jsonb(each) - 'last_used_at')::text as text from ${name} as each
       where workspace_id = $1 order by 1`,
      [id],
    );
    contents[name] = rows.map(({ text }) => text);
  }
  return contents;
}

/** The key of an administrator to whom something happened. */
async function spoilt(sql: string): Promise<string> {
  const person = await homeWorkspace.person(EVERYTHING);
  await api.database.query(sql, [person.id]);
  return person.key;
}

/** Credentials that open nothing, and the code that says why; another kind of them is one more line. */
const CLOSED_TO: [what: string, code: string, keyOf: () => Promise<string | null>][] = [
  ['no key', 'key_missing', async () => null],
  ['a malformed key', 'key_malformed', async () => `${admin.key}0`],
  ['an unknown key', 'key_unknown', async () => `btn_${'0'.repeat(16)}_${'0'.repeat(64)}`],
  [
    'a key with another’s secret',
    'key_unknown',
    async () => `btn_${admin.key.split('_')[1]}_${foreign.admin.key.split('_')[2]}`,
  ],
  [
    'a revoked key',
    'key_revoked',
    () => spoilt('update api_key set revoked_at = now() where person_id = $1'),
  ],
  [
    'an expired key',
    'key_expired',
    () => spoilt('update api_key set expires_at = now() where person_id = $1'),
  ],
  [
    'an expired token',
    'token_expired',
    () => issuer.mint('ada', { claims: { exp: secondsFromNow(-60) } }),
  ],
  [
    'the key of somebody deactivated',
    'key_deactivated',
    () => spoilt('update person set deactivated_at = now() where person_id = $1'),
  ],
];

describe('every operation of the OpenAPI document', () => {
  it('has a row in the matrix of this test, with a value for each of its path parameters', () => {
    expect(documented.filter((operation) => MATRIX[operation] === undefined)).toEqual([]);
    expect(Object.keys(MATRIX).toSorted()).toEqual(documented.toSorted());
    const lacking = documented.filter((operation) => {
      const wanted = [...operation.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name!);
      const given = MATRIX[operation]!.parameters?.(home) ?? {};
      return JSON.stringify(wanted) !== JSON.stringify(Object.keys(given));
    });
    expect(lacking).toEqual([]);
  });

  it.each(CLOSED_TO)(
    'is closed to %s, but for the probes, and changes nothing',
    async (_what, code, keyOf) => {
      const key = await keyOf();
      const before = await contentsOf(homeWorkspace);
      expect(await answersTo(key)).toEqual(
        expected(({ access, answer }) => (access === 'public' ? String(answer) : `401 ${code}`)),
      );
      expect(await contentsOf(homeWorkspace)).toEqual(before);
    },
  );

  it('finds nothing for another workspace’s administrator, and changes nothing', async () => {
    const before = await contentsOf(homeWorkspace);
    const answers = await answersTo(foreign.admin.key);
    expect(answers).toEqual(
      expected(({ foreign: status = 404 }) => {
        if (typeof status === 'string' || status < 400) return String(status);
        return status === 404 ? '404 not_found' : `${status} not_valid`;
      }),
    );
    expect(await contentsOf(homeWorkspace)).toEqual(before);
  });

  it('writes nothing for a key that only reads', async () => {
    const reader = await homeWorkspace.person(EVERYTHING, ['read']);
    const before = await contentsOf(homeWorkspace);
    expect(await answersTo(reader.key)).toEqual(
      expected(({ access, answer }, operation) =>
        access === 'administrators' || (access !== 'public' && !operation.startsWith('GET '))
          ? '403 scope_missing'
          : String(answer),
      ),
    );
    expect(await contentsOf(homeWorkspace)).toEqual(before);
  });

  it('reads nothing for a key that only writes', async () => {
    const writer = await homeWorkspace.person(EVERYTHING, ['write']);
    const reading = documented.filter((operation) => operation.startsWith('GET '));
    expect(await answersTo(writer.key, reading)).toEqual(
      expected(
        ({ access, answer }) => (access === 'public' ? String(answer) : '403 scope_missing'),
        reading,
      ),
    );
  });

  it('of administrators needs the scope for it, and the function', async () => {
    const doors = documented.filter((operation) => MATRIX[operation]!.access === 'administrators');
    expect(doors.length).toBeGreaterThan(5);
    const unscoped = await homeWorkspace.person(EVERYTHING, ['read', 'write']);
    const others = FUNCTIONS.filter((name) => name !== 'enablement');
    const elsewhere = await homeWorkspace.person(others.map((name) => ({ function: name })));
    const before = await contentsOf(homeWorkspace);
    expect(await answersTo(unscoped.key, doors)).toEqual(
      expected(() => '403 scope_missing', doors),
    );
    expect(await answersTo(elsewhere.key, doors)).toEqual(
      expected(() => '403 not_your_function', doors),
    );
    expect(await contentsOf(homeWorkspace)).toEqual(before);
  });

  it('is refused to somebody whose function has no part in it, and changes nothing', async () => {
    const stranger = await homeWorkspace.person([{ function: 'sales_management' }]);
    const [open, others] = [true, false].map((isOpen) =>
      documented.filter((operation) => (MATRIX[operation]!.stranger === ANYBODY) === isOpen),
    ) as [string[], string[]];
    // What a text is made of is worked out when it is first asked for, and says nothing new.
    const contents = async () => ({ ...(await contentsOf(homeWorkspace)), source_text: [] });
    const before = await contents();
    expect(await answersTo(stranger.key, others)).toEqual(
      expected((row, operation) => strangersAnswer(row, operation), others),
    );
    expect(await contents()).toEqual(before);
    expect(await answersTo(stranger.key, open)).toEqual(expected(() => '200', open));
  });

  it('says in the document who may use it, as the matrix does', async () => {
    const { body } = await request(api.server).get('/openapi.json');
    const said = operationsIn(body as Parameters<typeof operationsIn>[0]).map(
      ({ method, path, operation }): [string, string] => [
        `${method.toUpperCase()} ${path}`,
        accessIn(operation),
      ],
    );
    expect(Object.fromEntries(said)).toEqual(expected(({ access }) => access));
  });

  it('of auditors needs one of their functions', async () => {
    const doors = documented.filter((operation) => MATRIX[operation]!.access === 'auditors');
    const seller = await homeWorkspace.person([{ function: 'sales_management' }]);
    expect(await answersTo(seller.key, doors)).toEqual(
      expected(() => '403 not_your_function', doors),
    );
    const lawyer = await homeWorkspace.person([{ function: 'legal' }], ['read']);
    expect(await answersTo(lawyer.key, doors)).toEqual(expected(() => '200', doors));
  });
});

/** What somebody hears who works in none of the functions that an operation is for. */
function strangersAnswer({ access, answer, stranger }: Row, operation: string): string {
  if (stranger !== undefined) return stranger === RESULTS ? '200' : stranger;
  const isForAll = access === 'public' || (access === 'people' && operation.startsWith('GET '));
  return isForAll ? String(answer) : '403 not_your_function';
}

/** Who gets in by what the document says: its security and its functions. */
function accessIn(operation: Operation): Row['access'] {
  if (operation.security?.length === 0) return 'public';
  const functions = operation['x-functions'] ?? [];
  if (functions.length === 0) return 'people';
  const scopes = operation.security?.flatMap(({ bearer = [] }) => bearer) ?? [];
  return scopes.includes('admin') && functions.join() === 'enablement'
    ? 'administrators'
    : 'auditors';
}

const textOf = ({ text, body }: Response) =>
  text ?? (Buffer.isBuffer(body) ? body.toString() : JSON.stringify(body));

/** Whatever looks like the id of something: UUIDs, key ids and digests. */
function idsIn(text: string): string[] {
  return (
    text.match(/\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|[0-9a-f]{16})\b/gu) ??
    []
  );
}

describe('another workspace', () => {
  const listings = Object.entries(MATRIX)
    .filter(
      ([operation, { foreign: theirs }]) =>
        operation.startsWith('GET /v1/') && !operation.includes('{') && theirs === 200,
    )
    .map(([operation]) => operation);

  it('is in no listing', async () => {
    const own = new Set<string>();
    for (const operation of listings) {
      for (const id of idsIn(textOf(await sendTo(operation, admin.key)))) own.add(id);
    }
    for (const id of [homeWorkspace.id, ...Object.values(home).filter((id) => id.length > 1)]) {
      expect(own).toContain(id);
    }
    for (const operation of listings) {
      const response = await sendTo(operation, foreign.admin.key);
      const leaked = idsIn(textOf(response)).filter((id) => own.has(id) && !SHARED.has(id));
      expect([operation, response.status, leaked]).toEqual([operation, 200, []]);
    }
  });

  /** What is the same in every workspace: the default processes, and what stands before a first entry. */
  const SHARED = new Set([...DEFAULT_PROCESSES.map(processDigest), '0'.repeat(64)]);

  it('is not reached by a filter or a cursor', async () => {
    const cursor = Buffer.from(JSON.stringify('0'.repeat(8) + home.itemId.slice(8))).toString(
      'base64url',
    );
    const answers = [
      await foreign.admin.get(`/v1/items?sourceItemId=${home.itemId}`),
      await foreign.admin.get('/v1/items?q=launch'),
      await foreign.admin.get(`/v1/tasks?itemId=${home.itemId}`),
    ];
    expect(answers.map(({ body }) => body as object)).toEqual(
      answers.map(() => ({ items: [], nextCursor: null })),
    );
    const { body } = await foreign.admin.get(`/v1/items?cursor=${cursor}`);
    expect(body).toMatchObject({ items: [{ id: foreign.itemId }], nextCursor: null });
  });

  it('does not give its answers away under a shared Idempotency-Key', async () => {
    const ids: string[] = [];
    for (const person of [admin, foreign.admin]) {
      const add = person.post('/v1/people', { name: 'Shared' });
      const { body } = await add.set('idempotency-key', 'shared').expect(201);
      ids.push((body as { id: string }).id);
    }
    expect(new Set(ids).size).toBe(2);
  });

  it('does not lend its items as sources, or its people to keys', async () => {
    const before = await contentsOf(foreign.workspace);
    const variant = { kind: 'variant', locale: 'fr-FR', sourceItemId: home.itemId };
    const copied = await foreign.admin.post('/v1/items', variant);
    expect(outcomeOf(copied)).toBe('422 not_valid');
    expect(copied.body).toMatchObject({ errors: [{ pointer: '/sourceItemId' }] });
    const key = { personId: home.personId, name: 'theirs', scopes: ['admin'] };
    expect(outcomeOf(await foreign.admin.post('/v1/api-keys', key))).toBe('404 not_found');
    expect(await contentsOf(foreign.workspace)).toEqual(before);
  });

  it('may use the same slugs and e-mail addresses', async () => {
    for (const person of [admin, foreign.admin]) {
      await person.post('/v1/people', { name: 'Ada', email: 'ada@example.org' }).expect(201);
    }
    const { body } = await foreign.admin.get('/v1/items?slug=launch-tiers');
    expect(body).toMatchObject({ items: [{ id: foreign.itemId, title: 'Their own' }] });
  });

  it('cannot be joined by a link in the database either', async () => {
    const link = (sql: string) => api.database.query(sql, [foreign.workspace.id, home.personId]);
    await expect(
      link(`insert into membership values ($1, gen_random_uuid(), $2, 'legal')`),
    ).rejects.toThrow('foreign key');
    await expect(
      link(`insert into api_key values ($1, 'stolen', $2, 'stolen', 'hash', '[]')`),
    ).rejects.toThrow('foreign key');
    await expect(
      api.database.query('update item set source_item_id = $2, kind = $3 where workspace_id = $1', [
        foreign.workspace.id,
        home.itemId,
        'variant',
      ]),
    ).rejects.toThrow('foreign key');
  });
});

describe('somebody who may', () => {
  it('is answered by every operation, so that no refusal above has another reason', async () => {
    const operations = Object.keys(MATRIX);
    expect(await answersTo(admin.key, operations)).toEqual(
      expected(({ answer }) => String(answer), operations),
    );
  });

  it('had their key revoked by the last of them, and that of nobody else', async () => {
    const keys = await api.database.query<{ id: string }>(
      `select key_id as id from api_key where revoked_at is not null and name = 'test'
       and key_id in ($1, $2, $3)`,
      [home.keyId, admin.key.split('_')[1], foreign.admin.key.split('_')[1]],
    );
    expect(keys).toEqual([{ id: home.keyId }]);
    expect((await sender(api.server, admin.key).get('/v1/me')).status).toBe(200);
  });
});
