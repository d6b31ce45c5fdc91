/** A stretch along a lane, in px; `from` is not below `to`. */
interface Stretch {
  from: number;
  to: number;
}

/**
 * The number of a lane for each stretch, counted from the inside: shorter stretches choose first, and each takes the
 * innermost lane where it keeps `gap` px from the others. Equal stretches choose in the order given.
 */
export function freeLanes(stretches: Stretch[], gap: number): number[] {
  const lanes: Stretch[][] = [];
  const chosen = new Map<Stretch, number>();
  for (const stretch of stretches.toSorted((one, other) => lengthOf(one) - lengthOf(other))) {
    const isFree = (lane: Stretch[]) =>
      lane.every(({ from, to }) => to + gap < stretch.from || stretch.to + gap < from);
    const free = lanes.findIndex(isFree);
    const lane = free === -1 ? lanes.length : free;
    lanes[lane] = [...(lanes[lane] ?? []), stretch];
    chosen.set(stretch, lane);
  }
  return stretches.map((stretch) => chosen.get(stretch)!);
}

const lengthOf = ({ from, to }: Stretch) => to - from;
