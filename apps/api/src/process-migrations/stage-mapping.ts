import {
  checkMapping,
  pointerTo,
  type ProcessDefinition,
  type Problem,
  type StageMapping,
} from '#domain';
import { notValid } from '../http/problem.js';
import type { ChoicesBody } from './process-migrations.dto.js';

/** The mapping that a request gives. Throws 422 with each place that is no stage of the two versions. */
export function stageMapping(
  { stages = {}, choices = {} }: ChoicesBody,
  { from, to, cancelHeld }: { from: ProcessDefinition; to: ProcessDefinition; cancelHeld: boolean },
): StageMapping {
  const misshapen = [
    ...Object.entries(stages).flatMap(([name, value]) =>
      isStage(value) || isSeveral(value)
        ? []
        : [problem(pointerTo('stages', name), 'a stage, or two or more to choose from')],
    ),
    ...Object.entries(choices).flatMap(([name, value]) =>
      isStage(value) ? [] : [problem(pointerTo('choices', name), 'a stage')],
    ),
  ];
  if (misshapen.length > 0) throw notValid(misshapen);
  const mapping = { stages, choices, cancelHeld } as StageMapping;
  const problems = checkMapping(from, to, mapping);
  if (problems.length > 0) throw notValid(problems);
  return mapping;
}

function isStage(value: unknown): value is string {
  return typeof value === 'string';
}

function isSeveral(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length > 1 &&
    value.every(isStage) &&
    new Set(value).size === value.length
  );
}

function problem(pointer: string, expected: string): Problem {
  return {
    pointer,
    code: 'not_valid',
    detail: `Expected ${expected}; found something else.`,
  };
}
