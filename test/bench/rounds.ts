import { CONNECTIONS, type Plan } from './plan.js';
import type { Way, WayFigures, WayName } from './ways.js';

/** What the rounds of one number of connections came to, way by way; the n-th figures of all ways are of one round. */
export type Measured = Map<WayName, WayFigures[]>;

/** All ways take turns within a round, so that what disturbs the machine disturbs each of them alike. */
export async function runRounds(
  ways: Map<WayName, Way>,
  plan: Pick<Plan, 'rounds' | 'seconds' | 'referenceSeconds'>,
  onRound: (round: number) => void = () => undefined,
): Promise<Map<number, Measured>> {
  const measured = new Map(
    CONNECTIONS.map((connections) => [connections, new Map() as Measured] as const),
  );
  for (let round = 1; round <= plan.rounds; round += 1) {
    onRound(round);
    for (const [connections, figures] of measured) {
      for (const [name, way] of ways) {
        const seconds = secondsOf(name, ways, plan);
        const known = figures.get(name) ?? [];
        figures.set(name, [...known, await way({ connections, seconds })]);
      }
    }
  }
  return measured;
}

/** The way that a ratio is taken to: pgbench, or the loop in Node where there is no pgbench. */
export function peerOf(ways: Map<WayName, unknown>): WayName {
  return ways.has('pgbench') ? 'pgbench' : 'plain_node';
}

/** How many items the rounds of a plan may take, judging by rounds that were measured before, with a half more to spare. */
export function neededItems(before: Map<number, Measured>, plan: Plan) {
  const needed = { drafts: 0, plain: 0 };
  for (const measured of before.values()) {
    for (const [name, figures] of measured) {
      const perSecond = Math.max(...figures.map((each) => each.perSecond));
      const count = Math.ceil(perSecond * secondsOf(name, measured, plan) * plan.rounds * 1.5);
      needed[name === 'http' ? 'drafts' : 'plain'] += count;
    }
  }
  return {
    drafts: Math.min(needed.drafts, plan.draftsAtMost),
    // A round of pgbench leaves numbers out where one of its clients is ahead of the others.
    plain: Math.ceil(needed.plain * 1.5),
  };
}

function secondsOf(
  name: WayName,
  ways: Map<WayName, unknown>,
  { seconds, referenceSeconds }: Pick<Plan, 'seconds' | 'referenceSeconds'>,
): number {
  return name === 'http' || name === peerOf(ways) ? seconds : referenceSeconds;
}
