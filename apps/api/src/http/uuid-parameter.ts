import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { foundIn } from './found-in.js';
import { notReadable } from './problem.js';

/** An id in a path. */
export const UuidParameter: PipeTransform<string, string> = {
  transform(value: string, { data: name }: ArgumentMetadata): string {
    if (isUUID(value, 'all')) return value;
    throw notReadable(
      `/${name}`,
      `Expected a UUID as ${name} in the path; found ${foundIn(value)}.`,
    );
  },
};
