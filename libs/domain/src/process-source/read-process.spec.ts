import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DEFAULT_PROCESSES } from '../default-processes.js';
import { EMPTY_CONTEXT, type ProcessDefinition } from '../process-definition.js';
import { canonicalJson, compileProcess, processDigest } from '../process-machine.js';
import { REVIEWER_EVENTS, when } from '../processes/transitions.js';
import { PROCESS_SCHEMA } from './process-schema.js';
import { readProcess } from './read-process.js';

/** As short as a process can be written. */
function short(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'memo',
    meta: { label: 'Memo', kind: 'content' },
    states: {
      drafting: {
        meta: {
          label: 'Drafting',
          phase: 'generation',
          mode: 'relay',
          activities: [
            {
              key: 'draft',
              label: 'Write it',
              raci: { responsible: 'marketing', accountable: 'marketing' },
              events: ['submit'],
              edits: true,
            },
          ],
        },
        on: { submit: 'in_review' },
      },
      in_review: {
        meta: {
          label: 'In review',
          phase: 'generation',
          mode: 'team',
          quorum: 2,
          activities: [
            { key: 'law', label: 'Law', raci: { responsible: ['legal'], accountable: ['legal'] } },
            {
              key: 'product',
              label: 'Product',
              raci: { responsible: ['product_management'], accountable: 'product_management' },
            },
          ],
        },
        review: { to: 'published', returnTo: ['drafting'], afterwards: 'resume' },
      },
      published: {
        type: 'final',
        meta: { label: 'Published', phase: 'publishing', mode: 'relay' },
      },
    },
    on: { cancel: 'published' },
    ...changes,
  };
}

function read(source: unknown): ProcessDefinition {
  const result = readProcess(source);
  if (result.outcome !== 'read') throw new Error(JSON.stringify(result.problems, null, 2));
  return result.definition;
}

function problemsOf(source: unknown) {
  const result = readProcess(source);
  return result.outcome === 'invalid' ? result.problems : [];
}

/** A short process whose drafting stage has these transitions, rules and more beside what it had. */
function drafting(stage: Record<string, unknown>): Record<string, unknown> {
  const source = short();
  const states = source['states'] as Record<string, Record<string, unknown>>;
  return { ...source, states: { ...states, drafting: { ...states['drafting'], ...stage } } };
}

function inReview(stage: Record<string, unknown>): Record<string, unknown> {
  const source = short();
  const states = source['states'] as Record<string, Record<string, unknown>>;
  return { ...source, states: { ...states, in_review: { ...states['in_review'], ...stage } } };
}

describe('reading a process that is stored already', () => {
  it.each(DEFAULT_PROCESSES.map((definition) => ({ name: definition.id, definition })))(
    'gives the $name process back as it is, under the same digest',
    ({ definition }) => {
      const revived: unknown = JSON.parse(canonicalJson(definition));
      expect(read(revived)).toEqual(definition);
      expect(processDigest(read(revived))).toBe(processDigest(definition));
    },
  );

  it('gives the same a second time, whatever was written the first', () => {
    const transition = fc.oneof(
      fc.constant('drafting'),
      fc.record(
        {
          target: fc.constantFrom('drafting', 'in_review', 'nowhere'),
          rules: fc.array(
            fc.constantFrom('has_body', { type: 'returns_to', params: { stage: 'a' } }),
          ),
          actions: fc.array(fc.constantFrom('record_vote', { type: 'restart' })),
        },
        { requiredKeys: [] },
      ),
    );
    const name = fc.stringMatching(/^[a-z]{1,5}(_[a-z]{1,5})?$/u);
    const on = fc.dictionary(name, fc.oneof(transition, fc.array(transition, { maxLength: 4 })));
    fc.assert(
      fc.property(on, on, (ofStage, ofRoot) => {
        const once = read({ ...drafting({ on: { ...ofStage, submit: 'in_review' } }), on: ofRoot });
        expect(canonicalJson(read(once))).toBe(canonicalJson(once));
      }),
    );
  });
});

