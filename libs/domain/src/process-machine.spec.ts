import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CONTENT, itemIn, mia, send } from './items.fixture.js';
import { sha256 } from './identifiers.js';
import type { ProcessDefinition, TransitionDefinition } from './process-definition.js';
import {
  canonicalJson,
  compileProcess,
  mayHaveEffect,
  processDigest,
  rulesOf,
  transitionsFor,
} from './process-machine.js';
import { contentProcess } from './processes/content.process.js';

/** A copy of the content process whose `accept` in intake is another transition. */
function withAccept(transition: TransitionDefinition): ProcessDefinition {
  const copy = structuredClone(contentProcess);
  copy.states['intake']!.on = { accept: [transition] };
  return copy;
}

/** The same value, the keys of every object written in the reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => reversed(entry));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, entry]) => [key, reversed(entry)]),
  );
}

describe('canonicalJson', () => {
  it('sorts the keys of nested objects, keeps the order of lists and writes no blanks', () => {
    expect(canonicalJson({ b: [2, 1, { d: null, c: 'é' }], a: true })).toBe(
      '{"a":true,"b":[2,1,{"c":"é","d":null}]}',
    );
  });

  it('is independent of the order in which keys were written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('loses nothing that JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
      }),
    );
  });

  it('throws where there is no value', () => {
    expect(() => canonicalJson(undefined)).toThrow('Expected a JSON value; found undefined.');
  });
});

describe('the digest of a process', () => {
  it('is the SHA-256 of its canonical JSON, and the name of the compiled process', () => {
    expect(processDigest(contentProcess)).toBe(sha256(canonicalJson(contentProcess)));
    expect(compileProcess(contentProcess).digest).toBe(processDigest(contentProcess));
  });

  it('changes with any word of the definition', () => {
    const renamed = structuredClone(contentProcess);
    renamed.states['brief']!.meta.label = 'Briefing';
    expect(processDigest(renamed)).not.toBe(processDigest(contentProcess));
  });
});

describe('compileProcess', () => {
  it('names an unknown target, and the stage and event where it found it', () => {
    expect(() => compileProcess(withAccept({ target: 'breif' }))).toThrow(
      'Process "content", intake.accept: expected a stage, one of intake, brief',
    );
  });

  it('names an unknown target of an event of the whole process', () => {
    const definition = { ...contentProcess, on: { cancel: [{ target: '.gone' }] } };
    expect(() => compileProcess(definition)).toThrow(
      'Process "content", cancel: expected a stage, one of intake, brief',
    );
  });

  it('names an unknown action, and the stage and event where it found it', () => {
    expect(() => compileProcess(withAccept({ actions: [{ type: 'send_flowers' }] }))).toThrow(
      /^Process "content", intake\.accept: expected an action, one of .*clear_approvals.*open_variants.*; found "send_flowers"\.$/u,
    );
  });

  it('names an unknown rule, also among several', () => {
    const rules = [{ type: 'has_body' }, { type: 'full_moon' }];
    expect(() => compileProcess(withAccept({ guard: { type: 'all', params: { rules } } }))).toThrow(
      /xpected a rule, one of .*has_body.*; found "full_moon"\.$/u,
    );
  });

  it('makes a process that went through JSON work like the one it came from', () => {
    const revived = compileProcess(JSON.parse(JSON.stringify(contentProcess)) as ProcessDefinition);
    const item = itemIn(CONTENT, 'published');
    expect(send(revived, item, mia, 'retire')).toEqual(send(CONTENT, item, mia, 'retire'));
  });
});

describe('the transitions of an event', () => {
  it('come from the stage first, then from the whole process', () => {
    const definition = structuredClone(contentProcess);
    definition.states['brief']!.on!['cancel'] = [{ target: 'retired' }];
    expect(transitionsFor(definition, 'brief', 'cancel').map(({ target }) => target)).toEqual([
      'retired',
      '.cancelled',
    ]);
  });

  it('are none where the stage does not know the event, is final or does not exist', () => {
    expect(transitionsFor(contentProcess, 'brief', 'publish')).toEqual([]);
    expect(transitionsFor(contentProcess, 'retired', 'cancel')).toEqual([]);
    expect(transitionsFor(contentProcess, 'nowhere', 'cancel')).toEqual([]);
  });
});

describe('the rules of a transition', () => {
  it('are those under `all`, or none without a guard', () => {
    expect(rulesOf(transitionsFor(contentProcess, 'intake', 'cancel')[0]!)).toEqual([
      { type: 'comment_given' },
    ]);
    expect(rulesOf({ target: 'brief' })).toEqual([]);
  });
});

describe('an event', () => {
  it.each([
    ['publish', true],
    ['request_variants', true],
    ['approve', false],
    ['unheard_of', false],
    ['constructor', false],
  ])('%s may open variants in some stage of the content process: %s', (event, expected) => {
    expect(mayHaveEffect(CONTENT, event, 'open_variants')).toBe(expected);
  });

  it('of every stage may have an effect too', () => {
    const definition = structuredClone(contentProcess);
    definition.on!['cancel']![0]!.actions = [{ type: 'open_variants' }];
    expect(mayHaveEffect(compileProcess(definition), 'cancel', 'open_variants')).toBe(true);
  });
});
