import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { AT, CONTENT, itemIn, leo, mia } from './items.fixture.js';
import type { ItemState, RevisionState, Section } from './item-state.js';
import {
  type Activity,
  type Approval,
  EMPTY_CONTEXT,
  type StageMeta,
} from './process-definition.js';
import { strictProcess } from './strict-process.fixture.js';
import { ON_EDIT, type OnEdit } from './vocabulary.js';
import { coveredSections, presentVotes, votesAfterEdit, votingFunction } from './votes.js';

const STAGE = strictProcess.states['review']!.meta;
const [PRODUCT, LEGAL, FIELD] = STAGE.activities as [Activity, Activity, Activity];

/** Sections written as `pricing:1`, the number standing for their text. */
function sections(...written: string[]): Section[] {
  return written.map((one) => ({ key: one.split(':')[0]!, digest: one }));
}

function revision(...written: string[]): RevisionState {
  const digest = `text ${written.join(' ')}`;
  return { number: 1, digest, size: 10, sections: sections(...written) };
}

/** An approval given to a text by an activity, as record_vote keeps it. */
function vote(activity: Activity, seen: RevisionState, changes: Partial<Approval> = {}): Approval {
  return {
    activity: activity.key,
    actorId: `by-${activity.key}`,
    onBehalfOf: null,
    digest: seen.digest,
    stage: 'in_review',
    since: null,
    function: activity.raci.responsible[0]!,
    sections: coveredSections(activity, seen.sections),
    ...changes,
  };
}

function itemWith(approvals: Approval[], text: RevisionState | null): ItemState {
  return itemIn(CONTENT, 'in_review', {
    revision: text,
    context: { ...EMPTY_CONTEXT, approvals },
  });
}

function edited(
  approvals: Approval[],
  {
    from,
    to,
    onEdit,
    writers = ['mia'],
  }: {
    from: RevisionState;
    to: RevisionState;
    onEdit?: OnEdit;
    writers?: string[];
  },
) {
  const meta: StageMeta = onEdit === undefined ? STAGE : { ...STAGE, onEdit };
  return votesAfterEdit(itemWith(approvals, from), { meta, after: to, writers });
}

describe('the sections that an approval covers', () => {
  const text = sections('pricing:1', 'pricing/discounts:1', 'pricing_list:1', 'claims:1');

  it.each([
    { named: undefined, keys: ['pricing', 'pricing/discounts', 'pricing_list', 'claims'] },
    { named: ['pricing'], keys: ['pricing', 'pricing/discounts'] },
    { named: ['pricing/discounts'], keys: ['pricing/discounts'] },
    { named: ['claims', 'outlook'], keys: ['claims'] },
    { named: ['outlook'], keys: ['pricing', 'pricing/discounts', 'pricing_list', 'claims'] },
  ])('are $keys where the activity names $named', ({ named, keys }) => {
    const activity: Activity = named === undefined ? FIELD : { ...FIELD, sections: named };
    expect(Object.keys(coveredSections(activity, text))).toEqual(keys);
  });

  it('are kept with the digests that they had', () => {
    expect(coveredSections(PRODUCT, text)).toEqual({
      pricing: 'pricing:1',
      'pricing/discounts': 'pricing/discounts:1',
    });
  });

  it('are none of a text without sections', () => {
    expect(coveredSections(PRODUCT, [])).toEqual({});
    expect(coveredSections(undefined, [])).toEqual({});
  });
});

describe('the votes that count', () => {
  const text = revision('pricing:1');
  const arrival = { from: 'drafting', at: AT, giverId: 'mia', standpoint: null } as const;
  const here = { ...itemWith([], text), arrival: { ...arrival, formality: 'formal' as const } };

  it.each([
    { given: 'in this visit', where: { stage: 'in_review', since: AT }, counts: true },
    { given: 'in an earlier visit', where: { stage: 'in_review', since: null }, counts: false },
    { given: 'in another stage', where: { stage: 'alpha', since: AT }, counts: false },
  ])('were given in this visit of the stage: one given $given is $counts', ({ where, counts }) => {
    const approvals = [vote(LEGAL, text, where)];
    const item = { ...here, context: { ...EMPTY_CONTEXT, approvals } };
    expect(presentVotes(item)).toEqual(counts ? approvals : []);
  });

  it('are all of those that were given before visits were told apart', () => {
    const approvals = [{ activity: 'legal_review', actorId: 'leo', digest: 'text-0' }];
    expect(presentVotes({ ...here, context: { ...EMPTY_CONTEXT, approvals } })).toEqual(approvals);
  });
});

describe('a vote counts for', () => {
  const item = itemIn(CONTENT, 'in_review');
  const both: Activity = { ...LEGAL, raci: { ...LEGAL.raci, responsible: ['owner', 'legal'] } };

  it.each([
    {
      who: 'the function of its sender',
      activity: both,
      membership: leo.memberships[0]!,
      is: 'legal',
    },
    { who: 'the owner function', activity: both, membership: mia.memberships[0]!, is: 'marketing' },
    {
      who: 'the first of the activity where its sender has none',
      activity: both,
      membership: null,
      is: 'marketing',
    },
    {
      who: 'the function in whose place it was given',
      activity: LEGAL,
      membership: mia.memberships[0]!,
      is: 'legal',
    },
    {
      who: 'the function of its sender where there is no activity',
      activity: null,
      membership: mia.memberships[0]!,
      is: 'marketing',
    },
    { who: 'none where there is neither', activity: null, membership: null, is: null },
  ])('$who', ({ activity, membership, is }) => {
    expect(votingFunction(activity, membership, item)).toBe(is);
  });
});

