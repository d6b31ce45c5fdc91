import { placeAside } from './aside.js';
import { layOutFlow } from './flow-layout.js';
import { type Picture, pictureBounds, together } from './picture.js';
import type { GraphEdge, ProcessGraph } from './process-graph.js';
import { drawSideLines, heightForSideLines, type SideLines } from './side-lines.js';

/** The distance between the flow and what belongs to no place in it. */
const ASIDE_GAP = 36;

/**
 * A picture of the whole process: the flow from top to bottom, returns and later rounds on its right, resumptions on
 * its left, and below it the events that are possible everywhere.
 */
export async function layOutProcess(graph: ProcessGraph): Promise<Picture> {
  const { down, right, left } = edgesByPlace(graph);
  const isAlone = (stage: string) =>
    graph.edges.every(({ source, target }) => source !== stage && target !== stage);
  const flow = await layOutFlow({
    graph,
    stages: graph.stages.filter(({ key, isInitial }) => isInitial || !isAlone(key)),
    edges: down,
    minHeightOf: ({ key }) =>
      Math.max(heightForSideLines(right, key), heightForSideLines(left, key)),
  });
  const { x, width } = pictureBounds(flow);
  const { boxes } = flow;
  const withSides = together([
    flow,
    drawSideLines({ ...right, graph, boxes, border: x + width }),
    drawSideLines({ ...left, graph, boxes, border: x }),
  ]);
  const bounds = pictureBounds(withSides);
  const aside = placeAside({
    graph,
    stages: graph.stages.filter(({ key, isInitial }) => !isInitial && isAlone(key)),
    // In line with the column.
    x: boxes[0]!.x,
    y: bounds.y + bounds.height + ASIDE_GAP,
  });
  return together([withSides, aside]);
}

function edgesByPlace({ stages, edges }: ProcessGraph): {
  down: GraphEdge[];
  right: SideLines;
  left: SideLines;
} {
  const position = new Map(stages.map(({ key }, index) => [key, index]));
  const leadsDown = ({ course, source, target }: GraphEdge) =>
    course === 'onward' && position.get(source)! < position.get(target)!;
  return {
    down: edges.filter(leadsDown),
    right: {
      side: 'right',
      edges: edges.filter((edge) => edge.course !== 'resume' && !leadsDown(edge)),
    },
    left: { side: 'left', edges: edges.filter(({ course }) => course === 'resume') },
  };
}
