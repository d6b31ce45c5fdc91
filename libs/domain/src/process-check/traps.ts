import { isReturn } from './places.js';
import type { Move } from './walk.js';
import { placesReached, type Ways } from './ways.js';

/** A place in a trap that is to blame for it, and the stages that it can do no more than send work back to. */
interface Culprit {
  place: string;
  stage: string;
  backTo: string[];
}

/** Places that lead only to each other, none of them final. */
export interface Trap {
  stages: string[];
  culprits: Culprit[];
}

/** Places from which no final stage can be reached without an event that every stage has. */
export function stuckPlaces({ walk }: Ways, isFinal: (place: string) => boolean): Set<string> {
  const before = placesBefore(walk.moves.filter(({ step }) => !step.ofRoot));
  const places = [...walk.stageOf.keys()];
  const saved = placesReached(
    places.filter((place) => isFinal(place)),
    (place) => before.get(place) ?? [],
  );
  return new Set(places.filter((place) => !saved.has(place)));
}

/** The traps in which all stuck work ends. What merely leads into a trap is well once the trap is mended. */
export function trapsAmong(stuck: Set<string>, ways: Ways): Trap[] {
  const next = (place: string) => onward(ways, place).map(({ to }) => to);
  const before = placesBefore([...stuck].flatMap((place) => onward(ways, place)));
  const traps: Trap[] = [];
  const explained = new Set<string>();
  for (const place of stuck) {
    if (explained.has(place)) continue;
    const trap = trapBehind(place, next, before);
    traps.push(trapOf(trap, ways));
    for (const led of placesReached(trap, (there) => before.get(there) ?? [])) explained.add(led);
  }
  return traps;
}

function placesBefore(moves: Move[]): Map<string, string[]> {
  const before = new Map<string, string[]>();
  for (const { from, to } of moves) {
    const known = before.get(to);
    if (known === undefined) before.set(to, [from]);
    else known.push(from);
  }
  return before;
}

function onward(ways: Ways, place: string) {
  return ways.movesFrom(place).filter(({ step }) => !step.ofRoot);
}

/** Goes on to where there is no way back from, until there is one from everywhere. */
function trapBehind(
  place: string,
  next: (place: string) => string[],
  before: Map<string, string[]>,
): Set<string> {
  for (let there: string | undefined = place, trap = new Set([place]); ;) {
    if (there === undefined) return trap;
    trap = placesReached([there], next);
    const behind = placesReached([there], (one) => before.get(one) ?? []);
    there = [...trap].find((one) => !behind.has(one));
  }
}

/** To blame are the stages that no transition leaves but to send work back; in a plain circle the first one. */
function trapOf(places: Set<string>, ways: Ways): Trap {
  const { stageOf } = ways.walk;
  const all = [...stageOf.keys()]
    .filter((place) => places.has(place))
    .map((place) => {
      const stage = stageOf.get(place)!;
      const leaving = onward(ways, place).filter(({ to }) => stageOf.get(to) !== stage);
      const back = leaving.filter(({ step }) => isReturn(step.transition));
      const backTo = [...new Set(back.map(({ to }) => stageOf.get(to)!))];
      return { place, stage, backTo, blocked: leaving.length === back.length };
    });
  const blocked = all.filter((one, index) => {
    const first = all.findIndex(({ stage }) => stage === one.stage) === index;
    return first && all.every((other) => other.stage !== one.stage || other.blocked);
  });
  const culprits = blocked.length > 0 ? blocked : [{ ...all[0]!, backTo: [] }];
  return { stages: [...new Set(all.map(({ stage }) => stage))], culprits };
}
