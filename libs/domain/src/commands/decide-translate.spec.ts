import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import type { Command } from '../command.js';
import type { Decision } from '../decide.js';
import type { ItemState } from '../item-state.js';
import {
  accepted,
  decideAs,
  greta,
  gero,
  held,
  itemIn,
  mia,
  refused,
  sofia,
  told,
  VARIANT,
} from '../items.fixture.js';
import { noSegments, type SegmentChange } from '../translation.js';

const WORK = {
  sourceDigest: 'source-text-1',
  counts: { ...noSegments(), translated: { units: 1, words: 4 } },
  assembled: true,
};
const WRITTEN: SegmentChange = {
  key: 'a',
  state: 'translated',
  source: 'hash-1',
  target: 'target-1',
  words: 4,
};
const TEXT = { digest: 'text-2', size: 40, sections: [] };

const codesOf = (decision: Decision) => refused(decision).reasons.map(({ code }) => code);

function translate(
  item: ItemState,
  actor: Actor,
  sent: Partial<Extract<Command, { type: 'translate' }>> & { changes?: SegmentChange[] } = {},
) {
  const { changes = [WRITTEN], text = TEXT, ...rest } = sent;
  return decideAs(VARIANT, item, actor, {
    type: 'translate',
    segments: { ...WORK, changes },
    text,
    ...rest,
  });
}

const translating = held(itemIn(VARIANT, 'translating'), 'translate', greta);
const reviewing = held(itemIn(VARIANT, 'in_country_review'), 'review_in_country', gero);

describe('translating segments', () => {
  it('makes a new revision, an author, and tells how far the segments are', () => {
    const change = accepted(translate(translating, greta));
    expect(change.after).toMatchObject({
      revision: { number: 2, digest: 'text-2' },
      context: { authors: ['greta'] },
      translation: WORK,
    });
    expect(told(change, 'item.translated')).toMatchObject({ segments: 1, counts: WORK.counts });
    expect(told(change, 'item.revised')).toMatchObject({ revision: 2 });
  });

  it('takes on a title in its own language', () => {
    const change = accepted(translate(translating, greta, { title: 'Warum es sich lohnt' }));
    expect(change.after.description.title).toBe('Warum es sich lohnt');
  });

  it('changes nothing where nothing is changed', () => {
    expect(translate(translating, greta, { changes: [], text: null }).outcome).toBe('unchanged');
  });

  it('makes no revision where only states change', () => {
    const change = accepted(
      translate(translating, greta, { changes: [{ key: 'a', state: 'reviewed' }], text: null }),
    );
    expect(change.after.revision).toEqual(translating.revision);
    expect(change.after.context.authors).toEqual([]);
  });

  it('is for whoever holds the task, and tells others whose it is', () => {
    expect(codesOf(translate(translating, gero))).toEqual(['task_not_claimed']);
    expect(codesOf(translate(translating, sofia))).toEqual(['not_your_locale']);
    expect(codesOf(translate(translating, mia))).toEqual(['not_your_function']);
  });

  it('is over where the stage neither translates nor reviews, and unknown to a source', () => {
    const queued = held(itemIn(VARIANT, 'queued'), 'pick_up', greta);
    expect(codesOf(translate(queued, greta))).toEqual(['stage_not_editable']);
    const source = { ...translating, kind: 'content' as const };
    expect(codesOf(translate(source, greta))).toEqual(['not_a_variant']);
  });
});

describe('approving segments', () => {
  const approve = { changes: [{ key: 'a', state: 'approved' as const }], text: null };

  it('is for the reviewer of the variant', () => {
    expect(translate(reviewing, gero, approve).outcome).toBe('changed');
    expect(codesOf(translate(translating, greta, approve))).toEqual(['approval_not_yours']);
  });

  it('is not for who wrote part of it', () => {
    const own = { ...reviewing, context: { ...reviewing.context, authors: ['gero'] } };
    expect(codesOf(translate(own, gero, approve))).toEqual(['approval_not_yours']);
  });

  it('does not rewrite them', () => {
    expect(codesOf(translate(reviewing, gero))).toEqual(['stage_not_editable']);
  });
});
