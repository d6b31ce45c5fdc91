import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  CONTENT,
  decideAs,
  ena,
  FAVOURABLE,
  held,
  itemIn,
  lin,
  mia,
  PROCESSES,
  TRAINING,
} from './items.fixture.js';
import type { Process } from './process-machine.js';
import { STRICT } from './strict-process.fixture.js';
import { surroundingsOfEvent, surroundingsOfStage } from './looks-at.js';
import { type Surroundings } from './surroundings.js';

const taught = [
  { itemId: 'content-1', title: 'Tiers', stage: 'published', freshness: 'current' as const },
];
const full: Surroundings = { ...FAVOURABLE, taught };

/** Every stage of a process that looks at something, and what it looks at. */
function lookingStages(process: Process) {
  return Object.fromEntries(
    Object.keys(process.definition.states)
      .map((stage) => [stage, surroundingsOfStage(process, stage)] as const)
      .filter(([, looked]) => looked.length > 0),
  );
}

describe('what the rules of a stage look at beyond the item', () => {
  it('is the goal at intake and the content that a training trains on at gold, and else nothing', () => {
    expect(PROCESSES.map(lookingStages)).toEqual([
      { intake: ['goal'] },
      { intake: ['goal'], gold: ['taught'] },
      {},
    ]);
    expect(lookingStages(STRICT)).toEqual({ intake: ['goal'], release: ['taught'] });
  });

  it('is told for each event by itself', () => {
    expect(surroundingsOfEvent(TRAINING, 'gold', 'deliver')).toEqual(['taught']);
    expect(surroundingsOfEvent(TRAINING, 'gold', 'request_changes')).toEqual([]);
    expect(surroundingsOfEvent(TRAINING, 'alpha', 'deliver')).toEqual([]);
    expect(surroundingsOfEvent(TRAINING, 'heaven', 'deliver')).toEqual([]);
  });

  it('counts the events of the whole process too, and each thing once', () => {
    const goal = { type: 'all', params: { rules: [{ type: 'goal_is_active' }] } };
    const { definition } = CONTENT;
    const on = {
      cancel: [
        { target: '.cancelled', guard: goal },
        { target: '.retired', guard: goal },
      ],
    };
    const process: Process = { ...CONTENT, definition: { ...definition, on } };
    expect(surroundingsOfStage(process, 'drafting')).toEqual(['goal']);
    expect(surroundingsOfStage(process, 'intake')).toEqual(['goal']);
    expect(surroundingsOfStage(process, 'intake')).toEqual(['goal']);
  });
});

describe('an entry', () => {
  it('holds exactly what the rules of its event looked at', () => {
    const atIntake = held(itemIn(TRAINING, 'intake'), 'triage', ena);
    const accept = { type: 'event', event: 'accept', input: {} } as const;
    expect(accepted(decideAs(TRAINING, atIntake, ena, accept, full)).entry.given).toEqual({
      goal: full.goal,
    });
    const atGold = held(itemIn(TRAINING, 'gold'), 'release', lin);
    const deliver = { type: 'event', event: 'deliver', input: {} } as const;
    expect(accepted(decideAs(TRAINING, atGold, lin, deliver, full)).entry.given).toEqual({
      taught,
    });
  });

  it('says nothing of surroundings that nobody looked at', () => {
    const drafting = held(itemIn(CONTENT, 'drafting'), 'draft', mia);
    const commands = [
      { type: 'event', event: 'submit', input: {} },
      { type: 'revise', digest: 'text-2', size: 9, origin: 'edited' },
    ] as const;
    for (const command of commands) {
      expect(accepted(decideAs(CONTENT, drafting, mia, command, full)).entry).not.toHaveProperty(
        'given',
      );
    }
  });
});
