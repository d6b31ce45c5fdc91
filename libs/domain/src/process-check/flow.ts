/** An edge of a network, and how much it can carry. */
export interface Edge {
  from: string;
  to: string;
  capacity: number;
}

export interface Flow {
  value: number;
  /** what the source still reaches when nothing more fits through: behind its border lies the bottleneck */
  reached: Set<string>;
  /** the edges that carry something */
  carrying: Edge[];
}

interface Arc {
  edge: Edge;
  to: string;
  left: number;
  back: Arc | null;
}

/**
 * Maximum flow from `source` to `sink` by shortest augmenting paths (Edmonds and Karp), one unit at a time, until
 * `enough`. Whole capacities only. For the few hundred nodes of a review.
 */
export function maximumFlow(edges: Edge[], enough = Infinity): Flow {
  const arcs = new Map<string, Arc[]>();
  const forward = edges.map((edge) => addArcs(arcs, edge));
  for (let value = 0; ; value += 1) {
    const { reached, way } = value < enough ? augmentingWay(arcs) : { reached: new Set<string>() };
    if (way === undefined) {
      const carrying = forward.filter(({ edge, left }) => left < edge.capacity);
      return { value, reached, carrying: carrying.map(({ edge }) => edge) };
    }
    for (const arc of way) {
      arc.left -= 1;
      arc.back!.left += 1;
    }
  }
}

function addArcs(arcs: Map<string, Arc[]>, edge: Edge): Arc {
  const there: Arc = { edge, to: edge.to, left: edge.capacity, back: null };
  const back: Arc = { edge, to: edge.from, left: 0, back: there };
  there.back = back;
  addTo(arcs, edge.from, there);
  addTo(arcs, edge.to, back);
  return there;
}

function addTo(arcs: Map<string, Arc[]>, node: string, arc: Arc): void {
  const known = arcs.get(node);
  if (known === undefined) arcs.set(node, [arc]);
  else known.push(arc);
}

function augmentingWay(arcs: Map<string, Arc[]>): { reached: Set<string>; way?: Arc[] } {
  const came = new Map<string, Arc | null>([['source', null]]);
  for (const node of came.keys()) {
    for (const arc of arcs.get(node) ?? []) {
      if (arc.left > 0 && !came.has(arc.to)) came.set(arc.to, arc);
    }
    if (came.has('sink')) break;
  }
  const reached = new Set(came.keys());
  if (!came.has('sink')) return { reached };
  const way: Arc[] = [];
  for (let arc = came.get('sink'); arc != null; arc = came.get(arc.back!.to)) way.push(arc);
  return { reached, way };
}