describe('reading a process in short', () => {
  it('begins in the first stage, with nothing remembered', () => {
    expect(read(short()).initial).toBe('drafting');
    expect(read(short()).context).toEqual(EMPTY_CONTEXT);
    expect(read(short({ initial: 'published' })).initial).toBe('published');
  });

  it('takes a stage name, a transition or a list of both for the way of an event', () => {
    const on = {
      one: 'in_review',
      two: { target: 'in_review', rules: ['has_body', { type: 'asks', params: { of: 2 } }] },
      three: ['drafting', { actions: ['record_vote'] }],
    };
    expect(read(drafting({ on })).states['drafting']!.on).toEqual({
      one: [{ target: 'in_review' }],
      two: [{ target: 'in_review', guard: when('has_body', { type: 'asks', params: { of: 2 } }) }],
      three: [{ target: 'drafting' }, { actions: [{ type: 'record_vote' }] }],
    });
  });

  it('writes the targets of the whole process as XState wants them', () => {
    expect(read(short()).on).toEqual({ cancel: [{ target: '.published' }] });
  });

  it('labels events by their names where no label is written, and keeps those that are', () => {
    const meta = {
      label: 'Memo',
      kind: 'content',
      events: { cancel: { by: ['owner'], ofLocale: true }, submit: 'Hand on' },
    };
    expect(read(short({ meta })).meta.events).toEqual({
      submit: { label: 'Hand on' },
      cancel: { label: 'Cancel', by: ['owner'], ofLocale: true },
      approve: { label: 'Approve' },
      approve_with_comment: { label: 'Approve with comment' },
      withdraw: { label: 'Take the approval back', by: ['legal', 'product_management'] },
      request_changes: { label: 'Request changes' },
    });
  });

  it('makes one accountable function of a list of one, and keeps any other number for the check', () => {
    const accountable = (functions: unknown) => {
      const source = structuredClone(short()) as unknown as ProcessDefinition;
      const { raci } = source.states['drafting']!.meta.activities[0]!;
      Object.assign(raci, { accountable: functions });
      const read = readProcess(source);
      if (read.outcome !== 'read') throw new Error(JSON.stringify(read));
      return read.definition.states['drafting']!.meta.activities[0]!.raci.accountable as unknown;
    };
    expect(accountable(['legal'])).toBe('legal');
    expect(accountable(['legal', 'marketing'])).toEqual(['legal', 'marketing']);
    expect(accountable([])).toEqual([]);
    expect(accountable(undefined)).toBeUndefined();
  });
});

describe('a review in short', () => {
  const { states } = read(short());

  it('stands for votes that are counted, with or without a comment, and can be withdrawn', () => {
    const rules = ['text_was_seen', 'author_is_not_approver', 'approves_once'];
    const reached = { type: 'reaches_quorum', params: { of: 2 } };
    const actions = [{ type: 'record_vote' }];
    expect(states['in_review']!.on).toMatchObject({
      approve: [
        { target: 'published', guard: when(...rules, reached), actions },
        { guard: when(...rules), actions },
      ],
      approve_with_comment: [
        { target: 'published', guard: when(...rules, 'comment_given', reached), actions },
        { guard: when(...rules, 'comment_given'), actions },
      ],
      withdraw: [{ guard: when('voted'), actions: [{ type: 'withdraw_vote' }] }],
    });
  });

  it('sends work back with a reason, and lets it come straight back by the only event there is', () => {
    expect(states['in_review']!.on!['request_changes']).toEqual([
      {
        target: 'drafting',
        guard: when(
          { type: 'returns_to', params: { stage: 'drafting' } },
          'reason_given',
          'comment_given',
        ),
        actions: [
          { type: 'clear_approvals' },
          { type: 'attribute_rework', params: { stage: 'drafting' } },
          { type: 'resume_at', params: { stage: 'in_review' } },
        ],
      },
    ]);
    expect(states['drafting']!.on!['submit']).toEqual([
      {
        target: 'in_review',
        guard: when({ type: 'resumes_at', params: { stage: 'in_review' } }),
        actions: [{ type: 'clear_resume' }],
      },
      { target: 'in_review' },
    ]);
  });

  it('may ask more of an approval', () => {
    const review = {
      to: 'published',
      returnTo: ['drafting'],
      afterwards: 'restart',
      also: ['no_open_mandatory_comments'],
    };
    const { on } = read(inReview({ review })).states['in_review']!;
    expect(on!['approve']!.every((one) => JSON.stringify(one).includes(review.also[0]!))).toBe(
      true,
    );
  });

  it('gives its events to the activities that name none', () => {
    expect(states['in_review']!.meta.activities.map(({ events }) => events)).toEqual(
      Array.from({ length: 2 }, () => REVIEWER_EVENTS),
    );
  });

  it('names only rules and actions that exist, so that the process can be compiled', () => {
    expect(compileProcess(read(short())).digest).toBe(processDigest(read(short())));
  });

  it('leaves with the first vote where no quorum is asked, which nobody can withdraw', () => {
    const meta = { label: 'In review', phase: 'generation', mode: 'relay' };
    const { on } = read(inReview({ meta })).states['in_review']!;
    expect(Object.keys(on!)).toEqual(['approve', 'approve_with_comment', 'request_changes']);
    expect(on!['approve']).toEqual([
      {
        target: 'published',
        guard: when('text_was_seen', 'author_is_not_approver', 'approves_once'),
        actions: [{ type: 'record_vote' }],
      },
    ]);
  });

  it.each([
    {
      flaw: 'a stage to go on to that does not exist',
      review: { to: 'out', returnTo: ['drafting'], afterwards: 'resume' },
      problem: {
        pointer: '/states/in_review/review/to',
        detail: 'Expected a stage, one of drafting, in_review, published; found "out".',
      },
    },
    {
      flaw: 'a stage to go back to that does not exist',
      review: { to: 'published', returnTo: ['constructor'], afterwards: 'resume' },
      problem: {
        pointer: '/states/in_review/review/returnTo/0',
        detail: 'Expected a stage, one of drafting, in_review, published; found "constructor".',
      },
    },
    {
      flaw: 'a stage to go back to that is final',
      review: { to: 'published', returnTo: ['drafting', 'published'], afterwards: 'restart' },
      problem: {
        pointer: '/states/in_review/review/returnTo/1',
        code: 'not_possible',
        detail: 'Expected a stage to return to that is not final; found "published", which is.',
      },
    },
    {
      flaw: 'a way onward by an event that the stage does not know',
      review: {
        to: 'published',
        returnTo: ['drafting'],
        afterwards: 'resume',
        onward: { drafting: 'hand_on' },
      },
      problem: {
        pointer: '/states/in_review/review/onward/drafting',
        detail: 'Expected an event of drafting (submit); found "hand_on".',
      },
    },
    {
      flaw: 'a way onward from a stage that nothing is sent back to',
      review: {
        to: 'published',
        returnTo: ['drafting'],
        afterwards: 'resume',
        onward: { published: 'submit' },
      },
      problem: {
        pointer: '/states/in_review/review/onward/published',
        detail: 'Expected a stage of returnTo, one of drafting; found "published".',
      },
    },
  ])('is refused with $flaw', ({ review, problem }) => {
    expect(problemsOf(inReview({ review }))).toEqual([expect.objectContaining(problem)]);
  });

  it('is refused beside a transition of the same event written by hand', () => {
    expect(problemsOf(inReview({ on: { approve: 'published' } }))).toEqual([
      {
        pointer: '/states/in_review/on/approve',
        code: 'written_twice',
        detail: 'Expected approve either in on or by review; found both.',
      },
    ]);
  });

  it('is refused in a final stage', () => {
    expect(problemsOf(inReview({ type: 'final' }))).toMatchObject([{ code: 'not_possible' }]);
  });
});

