import { readFileSync } from 'node:fs';
import type request from 'supertest';
import { AnswerChecker } from './answer-checker.js';

let checker: AnswerChecker | null = null;

/** A request whose answer fails the test where the OpenAPI document does not have it: status, headers, type or schema. */
export function documented(test: request.Test): request.Test {
  return test.expect(({ status, headers, body }) => {
    const { method, url } = test;
    const path = url.replace(/^https?:\/\/[^/]+/u, '');
    const given = { method, path, status, headers, body: body as unknown };
    const problem = checkerOfRun()?.problemIn(given) ?? null;
    if (problem !== null) throw new Error(`Not as documented: ${problem}`);
  });
}

/** That of the document of this run; outside of one, as in the benchmarks, there is none. */
export function checkerOfRun(): AnswerChecker | null {
  const file = process.env['BATON_TEST_DOCUMENT'];
  if (file === undefined) return null;
  checker ??= new AnswerChecker(
    JSON.parse(readFileSync(file, 'utf8')) as ConstructorParameters<typeof AnswerChecker>[0],
  );
  return checker;
}
