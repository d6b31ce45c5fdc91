import type { PathStep } from './finding.js';
import type { Move, Walk } from './walk.js';

/** The cheapest way to a place: what it costs, and its last move. */
interface Way {
  cost: number;
  last: Move | null;
}

export interface Ways {
  walk: Walk;
  movesFrom: (place: string) => Move[];
  /** events sent on the shortest way to a stage; null where none leads there */
  pathTo: (stage: string) => PathStep[] | null;
  /** the same for one place */
  pathToPlace: (place: string) => PathStep[];
}

export function waysOf(walk: Walk): Ways {
  const from = new Map<string, Move[]>();
  for (const move of walk.moves) {
    const moves = from.get(move.from);
    if (moves === undefined) from.set(move.from, [move]);
    else moves.push(move);
  }
  const movesFrom = (place: string) => from.get(place) ?? [];
  const ways = cheapestWays({ start: walk.start, movesFrom, costOf: () => 1 });
  const placeOf = new Map<string, string>();
  for (const place of ways.keys()) {
    const stage = walk.stageOf.get(place)!;
    const known = placeOf.get(stage);
    if (known === undefined || ways.get(place)!.cost < ways.get(known)!.cost) {
      placeOf.set(stage, place);
    }
  }
  return {
    walk,
    movesFrom,
    pathToPlace: (place) => pathOf(ways, place),
    pathTo: (stage) => {
      const place = placeOf.get(stage);
      return place === undefined ? null : pathOf(ways, place);
    },
  };
}

/** The cheapest way from `start` to every place it leads to, by correcting labels; costs are at least 0. */
export function cheapestWays({
  start,
  movesFrom,
  costOf,
}: {
  start: string;
  movesFrom: (place: string) => Move[];
  costOf: (move: Move) => number;
}): Map<string, Way> {
  const ways = new Map<string, Way>([[start, { cost: 0, last: null }]]);
  const waiting = new Set([start]);
  for (const place of waiting) {
    waiting.delete(place);
    const { cost } = ways.get(place)!;
    for (const move of movesFrom(place)) {
      const there = cost + costOf(move);
      if (there < (ways.get(move.to)?.cost ?? Infinity)) {
        ways.set(move.to, { cost: there, last: move });
        waiting.add(move.to);
      }
    }
  }
  return ways;
}

/** The events sent on the way to a place. */
export function pathOf(ways: Map<string, Way>, place: string): PathStep[] {
  const path: PathStep[] = [];
  for (let move = ways.get(place)!.last; move !== null; move = ways.get(move.from)!.last) {
    path.unshift({ stage: move.step.stage, event: move.step.event });
  }
  return path;
}

/** Every place that the moves lead to from `starts`, these among them. */
export function placesReached(starts: Iterable<string>, next: (place: string) => Iterable<string>) {
  const seen = new Set(starts);
  for (const place of seen) for (const there of next(place)) seen.add(there);
  return seen;
}
