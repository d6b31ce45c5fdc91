import elk, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { edgeTitle } from './edge-title.js';
import type { Point } from './geometry.js';
import type { Picture, PlacedBox, PlacedLabel, PlacedLine } from './picture.js';
import type { GraphEdge, GraphStage, ProcessGraph } from './process-graph.js';
import { BOX_WIDTH, lineLabel, stageBox } from './stage-box.js';

const engine = new elk.default();

const LAYERED = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.partitioning.activate': 'true',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.edgeLabels.centerLabelPlacementStrategy': 'TAIL_LAYER',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '14',
  'elk.layered.spacing.nodeNodeBetweenLayers': '15',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
};

/** The distance between two lines that leave a box downwards. */
const PORT_GAP = 40;

interface Flow {
  graph: ProcessGraph;
  /** in their order, one below the other */
  stages: GraphStage[];
  /** those that lead down */
  edges: GraphEdge[];
  minHeightOf: (stage: GraphStage) => number;
}

/**
 * Lays out the stages from top to bottom, each in a layer of its own, so that a line to the side of a stage meets no
 * other box. The line to the next stage leaves from the middle: what follows one another stands in one column.
 */
export async function layOutFlow(flow: Flow): Promise<Picture> {
  const { graph, stages, edges, minHeightOf } = flow;
  const contents = new Map(stages.map((stage) => [stage.key, stageBox(stage, minHeightOf(stage))]));
  const root: ElkNode = {
    id: 'root',
    layoutOptions: LAYERED,
    children: stages.map((stage, index) =>
      elkNode({ stage, index, edges, height: contents.get(stage.key)!.height }),
    ),
    edges: edges.map(elkEdge),
  };
  const placed = await engine.layout(root);
  return {
    boxes: stages.map((stage, index): PlacedBox => {
      const { x, y } = placed.children![index]! as Point;
      return { ...contents.get(stage.key)!, stage, x, y, width: BOX_WIDTH };
    }),
    lines: edges.map((edge, index) => placedLine(graph, edge, placed.edges![index]!)),
    labels: edges.map((edge, index) => placedLabel(edge, placed.edges![index]!)),
    notes: [],
  };
}

function elkNode(node: {
  stage: GraphStage;
  index: number;
  edges: GraphEdge[];
  height: number;
}): ElkNode {
  const { stage, index, edges, height } = node;
  const leaving = edges.filter(({ source }) => source === stage.key);
  const middle = BOX_WIDTH / 2;
  return {
    id: `stage ${index}`,
    width: BOX_WIDTH,
    height,
    ports: [
      { id: arrivalPort(stage.key), ...elkPort('NORTH', { x: middle, y: 0 }) },
      ...leaving.map((edge) => ({
        id: departurePort(edge),
        ...elkPort('SOUTH', { x: middle + departureOffset(edge, leaving, edges), y: height }),
      })),
    ],
    layoutOptions: {
      'elk.portConstraints': 'FIXED_POS',
      'elk.partitioning.partition': String(index),
    },
  };
}

/**
 * The first line leaves in the middle. Those that skip a stage leave beside it, to the left or to the right by their
 * target: what comes together later stays on one side.
 */
function departureOffset(edge: GraphEdge, leaving: GraphEdge[], edges: GraphEdge[]): number {
  if (edge === leaving[0]) return 0;
  const targets = [
    ...new Set(edges.filter((one) => !isMain(one, edges)).map(({ target }) => target)),
  ];
  const sideOf = ({ target }: GraphEdge) => (targets.indexOf(target) % 2 === 0 ? -1 : 1);
  const beside = leaving.slice(1).filter((one) => sideOf(one) === sideOf(edge));
  const gap = Math.min(PORT_GAP, (BOX_WIDTH / 2 - 10) / beside.length);
  return sideOf(edge) * gap * (beside.indexOf(edge) + 1);
}

/** Whether it is the line to the next stage. */
function isMain(edge: GraphEdge, edges: GraphEdge[]): boolean {
  return edges.find(({ source }) => source === edge.source) === edge;
}

function elkPort(side: 'NORTH' | 'SOUTH', { x, y }: Point) {
  return { x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}

function elkEdge(edge: GraphEdge, index: number, edges: GraphEdge[]): ElkExtendedEdge {
  return {
    id: `edge ${index}`,
    sources: [departurePort(edge)],
    targets: [arrivalPort(edge.target)],
    labels: [{ ...lineLabel(edge.events), layoutOptions: { 'elk.edgeLabels.inline': 'true' } }],
    layoutOptions: { 'elk.layered.priority.straightness': isMain(edge, edges) ? '100' : '1' },
  };
}

const arrivalPort = (stage: string) => JSON.stringify([stage]);
const departurePort = ({ source, target }: GraphEdge) => JSON.stringify([source, target]);

function placedLine(graph: ProcessGraph, edge: GraphEdge, placed: ElkExtendedEdge): PlacedLine {
  const { startPoint, bendPoints = [], endPoint } = placed.sections![0]!;
  return {
    course: edge.course,
    points: withoutKinks([startPoint, ...bendPoints, endPoint]),
    arrowHead: true,
    title: edgeTitle(graph, edge),
  };
}

/** Where a long line passes a layer, the layout may shift it by a pixel or two: the run before moves over instead. */
function withoutKinks(points: Point[]): Point[] {
  const kink = points.findIndex((point, index) => {
    const next = points[index + 1];
    return index > 0 && next?.y === point.y && Math.abs(next.x - point.x) <= 2;
  });
  if (kink === -1) return points;
  const before = { x: points[kink + 1]!.x, y: points[kink - 1]!.y };
  return withoutKinks([...points.slice(0, kink - 1), before, ...points.slice(kink + 2)]);
}

function placedLabel(edge: GraphEdge, placed: ElkExtendedEdge): PlacedLabel {
  const { x, y } = placed.labels![0]! as Point;
  return { ...lineLabel(edge.events), course: edge.course, x, y };
}
