import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiExtension,
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import type { HeaderName } from '../openapi/headers.js';

/** Documents that a request may carry an Idempotency-Key. */
export const Idempotent = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again',
  });

/** Documents that a request needs the version it was made for. */
export const Changes = (what: string) =>
  ApiHeader({
    name: 'If-Match',
    required: true,
    description: `the ETag of the ${what} as you saw it; 428 without, 412 when it has moved on`,
  });

export const ChangesItem = () => Changes('item');
/** Documents that a request may name the version it was made for. */
export const MayExpectVersion = () =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'the ETag of the item as you saw it; 412 when it has moved on',
  });

/** Documents that 304 says that nothing is new, where a request has the ETag of what it knows. */
export const KnownByEtag = () =>
  ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'the ETag of what is known already; 304 where nothing is new',
  });

/** Where a route says what only its method knows; the document takes it from there. */
export const ANSWER_HEADERS = 'x-answer-headers';
export const PROBLEMS = 'x-problems';

/** Documents headers of its success, beside those that follow from what it takes and shows. */
export const AnswerHeaders = (...names: HeaderName[]) => ApiExtension(ANSWER_HEADERS, names);

/** Documents problems that it answers with, beside those that follow from what it takes and who may use it. */
export const Problems = (...statuses: number[]) => ApiExtension(PROBLEMS, statuses);

/** Documents a page of a listing. */
export const PageOf = (model: Type) =>
  applyDecorators(
    ApiExtraModels(model),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['items', 'nextCursor'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(model) } },
          nextCursor: { type: 'string', nullable: true },
        },
      },
    }),
  );
