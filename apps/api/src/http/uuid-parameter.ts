import { ParseUUIDPipe } from '@nestjs/common';
import { ProblemError } from './problem.js';

/** An id in a path. */
export const UuidParameter = new ParseUUIDPipe({
  exceptionFactory: () =>
    new ProblemError(400, 'not_valid', 'Expected a UUID in the path; found something else.'),
});
