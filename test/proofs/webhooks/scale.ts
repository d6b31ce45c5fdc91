/** How much of everything there is. */
export interface Scale {
  /** comments that are written, each of which is a fact */
  facts: number;
  /** items that are commented on */
  items: number;
  /** kills of an API or a worker, for each place where jobs are kept */
  kills: number;
  /** requests that get no answer at all and hold up what waits for them, at each receiver */
  hangs: number;
  /** facts that each receiver refuses until it is mended */
  poison: number;
}

export const FULL: Scale = { facts: 10_000, items: 200, kills: 24, hangs: 8, poison: 12 };
export const SHORT: Scale = { facts: 300, items: 16, kills: 3, hangs: 1, poison: 3 };
