import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** Documents that a request may carry an Idempotency-Key. */
export const Idempotent = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'equal requests under one key have one effect and one answer, for 24 hours',
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
