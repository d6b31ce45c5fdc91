import { describe, expect, it } from '@jest/globals';
import { AT, CONTENT, held, itemIn, mia, pia, TRAINING } from './items.fixture.js';
import type { ItemState } from './item-state.js';
import { CHANGED } from './migration.fixture.js';
import { planMigration } from './plan-migration.js';
import { EMPTY_CONTEXT } from './process-definition.js';
import { checkMapping, type StageMapping } from './stage-mapping.js';

const NO_MAPPING: StageMapping = { stages: {}, choices: {}, cancelHeld: false };

function plan(item: ItemState, mapping: Partial<StageMapping> = {}) {
  return planMigration({
    from: CONTENT.definition,
    to: CHANGED.definition,
    mapping: { ...NO_MAPPING, ...mapping },
    item,
    nameOf: (id) => (id === mia.id ? 'Mia' : id),
  });
}

describe('planning a migration', () => {
  it('leads a stage to the one of the same name', () => {
    expect(plan(itemIn(CONTENT, 'drafting'))).toEqual({
      outcome: 'mapped',
      stage: 'drafting',
      renamed: {},
      notes: [],
    });
  });

  it('leads a stage to where the mapping says, also against its name', () => {
    const stages = { structuring: 'outlining', drafting: 'intake' };
    expect(plan(itemIn(CONTENT, 'structuring'), { stages })).toMatchObject({ stage: 'outlining' });
    expect(plan(itemIn(CONTENT, 'drafting'), { stages })).toMatchObject({ stage: 'intake' });
  });

  it('is blocked where the new version has no such stage and nobody said where to go', () => {
    expect(plan(itemIn(CONTENT, 'brief'))).toEqual({
      outcome: 'blocked',
      reason:
        'The new version has no stage brief, and the mapping does not say where the work in it goes on.',
    });
  });

  it('leaves a stage that was taken apart to a person', () => {
    const stages = { brief: ['intake', 'outlining'] };
    expect(plan(itemIn(CONTENT, 'brief'), { stages })).toEqual({
      outcome: 'needs_choice',
      choices: ['intake', 'outlining'],
      reason: 'Brief was taken apart: choose intake or outlining for it.',
    });
  });

  it('follows a choice for an item by its id, and else by its slug', () => {
    const stages = { brief: ['intake', 'outlining'] };
    const item = itemIn(CONTENT, 'brief');
    const bySlug = plan(item, { stages, choices: { [item.slug]: 'outlining' } });
    expect(bySlug).toMatchObject({ outcome: 'mapped', stage: 'outlining' });
    const choices = { [item.slug]: 'outlining', [item.id]: 'intake' };
    expect(plan(item, { stages, choices })).toMatchObject({ outcome: 'mapped', stage: 'intake' });
  });

  it('does not take a choice that is none of those to choose from', () => {
    const stages = { brief: ['intake', 'outlining'] };
    const choices = { 'why-it-pays': 'drafting' };
    expect(plan(itemIn(CONTENT, 'brief'), { stages, choices })).toMatchObject({
      outcome: 'needs_choice',
      reason: expect.stringContaining('"drafting" was chosen for it.'),
    });
  });

  it('is blocked by a held task that the new stage does not have, unless the mapping gives it up', () => {
    const item = held(itemIn(CONTENT, 'brief'), 'write_brief', mia);
    const stages = { brief: 'outlining' };
    expect(plan(item, { stages })).toEqual({
      outcome: 'blocked',
      reason:
        'Mia holds "Write the brief", which outlining does not have: release or finish it first, or allow with cancelHeld: true in the mapping.',
    });
    expect(plan(item, { stages, cancelHeld: true })).toMatchObject({ outcome: 'mapped' });
  });

  it('is not blocked by a held task that the new stage has too', () => {
    const item = held(itemIn(CONTENT, 'in_review'), 'product_review', pia);
    expect(plan(item)).toMatchObject({ outcome: 'mapped', stage: 'in_review' });
  });

  it('names what the item remembers as the new version calls it', () => {
    const item = itemIn(CONTENT, 'drafting', {
      context: { ...EMPTY_CONTEXT, resumeAt: 'in_review', rework: { structuring: 2, brief: 1 } },
      arrival: {
        from: 'structuring',
        at: AT,
        giverId: mia.id,
        standpoint: null,
        formality: 'formal',
      },
    });
    expect(plan(item, { stages: { structuring: 'outlining' } })).toMatchObject({
      renamed: { in_review: 'in_review', structuring: 'outlining' },
      notes: [],
    });
  });

  it('says so where work cannot resume any more', () => {
    const context = { ...EMPTY_CONTEXT, resumeAt: 'structuring' };
    expect(plan(itemIn(CONTENT, 'drafting', { context }))).toMatchObject({
      renamed: {},
      notes: [
        'It was to resume at structuring, which has no one counterpart in the new version: it will pass every stage again.',
      ],
    });
  });

  it('is blocked for items of another kind', () => {
    const item = itemIn(TRAINING, 'intake');
    expect(plan(item)).toMatchObject({
      outcome: 'blocked',
      reason: '"content" is a process for items of kind content; this one is of kind training.',
    });
  });

  it('leaves alone what is finished', () => {
    expect(plan(itemIn(CONTENT, 'retired'))).toMatchObject({ outcome: 'blocked' });
  });
});

describe('a mapping', () => {
  const problemsOf = (mapping: Partial<StageMapping>) =>
    checkMapping(CONTENT.definition, CHANGED.definition, { stages: {}, choices: {}, ...mapping });

  it('is right where it leads from stages with work to stages with work', () => {
    const stages = { structuring: 'outlining', brief: ['intake', 'outlining'] };
    expect(problemsOf({ stages, choices: { 'why-it-pays': 'intake' } })).toEqual([]);
  });

  it.each([
    ['/stages/dreaming', { stages: { dreaming: 'drafting' } }],
    ['/stages/retired', { stages: { retired: 'drafting' } }],
    ['/stages/brief', { stages: { brief: 'structuring' } }],
    ['/stages/brief', { stages: { brief: 'cancelled' } }],
    ['/stages/brief', { stages: { brief: 'constructor' } }],
    ['/stages/brief/1', { stages: { brief: ['intake', 'nowhere'] } }],
    ['/choices/a~1b', { choices: { 'a/b': 'nowhere' } }],
  ])('has a problem at %s', (pointer, mapping) => {
    expect(problemsOf(mapping as Partial<StageMapping>)).toMatchObject([
      { pointer, code: 'not_in_list' },
    ]);
  });
});
