import { describe, expect, it } from '@jest/globals';
import { decideGoal } from '../goals/decide-goal.js';
import type { FactDraft } from '../facts.js';
import { accepted, CONTENT, decideAs, ena, held, itemIn, mia } from '../items.fixture.js';
import type { ItemState } from '../item-state.js';
import type { Command } from '../command.js';
import { isFactPattern } from './fact-filter.js';
import { factProblems } from './fact-problems.fixture.js';
import { FACT_TYPES, mayBeAnnounced } from './fact-types.js';

/** As long as the API takes it, and six bytes each as JSON. */
const LONGEST = '\u0001'.repeat(4000);
const PEOPLE = Array.from({ length: 50 }, (_, index) => `person-${index}`.padEnd(36, '0'));
const SECTIONS = Array.from({ length: 5000 }, (_, index) => ({
  key: `${'chapter/'.repeat(20)}${index}`,
  digest: `${index}`,
}));

const reviewed = itemIn(CONTENT, 'in_review', {
  revision: { number: 1, digest: 'text-1', size: 900_000, sections: SECTIONS },
  context: {
    ...CONTENT.definition.context,
    approvals: [
      {
        activity: 'product_review',
        actorId: 'pia',
        digest: 'text-1',
        sections: Object.fromEntries(SECTIONS.map(({ key, digest }) => [key, digest])),
      },
    ],
  },
});

const drafted = held(itemIn(CONTENT, 'drafting'), 'draft', mia);

const LARGEST: [string, ItemState, Command, string[]][] = [
  [
    'the comment of an event',
    drafted,
    { type: 'event', event: 'cancel', input: { comment: LONGEST } },
    ['comment'],
  ],
  ['why it was moved', drafted, { type: 'move', to: 'brief', comment: LONGEST }, ['comment']],
  [
    'what blocks it',
    drafted,
    { type: 'block', category: 'budget', owner: { function: 'legal' }, detail: LONGEST },
    ['detail'],
  ],
  [
    'why it was written past the process',
    reviewed,
    { type: 'revise', digest: 'text-2', size: 9, origin: 'edited', offProcess: LONGEST },
    ['offProcess', 'sections'],
  ],
  [
    'everybody that a comment names',
    drafted,
    {
      type: 'comment',
      commentId: 'comment-1',
      digest: 'comment',
      section: null,
      mandatory: false,
      mentions: PEOPLE,
    },
    [],
  ],
  [
    'a long name of a file',
    drafted,
    {
      type: 'attach',
      attachmentId: 'attachment-1',
      name: '漢'.repeat(255),
      mediaType: 'text/plain',
      size: 9,
      digest: 'bytes',
    },
    [],
  ],
];

describe('a type of fact', () => {
  it('has a name to filter by, a sentence, and a description of each field', () => {
    for (const { type, meaning, dataSchema } of FACT_TYPES) {
      expect(isFactPattern(type)).toBe(true);
      expect(meaning).toMatch(/^[A-Z].*\.$/u);
      const { properties } = dataSchema as { properties: Record<string, { description: string }> };
      for (const field of Object.values(properties)) expect(field.description).toMatch(/\w/u);
    }
    expect(new Set(FACT_TYPES.map(({ type }) => type)).size).toBe(FACT_TYPES.length);
  });

  it('that nobody described does not compile', () => {
    // @ts-expect-error: there is no such type
    const draft: FactDraft = { type: 'item.renamed', data: {} };
    expect(FACT_TYPES.map(({ type }) => type)).not.toContain(draft.type);
  });

  it('is a process’s own unless Baton announces it by itself', () => {
    expect(mayBeAnnounced('campaign.launched')).toBe(true);
    expect(mayBeAnnounced('item.published')).toBe(true);
    expect(mayBeAnnounced('task.claimed')).toBe(false);
    expect(mayBeAnnounced('constructor')).toBe(true);
  });
});

describe('the largest that can be said', () => {
  it.each(LARGEST)('%s is cut in the fact, and whole in the trail', (_, item, command, cut) => {
    const { facts, entry } = accepted(decideAs(CONTENT, item, ena, command));
    expect(facts.flatMap(factProblems)).toEqual([]);
    const truncated = facts.flatMap(
      ({ body }) => (JSON.parse(body) as { data: { truncated?: string[] } }).data.truncated ?? [],
    );
    expect(truncated.toSorted()).toEqual(cut);
    expect(entry.command).toEqual(command);
  });

  it('a goal with every text as long as it may be says it all', () => {
    const goal = {
      title: '漢'.repeat(300),
      metric: '漢'.repeat(300),
      unit: '€'.repeat(100),
      scope: '漢'.repeat(1000),
      baseline: 1e15,
      target: { kind: 'absolute' as const, value: -1e15 },
      deadline: '2999-12-31',
      sponsorId: ena.id,
      contributions: [],
      conflictsWith: [],
    };
    const rest = { status: 'active', version: 3, actual: null, retrospective: null } as const;
    const before = { workspaceId: 'workspace-1', id: 'goal-1', ...goal, ...rest };
    const decision = decideGoal(
      before,
      { type: 'close', actual: 1e15, retrospective: LONGEST.replaceAll('\u0001', 'x') },
      {
        workspaceId: 'workspace-1',
        goalId: 'goal-1',
        actor: ena,
        at: '2027-01-15T09:00:00.000Z',
        surroundings: { sponsor: null, others: [] } as never,
      },
    );
    if (decision.outcome !== 'changed') throw new Error(JSON.stringify(decision));
    expect(decision.facts.flatMap(factProblems)).toEqual([]);
    expect(decision.facts[0]!.body).not.toContain('truncated');
  });
});
