import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Edge, maximumFlow } from './flow.js';

/** Which right sides each left side may be matched with. */
type Wishes = number[][];

function network(wishes: Wishes): Edge[] {
  const right = [...new Set(wishes.flat())];
  return [
    ...wishes.map((_, left) => ({ from: 'source', to: `left ${left}`, capacity: 1 })),
    ...wishes.flatMap((wish, left) =>
      [...new Set(wish)].map((one) => ({ from: `left ${left}`, to: `right ${one}`, capacity: 1 })),
    ),
    ...right.map((one) => ({ from: `right ${one}`, to: 'sink', capacity: 1 })),
  ];
}

/** By trying every choice. */
function mostMatched([wish, ...others]: Wishes, taken: number[] = []): number {
  if (wish === undefined) return 0;
  const free = wish.filter((one) => !taken.includes(one));
  const withIt = free.map((one) => 1 + mostMatched(others, [...taken, one]));
  return Math.max(mostMatched(others, taken), ...withIt);
}

describe('the maximum flow', () => {
  const wishes = fc.array(fc.array(fc.nat(4), { maxLength: 4 }), { maxLength: 5 });

  it('matches as many as trying every choice does', () => {
    fc.assert(
      fc.property(wishes, (given) => {
        expect(maximumFlow(network(given)).value).toBe(mostMatched(given));
      }),
    );
  });

  it('carries on its edges exactly what it is worth', () => {
    fc.assert(
      fc.property(wishes, (given) => {
        const { value, carrying } = maximumFlow(network(given));
        expect(carrying.filter(({ from }) => from === 'source')).toHaveLength(value);
        expect(carrying.filter(({ to }) => to === 'sink')).toHaveLength(value);
      }),
    );
  });

  it('takes back an early choice that stands in the way of a better one', () => {
    expect(maximumFlow(network([[0, 1], [0]])).value).toBe(2);
  });

  it('reaches from the source just those that too many want', () => {
    const { value, reached } = maximumFlow(network([[0], [0], [1]]));
    expect(value).toBe(2);
    expect([...reached].filter((node) => node.startsWith('right'))).toEqual(['right 0']);
  });

  it('stops when it is enough', () => {
    expect(maximumFlow(network([[0], [1], [2]]), 2).value).toBe(2);
  });
});