describe('an edit', () => {
  const seen = revision('pricing:1', 'claims:1', 'outlook:1');
  const votes = [PRODUCT, LEGAL, FIELD].map((activity) => vote(activity, seen));
  const said = (voided: { activity: string; sections: string[] }[]) =>
    voided.map(({ activity, sections: keys }) => `${activity}: ${keys.join(' ')}`);

  it.each([
    {
      of: 'another section',
      to: revision('pricing:1', 'claims:2', 'outlook:1'),
      voided: ['legal_review: claims', 'field_review: claims'],
    },
    {
      of: 'what nobody names',
      to: revision('pricing:1', 'claims:1', 'outlook:2'),
      voided: ['field_review: outlook'],
    },
    {
      of: 'a section that went',
      to: revision('claims:1', 'outlook:1'),
      voided: ['product_review: claims outlook pricing', 'field_review: pricing'],
    },
    {
      of: 'a new section below one',
      to: revision('pricing:1', 'pricing/tiers:1', 'claims:1', 'outlook:1'),
      voided: ['product_review: pricing/tiers', 'field_review: pricing/tiers'],
    },
    {
      of: 'a new section at the end',
      to: revision('pricing:1', 'claims:1', 'outlook:1', 'prices:1'),
      voided: ['field_review: prices'],
    },
    {
      of: 'the order alone',
      to: { ...revision('claims:1', 'pricing:1', 'outlook:1') },
      voided: [],
    },
    {
      of: 'every section',
      to: revision('pricing:2', 'claims:2', 'outlook:2'),
      voided: [
        'product_review: pricing',
        'legal_review: claims',
        'field_review: claims outlook pricing',
      ],
    },
  ])('of $of voids the approvals that cover it, and names the sections', ({ to, voided }) => {
    const after = edited(votes, { from: seen, to });
    expect(said(after.voided)).toEqual(voided);
    expect(after.kept).toEqual(
      votes.filter(({ activity }) => voided.every((one) => !one.startsWith(`${activity}:`))),
    );
  });

  it('back to the very text that was approved leaves the approval', () => {
    const between = revision('pricing:2', 'claims:1', 'outlook:1');
    expect(edited(votes, { from: between, to: seen }).voided).toEqual([]);
  });

  it.each([
    { onEdit: 'changed_sections', voided: ['legal_review', 'field_review'] },
    { onEdit: 'all', voided: ['product_review', 'legal_review', 'field_review'] },
    { onEdit: 'keep', voided: [] },
  ] as const)('voids $voided where the policy of the stage is $onEdit', ({ onEdit, voided }) => {
    const to = revision('pricing:1', 'claims:2', 'outlook:1');
    const after = edited(votes, { from: seen, to, onEdit });
    expect(after.voided.map(({ activity }) => activity)).toEqual(voided);
  });

  it('of a text whose sections were not told apart voids every approval of another text', () => {
    const whole = { ...revision(), digest: 'whole' };
    const given = [
      vote(PRODUCT, whole),
      { activity: 'legal_review', actorId: 'leo', digest: 'whole' },
    ];
    for (const to of [{ ...whole, digest: 'other' }, seen]) {
      const { kept, voided } = edited(given, { from: whole, to });
      expect(kept).toEqual([]);
      expect(voided.map(({ sections: keys }) => keys)).toEqual([[], []]);
    }
    expect(edited(given, { from: whole, to: whole }).kept).toEqual(given);
  });

  it.each(ON_EDIT)('takes away the own approval of whoever edits, under %s', (onEdit) => {
    const to = revision('pricing:1', 'claims:1', 'outlook:1', 'prices:1');
    const own = vote(LEGAL, seen, { actorId: 'leo' });
    const inTheirPlace = vote(PRODUCT, seen, { actorId: 'stan', onBehalfOf: 'leo' });
    const { voided } = edited([own, inTheirPlace], { from: seen, to, onEdit, writers: ['leo'] });
    expect(voided.map(({ actorId }) => actorId)).toEqual(['leo', 'stan']);
  });

  it('loses no vote and makes up none, and keeps one of changed sections only if what it saw still stands', () => {
    const digit = fc.constantFrom('0', '1', '2');
    const text = fc
      .dictionary(fc.constantFrom('pricing', 'pricing/tiers', 'claims', 'outlook'), digit)
      .map((parts) => revision(...Object.entries(parts).map(([key, one]) => `${key}:${one}`)));
    fc.assert(
      fc.property(text, text, fc.constantFrom(...ON_EDIT), (from, to, onEdit) => {
        const given = [PRODUCT, LEGAL, FIELD].map((activity) => vote(activity, from));
        const { kept, voided } = edited(given, { from, to, onEdit });
        const all = [...kept, ...voided].map(({ activity }) => activity);
        expect(all.toSorted()).toEqual(given.map(({ activity }) => activity).toSorted());
        if (onEdit === 'keep') expect(voided).toEqual([]);
        if (onEdit === 'all') expect(kept).toEqual([]);
        if (onEdit !== 'changed_sections' || from.digest === to.digest) return;
        for (const one of kept) {
          const activity = STAGE.activities.find(({ key }) => key === one.activity);
          expect(coveredSections(activity, to.sections)).toEqual(one.sections);
        }
      }),
    );
  });
});