describe('a final stage', () => {
  const ending = (on: object) => {
    const source = short();
    const states = source['states'] as Record<string, object>;
    return { ...source, states: { ...states, published: { ...states['published'], on } } };
  };

  it('has no transitions', () => {
    expect(problemsOf(ending({ retire: 'drafting', tick: { actions: ['restart'] } }))).toEqual([
      {
        pointer: '/states/published/on',
        code: 'not_possible',
        detail: 'Expected no transitions in published, which is final; found retire, tick.',
      },
    ]);
    expect(problemsOf(ending({}))).toEqual([]);
  });
});

describe('a process that is not written as the schema says', () => {
  it('is told every problem at once, each in its place', () => {
    const source = {
      ...short({ id: 'My Memo', colour: 'red' }),
      meta: { kind: 'poem' },
    };
    expect(problemsOf(source)).toEqual([
      {
        pointer: '/colour',
        code: 'unknown_property',
        detail: 'Expected only the fields id, initial, context, meta, states, on; found "colour".',
      },
      {
        pointer: '/id',
        code: 'malformed',
        detail: 'Expected a name in snake_case, for instance in_review; found "My Memo".',
      },
      { pointer: '/meta/label', code: 'missing', detail: 'Expected label; found nothing.' },
      {
        pointer: '/meta/kind',
        code: 'not_in_list',
        detail: 'Expected one of content, training, variant; found "poem".',
      },
    ]);
  });

  it.each(['invoke', 'after', 'always', 'entry', 'exit', 'states', 'history'])(
    'has no place for %s',
    (field) => {
      expect(problemsOf(drafting({ [field]: { src: 'x' } }))).toEqual([
        {
          pointer: `/states/drafting/${field}`,
          code: 'unknown_property',
          detail: `Expected only the fields type, meta, on, review; found "${field}".`,
        },
      ]);
    },
  );

  it.each([
    {
      written: 3,
      detail: 'Expected a stage name, a transition, or a list of them; found 3.',
      at: '',
    },
    {
      written: [null],
      detail: 'Expected a stage name or a transition; found nothing.',
      at: '/0',
    },
    {
      written: { target: 'In Review' },
      detail:
        'Expected the name of a stage in snake_case, for instance in_review; found "In Review".',
      at: '/target',
    },
    {
      written: [{ rules: [{ type: 'has_body', params: { of: { $gt: 2 } } }] }],
      detail: 'Expected a text, a number, true, false or a list of texts; found an object.',
      at: '/0/rules/0/params/of',
    },
    {
      written: { rules: ['has_body'], guard: when('has_body') },
      detail: 'Expected either guard or rules; found both.',
      at: '',
    },
    {
      written: { actions: [{ type: 'xstate.raise' }] },
      detail: 'Expected a name in snake_case, for instance in_review; found "xstate.raise".',
      at: '/actions/0/type',
    },
  ])('is told once what is wrong with a transition: $detail', ({ written, detail, at }) => {
    expect(problemsOf(drafting({ on: { submit: written } }))).toEqual([
      { pointer: `/states/drafting/on/submit${at}`, code: expect.any(String), detail },
    ]);
  });

  it('is told of events and stages that are no names', () => {
    const detail =
      'Expected a name in snake_case of at most 64 characters, for instance in_review; found';
    expect(problemsOf(drafting({ on: { '*': 'in_review', 'a/b': 'in_review' } }))).toEqual([
      { pointer: '/states/drafting/on/*', code: 'malformed', detail: `${detail} "*".` },
      { pointer: '/states/drafting/on/a~1b', code: 'malformed', detail: `${detail} "a/b".` },
    ]);
  });

  it.each([
    { limit: '200 stages', source: short({ states: many(201, () => stageOf([])) }), at: '/states' },
    {
      limit: '50 activities in a stage',
      source: short({ states: { one: stageOf(Array.from({ length: 51 }, () => activity())) } }),
      at: '/states/one/meta/activities',
    },
    {
      limit: '200 transitions in a stage',
      source: drafting({ on: many(201, () => 'drafting') }),
      at: '/states/drafting/on',
    },
    {
      limit: '200 transitions in a stage, of all its events together',
      source: drafting({ on: many(3, () => Array.from({ length: 67 }, () => 'drafting')) }),
      at: '/states/drafting/on',
    },
    {
      limit: '200 ways of one event',
      source: drafting({ on: { submit: Array.from({ length: 201 }, () => 'drafting') } }),
      at: '/states/drafting/on/submit',
    },
    {
      limit: '300 characters in a label',
      source: short({ meta: { label: 'x'.repeat(301), kind: 'content' } }),
      at: '/meta/label',
    },
  ])('may not have more than $limit', ({ source, at }) => {
    expect(problemsOf(source)).toEqual([
      expect.objectContaining({ pointer: at, code: expect.stringMatching(/^too_(many|long)$/u) }),
    ]);
  });

  it('covers sections or leaves them out, but never none', () => {
    const covering = (sections: string[]) =>
      short({ states: { one: stageOf([{ ...activity(), sections }]) } });
    expect(problemsOf(covering(['intro']))).toEqual([]);
    expect(problemsOf(covering([]))).toEqual([
      expect.objectContaining({
        pointer: '/states/one/meta/activities/0/sections',
        code: 'too_few',
      }),
    ]);
  });

  it('is told of no more problems than anybody reads', () => {
    const problems = problemsOf(short(many(2000, () => 1)));
    expect(problems).toHaveLength(501);
    expect(problems.at(-1)!.detail).toMatch(/^Expected a process; found 1500 more problems/u);
  });

  it.each([null, 'content', 7, [], true])('is no process at all: %j', (source) => {
    expect(problemsOf(source)).toEqual([
      expect.objectContaining({ pointer: '', code: 'wrong_type' }),
    ]);
  });

  it('never makes anything but an answer of whatever is read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(['read', 'invalid']).toContain(readProcess(value).outcome);
      }),
    );
  });
});

describe('the schema of processes', () => {
  it('has a title and a description for every field', () => {
    const bare: string[] = [];
    const walk = (schema: unknown, at: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [field, property] of Object.entries(
        (schema as { properties?: Record<string, object> }).properties ?? {},
      )) {
        if (!('$ref' in property) && !('title' in property && 'description' in property)) {
          bare.push(`${at}.${field}`);
        }
      }
      for (const [key, part] of Object.entries(schema)) walk(part, `${at}.${key}`);
    };
    walk(PROCESS_SCHEMA, '');
    expect(bare).toEqual([]);
  });
});

function many(count: number, make: () => unknown): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, make()]));
}

function stageOf(activities: unknown[]) {
  return { meta: { label: 'One', phase: 'generation', mode: 'relay', activities } };
}

function activity() {
  return { key: 'a', label: 'A', raci: { responsible: 'legal', accountable: 'legal' } };
}
