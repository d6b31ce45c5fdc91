import { pointerTo } from '../json-pointer.js';
import { rulesOf } from '../process-machine.js';
import { type Checked, type Finding, findingAt } from './finding.js';
import { countsVotes, isCount, quorumOf, transitionsOf } from './places.js';

/** Quorums that are missing, that nothing counts to, or that the voters of their stage can never reach. */
export function quorumsOutOfReach(checked: Checked): Finding[] {
  return Object.entries(checked.definition.states).flatMap(([stage, { meta, type }]) => {
    if (type === 'final') return [];
    const sentences = [
      ...(meta.mode === 'team' && meta.quorum === undefined
        ? [`Expected a quorum in ${stage}, where a team votes; found none.`]
        : []),
      ...uncounted(checked, stage),
      ...unreachable(checked, stage),
    ];
    return sentences.map((sentence) =>
      findingAt(checked, {
        code: 'quorum_too_large',
        sentence,
        pointer: pointerTo(
          'states',
          stage,
          'meta',
          ...(meta.quorum === undefined ? [] : ['quorum']),
        ),
        stage,
      }),
    );
  });
}

/** A single vote needs no counting. */
function uncounted({ definition }: Checked, stage: string): string[] {
  const { meta, on = {} } = definition.states[stage]!;
  const { quorum = 1 } = meta;
  const counted = Object.values(on)
    .flat()
    .map((transition) => quorumOf(transition))
    .filter((count) => count !== null);
  if (quorum === 1 || counted.includes(quorum)) return [];
  const found =
    counted.length === 0 ? 'none that counts' : `one that counts to ${counted.join(', ')}`;
  return [
    `Expected a transition of ${stage} that counts to its quorum of ${quorum}; found ${found}.`,
  ];
}

function unreachable({ definition, voting }: Checked, stage: string): string[] {
  const { meta, on = {} } = definition.states[stage]!;
  const asked = Object.keys(on)
    .map((event) => voting.voteOn(stage, event))
    .filter(({ quorum }) => quorum !== null)
    .map((vote) => ({ ...vote, most: voting.mostVotes(vote).count }));
  const tooMany = asked.find(({ quorum, most }) => !(Math.max(quorum!, meta.quorum ?? 1) <= most));
  if (tooMany === undefined) return [];
  const { event, quorum, most, byFunction } = tooMany;
  const voters = byFunction ? 'functions' : 'activities';
  const found = Math.max(quorum!, meta.quorum ?? 1);
  return [
    `Expected a quorum that ${event} in ${stage} can reach, at most ${most} (distinct ${voters} that may send it); found ${found}.`,
  ];
}

/** Rules that count approvals up to no number. */
export function malformedQuorums(checked: Checked): Finding[] {
  return transitionsOf(checked.definition).flatMap(({ stage, event, transition, pointer }) =>
    rulesOf(transition).flatMap(({ type, params = {} }, index) => {
      if (!countsVotes(type) || isCount(params['of'])) return [];
      const found = Object.hasOwn(params, 'of') ? JSON.stringify(params['of']) : 'none';
      const at = `${pointer}/guard/params/rules/${index}`;
      return [
        findingAt(checked, {
          code: 'quorum_malformed',
          sentence: `Expected params.of of ${type}, a whole number from 1, for ${event} in ${stage ?? 'any stage'}; found ${found}.`,
          pointer: Object.hasOwn(params, 'of') ? `${at}/params/of` : at,
          stage,
        }),
      ];
    }),
  );
}
