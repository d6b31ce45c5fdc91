import { pointerTo, type Problem } from '#domain';
import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { foundIn } from './found-in.js';
import { ProblemError, notValid } from './problem.js';

/** Checks bodies (422) and parameters (400); properties that no one knows are refused by name. */
@Injectable()
export class RequestValidation extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      exceptionFactory: (errors) => errors,
    });
  }

  override async transform(given: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const value = given === undefined && mayBeLeftOut(metadata) ? {} : given;
    if (metadata.type === 'body' && !isObject(value)) {
      const detail = `Expected a JSON object as body; found ${foundIn(value)}.`;
      throw new ProblemError(400, 'body_not_an_object', detail);
    }
    try {
      if (metadata.type === 'body' || metadata.type === 'query') refuseInherited(value, '');
      return await super.transform(value, metadata);
    } catch (failed) {
      const problems = problemsFrom(failed, metadata);
      if (metadata.type === 'body') throw notValid(problems);
      throw new ProblemError(400, problems[0]!.code, problems[0]!.detail, { errors: problems });
    }
  }
}

/** Throws what is no problem of the values. */
function problemsFrom(failed: unknown, { type, data = '' }: ArgumentMetadata): Problem[] {
  if (failed instanceof InheritedName) return [failed.problem];
  if (!Array.isArray(failed)) throw failed;
  const prefix = type === 'body' ? '' : data;
  return (failed as ValidationError[]).flatMap((error) => problemsOf(error, prefix));
}

/** A class of bodies says of itself that nothing at all is as good as an empty object. */
function mayBeLeftOut({ metatype }: ArgumentMetadata): boolean {
  return metatype !== undefined && 'mayBeLeftOut' in metatype;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

class InheritedName extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** Names that every object has, such as `constructor`: class-validator takes them for known properties. */
function refuseInherited(value: unknown, pointer: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const place = pointer + pointerTo(name);
    if (!Array.isArray(value) && name in Object.prototype) {
      const detail = `Expected: property ${name} not to be there.`;
      throw new InheritedName({ pointer: place, code: 'unknown_property', detail });
    }
    refuseInherited(inner, place);
  }
}

function problemsOf(error: ValidationError, prefix: string): Problem[] {
  const pointer = prefix + pointerTo(error.property);
  const broken = Object.entries(error.constraints ?? {});
  // A value of the wrong type breaks every rule of its property; the type is what helps.
  const [rule, message] = broken.find(([name]) => TYPE_RULE.test(name)) ?? broken[0] ?? [];
  const { children = [] } = error;
  // What is wrong inside says more than that something inside is wrong.
  const own =
    rule === undefined || children.length > 0
      ? []
      : [
          {
            pointer,
            code: rule === 'whitelistValidation' ? 'unknown_property' : 'not_valid',
            detail: `Expected: ${expectationOf(message!)}; found ${foundIn(error.value)}.`,
          },
        ];
  return [...own, ...children.flatMap((child) => problemsOf(child, pointer))];
}

const TYPE_RULE = /^is[A-Z]/u;

function expectationOf(message: string): string {
  return message
    .replace(/should not exist$/u, 'not to be there')
    .replace(/ conforming to the specified constraints$/u, '');
}
