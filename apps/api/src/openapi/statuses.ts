import type { Operation, PlacedOperation } from './operations.js';
import type { Route } from './routes.js';

/** The problems that an operation can answer with beside those it declares, by what it takes and who may use it. */
export function problemStatuses(
  { method, path, operation }: PlacedOperation,
  { isPublic }: Pick<Route, 'isPublic'>,
): number[] {
  const declared = operation['x-problems'] ?? [];
  const idempotent = takes(operation, 'Idempotency-Key') !== undefined;
  const ifMatch = takes(operation, 'If-Match');
  return [
    ...declared,
    // An address or a header that cannot be read, a packed body, too many headers, and whatever fails on our side.
    400,
    415,
    429,
    431,
    500,
    ...(isPublic ? [] : [401, 403]),
    ...(path.includes('{') ? [404, 414] : []),
    // A body that nobody asked for is read all the same.
    ...(method === 'get' ? [] : [413, 422]),
    ...(idempotent ? [409] : []),
    ...(ifMatch === undefined ? [] : [409, 412]),
    ...(ifMatch?.required === true ? [428] : []),
  ];
}

/** A header that a request may carry, if the operation says so. */
export function takes({ parameters = [] }: Operation, header: string) {
  return parameters.find(
    ({ in: place, name }) => place === 'header' && name.toLowerCase() === header.toLowerCase(),
  );
}
