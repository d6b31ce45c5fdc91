import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PROCESSES } from '../default-processes.js';
import { readProcess } from '../process-source/read-process.js';
import { FUNCTIONS } from '../vocabulary.js';
import { errorsIn, codesIn } from './broken-processes.fixture.js';

describe.each(DEFAULT_PROCESSES.map((definition) => ({ name: definition.id, definition })))(
  'the $name process with a staffed crew',
  ({ definition }) => {
    it('has no errors', () => {
      expect(errorsIn(definition)).toEqual([]);
    });
  },
);

describe('a process of sixty stages, each third a review that sends work back', () => {
  const result = readProcess(longProcess(60));

  it('is checked, and nothing is left out of account', () => {
    if (result.outcome !== 'read') throw new Error(JSON.stringify(result.problems));
    expect(codesIn(result.definition)).toEqual([]);
  });
});

describe('a process with more ways than can be tried', () => {
  it('is walked by its stages, and says so', () => {
    const source = longProcess(3);
    const names = FUNCTIONS.filter((name) => name !== 'regional');
    const activities = Array.from({ length: 50 }, (_, index) => ({
      key: `review_${index}`,
      label: `Review ${index}`,
      raci: { responsible: names, accountable: 'legal' },
    }));
    const many = Array.from({ length: 30 }, (_, index) => [
      `w${index}`,
      {
        meta: { label: 'W', phase: 'generation', mode: 'team', quorum: 12, activities },
        review: {
          to: index === 29 ? 'end' : `w${index + 1}`,
          returnTo: ['s0'],
          afterwards: 'resume',
        },
      },
    ]);
    const states = { ...source.states, ...Object.fromEntries(many) };
    const result = readProcess({ ...source, initial: 'w0', states });
    if (result.outcome !== 'read') throw new Error(JSON.stringify(result.problems));
    const codes = codesIn(result.definition);
    expect(codes).toContain('too_many_ways');
    expect(codes).not.toContain('unreachable_stage');
  });
});

/** Two stages of writing, then a review of the two; the last leads to the end. */
function longProcess(length: number) {
  const stage = (index: number) => {
    const next = index + 1 === length ? 'end' : `s${index + 1}`;
    const meta = { label: `Stage ${index}`, phase: 'generation' };
    const raci = (name: string) => ({ responsible: name, accountable: name });
    if (index % 3 < 2) {
      const write = { key: 'write', label: 'Write', raci: raci('owner'), edits: true };
      const activities = [{ ...write, events: ['submit'] }];
      return { meta: { ...meta, mode: 'relay', activities }, on: { submit: next } };
    }
    const activities = ['legal', 'marketing', 'product_management'].map((name) => ({
      key: name,
      label: name,
      raci: raci(name),
    }));
    const returnTo = [`s${index - 2}`, `s${index - 1}`];
    return {
      meta: { ...meta, mode: 'team', quorum: 2, activities },
      review: { to: next, returnTo, afterwards: 'resume' },
    };
  };
  const stages = Array.from({ length }, (_, index) => [`s${index}`, stage(index)]);
  return {
    id: 'long',
    meta: { label: 'Long', kind: 'content' },
    states: {
      ...Object.fromEntries(stages),
      end: { type: 'final', meta: { label: 'End', phase: 'publishing', mode: 'relay' } },
    },
  };
}
