interface Flow {
  initial: string;
  stages: string[];
  links: { source: string; target: string }[];
}

/**
 * The stages in the order in which work passes them: every stage before those it leads to, except where a link closes
 * a circle; stages that no link reaches come last. The order in which a definition lists its stages plays no part,
 * because storage does not keep it.
 */
export function flowOrder({ initial, stages, links }: Flow): string[] {
  const seen = new Set<string>();
  const finished: string[] = [];
  const visit = (stage: string) => {
    if (seen.has(stage)) return;
    seen.add(stage);
    const next = links.filter(({ source }) => source === stage).map(({ target }) => target);
    for (const target of next.toSorted()) visit(target);
    finished.push(stage);
  };
  visit(initial);
  const reached = finished.toReversed();
  finished.length = 0;
  for (const stage of stages.toSorted().toReversed()) visit(stage);
  return [...reached, ...finished.toReversed()];
}
