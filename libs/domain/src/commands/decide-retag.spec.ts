import { describe, expect, it } from '@jest/globals';
import { type Actor, LINE } from '../actor.js';
import type { Command } from '../command.js';
import {
  accepted,
  CONTENT,
  decideAs,
  description,
  ena,
  gus,
  itemIn,
  PROCESSES,
  refused,
} from '../items.fixture.js';
import type { ItemState } from '../item-state.js';
import type { Process } from '../process-machine.js';

type Retag = Omit<Extract<Command, { type: 'retag' }>, 'type'>;

const RENAMED: Retag = { facet: 'audience', from: 'account_executive', to: 'rep' };

function retag(item: ItemState, change: Retag = RENAMED, actor: Actor = ena, process = CONTENT) {
  return decideAs(process, item, actor, { type: 'retag', ...change });
}

const stages = PROCESSES.flatMap((process) =>
  Object.keys(process.definition.states).map((stage): [string, Process] => [stage, process]),
);

describe('re-tagging', () => {
  it.each(stages)('is possible in every stage: %s', (stage, process) => {
    const before = itemIn(process, stage);
    const change = accepted(retag(before, RENAMED, gus, process));
    expect(change.after).toEqual({
      ...before,
      description: { ...before.description, audience: ['rep'] },
      version: before.version + 1,
      auditHash: change.sealed.hash,
    });
    expect([change.opened, change.changedTasks, change.effects]).toEqual([[], [], []]);
  });

  it('is recorded and announced with the word before and after', () => {
    const { entry, facts } = accepted(retag(itemIn(CONTENT, 'cancelled')));
    expect(entry.command).toEqual({ type: 'retag', ...RENAMED });
    expect(facts.map(({ type }) => type)).toEqual(['item.retagged']);
    expect(JSON.parse(facts[0]!.body)).toMatchObject({ data: { ...RENAMED, actor: 'ena' } });
  });

  it.each<[Retag, object]>([
    [{ facet: 'type', from: 'policy', to: 'guideline' }, { type: 'guideline' }],
    [{ facet: 'purpose', from: 'open_a_conversation', to: 'open' }, { purpose: 'open' }],
    [{ facet: 'journeyStage', from: 'awareness', to: 'all' }, { journeyStage: ['all'] }],
    [{ facet: 'audience', from: 'account_executive', to: 'rep' }, { audience: ['rep'] }],
  ])('replaces the word in its facet only: %j', (change, expected) => {
    const { after } = accepted(retag(itemIn(CONTENT, 'drafting'), change));
    expect(after.description).toEqual({ ...description(), ...expected });
  });

  it.each([
    [
      ['a', 'b', 'c'],
      ['z', 'b', 'c'],
    ],
    [
      ['z', 'a', 'b'],
      ['z', 'b'],
    ],
    [
      ['a', 'b', 'z'],
      ['z', 'b'],
    ],
  ])('keeps the order of %j and leaves no double', (audience, expected) => {
    const item = itemIn(CONTENT, 'drafting', { description: description({ audience }) });
    const { after } = accepted(retag(item, { facet: 'audience', from: 'a', to: 'z' }));
    expect(after.description.audience).toEqual(expected);
  });

  it('changes nothing where the item does not carry the word, or is to keep it', () => {
    const item = itemIn(CONTENT, 'drafting');
    const bare = itemIn(CONTENT, 'intake', { description: description({ type: null }) });
    for (const decision of [
      retag(item, { ...RENAMED, from: 'partner' }),
      retag(item, { ...RENAMED, facet: 'purpose' }),
      retag(item, { ...RENAMED, to: RENAMED.from }),
      retag(bare, { facet: 'type', from: 'policy', to: 'faq' }),
    ]) {
      expect(decision.outcome).toBe('unchanged');
    }
  });

  it('is done in the name of a person', () => {
    expect(refused(retag(itemIn(CONTENT, 'drafting'), RENAMED, LINE))).toMatchObject({
      kind: 'forbidden',
      reasons: [{ code: 'not_a_person' }],
    });
  });
});
