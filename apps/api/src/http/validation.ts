import type { Problem } from '#domain';
import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { ProblemError, notValid } from './problem.js';

/** Checks bodies (422) and parameters (400); properties that no one knows are refused by name. */
@Injectable()
export class RequestValidation extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      stopAtFirstError: true,
      exceptionFactory: (errors) => errors,
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && !isObject(value)) {
      throw new ProblemError(400, 'empty_body', 'Expected a JSON object as body.');
    }
    try {
      return await super.transform(value, metadata);
    } catch (failed) {
      if (!Array.isArray(failed)) throw failed;
      const prefix = metadata.type === 'body' ? '' : (metadata.data ?? '');
      const problems = (failed as ValidationError[]).flatMap((error) => problemsOf(error, prefix));
      if (metadata.type === 'body') throw notValid(problems);
      throw new ProblemError(400, problems[0]!.code, problems[0]!.detail, { errors: problems });
    }
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problemsOf(error: ValidationError, prefix: string): Problem[] {
  const pointer = `${prefix}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    pointer,
    code: rule === 'whitelistValidation' ? 'unknown_property' : 'not_valid',
    detail: `Expected: ${expectationOf(message)}; found ${shown(error.value)}.`,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, pointer))];
}

function expectationOf(message: string): string {
  return message.endsWith('should not exist')
    ? message.replace('should not exist', 'not to be there')
    : message;
}

const LONGEST_SHOWN = 100;

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}
