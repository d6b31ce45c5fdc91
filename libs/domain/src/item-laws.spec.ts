import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Change } from './change.js';
import { factProblems } from './fact-types/fact-problems.fixture.js';
import { PROCESSES } from './items.fixture.js';
import type { Process } from './process-machine.js';
import { STRICT } from './strict-process.fixture.js';
import { presentVotes } from './votes.js';
import { walk } from './walks.fixture.js';

const WALKED = [...PROCESSES, STRICT];

/** What has to hold after every command, whoever sent it and wherever it found the item. */
function law(name: string, holds: (change: Change, process: Process) => void) {
  it(name, () => {
    fc.assert(
      fc.property(
        fc.constantFrom('content', 'training', 'variant', 'strict', 'strict', 'strict'),
        fc.array(fc.nat(), { maxLength: 80, size: 'max' }),
        (name, picks) => {
          const process = WALKED.find(({ definition }) => definition.id === name)!;
          for (const change of walk(process, picks)) holds(change, process);
        },
      ),
      { numRuns: 40 },
    );
  });
}

const doubles = (names: string[]) => names.filter((name, at) => names.indexOf(name) !== at);

describe('after every command', () => {
  law('an activity or a question has at most one open task', ({ after }) => {
    expect(doubles(after.openTasks.map(({ activity }) => activity))).toEqual([]);
  });

  law('each activity of the stage is open, or was done in this visit', ({ after }, process) => {
    const { meta, on = {} } = process.definition.states[after.stage]!;
    const voted = presentVotes(after).map(({ activity }) => activity);
    const reviewed = Object.hasOwn(on, 'approve') || Object.hasOwn(on, 'confirm');
    const missing = meta.activities
      .map(({ key }) => key)
      .filter((key) => after.openTasks.every(({ activity }) => activity !== key));
    if (reviewed && meta.mode === 'team') expect(voted).toEqual(expect.arrayContaining(missing));
  });

  law('nobody wrote what they approved, nor did the one whose place they took', ({ after }) => {
    const voters = presentVotes(after).flatMap(({ actorId, onBehalfOf }) => [actorId, onBehalfOf]);
    expect(voters.filter((id) => after.context.authors.includes(id ?? ''))).toEqual([]);
  });

  law(
    'nobody approved twice in one visit, nor let somebody else do it in their place',
    ({ after }) => {
      const voters = presentVotes(after).flatMap(({ actorId, onBehalfOf }) => [
        actorId,
        ...(onBehalfOf === undefined || onBehalfOf === null ? [] : [onBehalfOf]),
      ]);
      expect(doubles(voters)).toEqual([]);
    },
  );

  law(
    'a vote covers what the text says now, where edits void what they change',
    ({ after }, process) => {
      const { onEdit = 'changed_sections' } = process.definition.states[after.stage]!.meta;
      const now = Object.fromEntries(
        (after.revision?.sections ?? []).map(({ key, digest }) => [key, digest]),
      );
      if (onEdit === 'keep') return;
      for (const { sections = {} } of presentVotes(after)) {
        for (const [key, digest] of Object.entries(sections)) expect(now[key]).toBe(digest);
      }
    },
  );

  law('each fact says what its type promises, and nothing else', ({ facts }) => {
    expect(facts.flatMap(factProblems)).toEqual([]);
  });

  law('open tasks belong to the stage, and a closed stage has none', ({ after }, process) => {
    const keys = process.definition.states[after.stage]!.meta.activities.map(({ key }) => key);
    for (const { activity } of after.openTasks) expect(keys).toContain(activity.split('/')[0]);
  });

  law(
    'what was opened and what was closed add up to what is open',
    ({ before, after, opened, changedTasks }) => {
      const closed = changedTasks
        .filter(({ status }) => status !== 'offered' && status !== 'claimed')
        .map(({ id }) => id);
      const expected = [...(before?.openTasks ?? []), ...opened]
        .map(({ id }) => id)
        .filter((id) => !closed.includes(id));
      expect(after.openTasks.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
    },
  );

  law(
    'only what was voided is missing among the votes of the visit',
    ({ before, after, entry }) => {
      if (before === null || entry.command.type !== 'revise') return;
      const key = ({ activity, actorId }: { activity: string; actorId: string }) =>
        `${activity} ${actorId}`;
      const kept = presentVotes(after).map(key);
      const lost = presentVotes(before)
        .map(key)
        .filter((vote) => !kept.includes(vote));
      expect(lost.toSorted()).toEqual((entry.voided ?? []).map(key).toSorted());
    },
  );
});
