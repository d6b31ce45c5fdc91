import { pointerTo } from '../json-pointer.js';
import { canBeSent } from './check-senders.js';
import { type Checked, type Finding, findingAt, wayInWords } from './finding.js';
import { isReturn, listed, transitionsOf } from './places.js';
import { stuckPlaces, type Trap, trapsAmong } from './traps.js';
import type { Move } from './walk.js';
import { cheapestWays, pathOf } from './ways.js';

export function unreachableStages(checked: Checked): Finding[] {
  const { definition, ways } = checked;
  return Object.keys(definition.states)
    .filter((stage) => ways.pathTo(stage) === null)
    .map((stage) =>
      findingAt(checked, {
        code: 'unreachable_stage',
        sentence: `No item ever comes to ${stage}, whatever events are sent.`,
        pointer: pointerTo('states', stage),
        stage,
      }),
    );
}

/** Where work stops, and where what was sent back never gets through again. */
export function stuckWork(checked: Checked): Finding[] {
  const { ways } = checked;
  const stuck = stuckPlaces(ways, isFinalIn(checked));
  const traps = trapsAmong(stuck, ways);
  return [
    ...deadEnds(checked, traps),
    ...stagesWithoutSenders(checked, traps),
    ...rejectLoops(checked, stuck, traps),
  ];
}

function isFinalIn({ definition, ways }: Checked) {
  return (place: string) => definition.states[ways.walk.stageOf.get(place)!]!.type === 'final';
}

function deadEnds({ ways }: Checked, traps: Trap[]): Finding[] {
  const found = traps.flatMap(({ culprits, stages }) =>
    culprits.map(({ place, stage, backTo }) => ({ place, stage, backTo, stages })),
  );
  return found.map(({ place, stage, backTo, stages }) => {
    const path = ways.pathToPlace(place);
    const others = stages.filter((other) => other !== stage);
    const why =
      backTo.length > 0
        ? `it only sends work back to ${listed(backTo)}`
        : others.length === 0
          ? 'no transition of its own leads to another stage'
          : `it leads only to ${listed(others)} and from there back`;
    return {
      code: 'dead_end',
      severity: 'error',
      detail: `From ${stage} no final stage can be reached: ${why}.${wayInWords(path, stage)}`,
      pointer: pointerTo('states', stage),
      path,
    };
  });
}

function stagesWithoutSenders(checked: Checked, traps: Trap[]): Finding[] {
  const known = new Set(traps.flatMap(({ culprits }) => culprits.map(({ stage }) => stage)));
  return Object.entries(checked.definition.states)
    .filter(([stage, { type, on = {} }]) => {
      const leaving = Object.entries(on).filter(([, transitions]) =>
        transitions.some(({ target }) => target !== undefined && target !== stage),
      );
      return (
        type !== 'final' &&
        !known.has(stage) &&
        leaving.length > 0 &&
        leaving.every(([event]) => !canBeSent(checked, stage, event))
      );
    })
    .map(([stage]) =>
      findingAt(checked, {
        code: 'dead_end',
        sentence: `From ${stage} no final stage can be reached: nobody may send any event that leaves it.`,
        pointer: pointerTo('states', stage),
        stage,
      }),
    );
}

/** Returns into a stage without a way forward, or by a stage that knows nothing but to send back. */
function rejectLoops(checked: Checked, stuck: Set<string>, traps: Trap[]): Finding[] {
  const { definition, ways } = checked;
  if (Object.values(definition.states).every(({ type }) => type !== 'final')) return [];
  const culprits = new Set(traps.flatMap((trap) => trap.culprits.map(({ place }) => place)));
  const pointers = new Map(
    transitionsOf(definition).map(({ transition, pointer }) => [transition, pointer]),
  );
  const told = new Set<string>();
  return ways.walk.moves.flatMap((move) => {
    const { step } = move;
    const blamed = culprits.has(move.from) || culprits.has(move.to);
    if (step.ofRoot || !isReturn(step.transition) || !stuck.has(move.to) || !blamed) return [];
    const pointer = pointers.get(step.transition)!;
    if (told.has(pointer)) return [];
    told.add(pointer);
    return [rejectLoop(checked, move, pointer)];
  });
}

function rejectLoop({ ways }: Checked, move: Move, pointer: string): Finding {
  const { stage, event } = move.step;
  const backTo = ways.walk.stageOf.get(move.to)!;
  const around = cheapestWays({
    start: move.to,
    movesFrom: (place) => ways.movesFrom(place).filter(({ step }) => !step.ofRoot),
    costOf: () => 1,
  });
  const loops = around.has(move.from);
  const sent = { stage, event };
  const path = [
    ...ways.pathToPlace(move.from),
    sent,
    ...(loops ? [...pathOf(around, move.from), sent] : []),
  ];
  const why = loops
    ? `all that ${stage} can do with it is to send it back again`
    : `${backTo} has no way forward`;
  return {
    code: 'reject_loop',
    severity: 'error',
    detail: `What ${stage} sends back to ${backTo} by ${event} never reaches the end: ${why}.${wayInWords(path, backTo)}`,
    pointer,
    path,
  };
}
