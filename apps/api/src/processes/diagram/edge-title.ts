import type { GraphEdge, ProcessGraph } from './process-graph.js';

/** An edge in words, for instance "Brief → Structuring: Hand on". */
export function edgeTitle(graph: ProcessGraph, { source, target, events }: GraphEdge): string {
  const labelOf = (stage: string) => graph.stages.find(({ key }) => key === stage)!.label;
  const words = events.map((event) => graph.eventLabels.get(event) ?? event);
  return `${labelOf(source)} → ${labelOf(target)}: ${words.join(' / ')}`;
}
