import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { changeAfterEdit, pendingChange } from './change-class.js';
import {
  accepted,
  along,
  CONTENT,
  decideAs,
  ena,
  held,
  itemIn,
  mia,
  VARIANT,
} from './items.fixture.js';
import type { ItemState } from './item-state.js';
import { EMPTY_CONTEXT } from './process-definition.js';
import { CHANGE_CLASSES, type ChangeClass } from './vocabulary.js';

/** Content in drafting that was published with the text `text-1`. */
const published = held(
  itemIn(CONTENT, 'drafting', { context: { ...EMPTY_CONTEXT, publishedDigest: 'text-1' } }),
  'draft',
  mia,
);

const edit = (item: ItemState, digest: string, change?: ChangeClass) =>
  accepted(
    decideAs(CONTENT, item, mia, {
      type: 'revise',
      digest,
      size: 9,
      origin: 'edited',
      ...(change !== undefined && { change }),
    }),
  ).after;

describe('the class of a change', () => {
  it.each<[string, [string, ChangeClass?][], ChangeClass | null]>([
    ['one edit', [['text-2', 'typo']], 'typo'],
    [
      'the graver of two, which comes last',
      [
        ['text-2', 'typo'],
        ['text-3', 'minor'],
      ],
      'minor',
    ],
    [
      'the graver of two, which came first',
      [
        ['text-2', 'substantive'],
        ['text-3', 'typo'],
      ],
      'substantive',
    ],
    ['an edit that nobody classed', [['text-2']], 'substantive'],
    [
      'a classed edit after one that nobody classed',
      [['text-2'], ['text-3', 'typo']],
      'substantive',
    ],
    [
      'an edit that nobody classed after a classed one',
      [['text-2', 'typo'], ['text-3']],
      'substantive',
    ],
    [
      'the text that is out again',
      [
        ['text-2', 'substantive'],
        ['text-1', 'typo'],
      ],
      null,
    ],
    [
      'an edit after the text that is out',
      [
        ['text-2', 'substantive'],
        ['text-1', 'typo'],
        ['text-3', 'typo'],
      ],
      'typo',
    ],
  ])('is, after %s, as grave as it has to be', (_when, edits, expected) => {
    const item = edits.reduce((sofar, [digest, change]) => edit(sofar, digest, change), published);
    expect(pendingChange(item)).toBe(expected);
    if (expected === null) expect(item.context).not.toHaveProperty('change');
  });

  it('is not remembered where nobody ever classed an edit, as in trails from before', () => {
    expect(edit(published, 'text-2').context).not.toHaveProperty('change');
  });

  it('of a first text is substantive, whatever its writer says', () => {
    const first = held(itemIn(CONTENT, 'drafting', { revision: null }), 'draft', mia);
    expect(pendingChange(first)).toBeNull();
    expect(pendingChange(edit(first, 'text-1', 'typo'))).toBe('substantive');
  });

  it('is settled by the publication', () => {
    const approved = held(
      itemIn(CONTENT, 'approved', {
        revision: { number: 2, digest: 'text-2', size: 9, sections: [] },
        context: { ...EMPTY_CONTEXT, publishedDigest: 'text-1', change: 'minor' },
      }),
      'release',
      mia,
    );
    const { item } = along(CONTENT, approved, [[mia, 'publish']]);
    expect(item.context).not.toHaveProperty('change');
    expect(pendingChange(item)).toBeNull();
  });

  it('is refused for a variant, whose text nothing follows', () => {
    const translating = held(itemIn(VARIANT, 'translating'), 'translate', ena);
    expect(
      decideAs(VARIANT, translating, ena, {
        type: 'revise',
        digest: 'de-2',
        size: 9,
        origin: 'edited',
        change: 'typo',
      }),
    ).toMatchObject({
      outcome: 'invalid',
      problems: [{ pointer: '/change', detail: expect.stringContaining('found "typo"') }],
    });
  });

  it('never becomes lighter by another edit, unless that brings back what is out', () => {
    const rank = (change: ChangeClass | null) => CHANGE_CLASSES.indexOf(change ?? 'typo');
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 2, max: 5 }), fc.constantFrom(...CHANGE_CLASSES, undefined)),
        ),
        (edits) => {
          let item = published;
          for (const [text, change] of edits) {
            const digest = `text-${text}`;
            if (digest === item.revision!.digest) continue;
            const before = pendingChange(item);
            const known = changeAfterEdit(item, {
              digest,
              ...(change !== undefined && { change }),
            });
            item = edit(item, digest, change);
            expect(item.context.change).toBe(known);
            expect(rank(pendingChange(item))).toBeGreaterThanOrEqual(rank(before));
          }
        },
      ),
    );
  });
});
