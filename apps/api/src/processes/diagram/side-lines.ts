import { edgeTitle } from './edge-title.js';
import { around, type Point } from './geometry.js';
import { freeLanes } from './lanes.js';
import type { Picture, PlacedBox, PlacedLabel, PlacedLine } from './picture.js';
import type { GraphEdge, ProcessGraph } from './process-graph.js';
import { lineLabel } from './stage-box.js';

/** Edges to draw on one side of the column, in the order of the flow. */
export interface SideLines {
  side: 'left' | 'right';
  edges: GraphEdge[];
}

interface Drawing extends SideLines {
  graph: ProcessGraph;
  boxes: PlacedBox[];
  /** the x beyond which, on this side, nothing else is drawn */
  border: number;
}

/** Edges that leave a stage under one label: one line, from which each turns off to its target. */
interface Route {
  edges: GraphEdge[];
  start: Point;
  lane: number;
}

/** Least distance between two lines at the side of a box, so that their labels do not touch. */
const PORT_GAP = 16;
const LANE_GAP = 12;
/** What shows of a line before and behind its label. */
const LINE_END = 14;
/** The radius at which lines turn. */
export const TURN = 6;

/** How high a box must be for all the lines at that side. */
export function heightForSideLines(lines: SideLines, stage: string): number {
  return (portsAt(lines, stage).length + 1) * PORT_GAP;
}

/**
 * Draws edges beside the column: out of the side of the source, along a lane, into the side of the target. Labels
 * stand in a gutter before the lanes, where there is nothing but the line they belong to.
 */
export function drawSideLines(drawing: Drawing): Picture {
  const { graph, border, side } = drawing;
  const outwards = side === 'right' ? 1 : -1;
  const { routes, ports } = routesOf(drawing);
  const gutter = Math.max(0, ...routes.map(({ edges }) => labelFor(edges).width)) + 2 * LINE_END;
  const laneX = ({ lane }: Route) => border + outwards * (gutter + lane * LANE_GAP);

  const lineOf = (edge: GraphEdge, route: Route): PlacedLine => {
    const target = ports.get(arrivalOf(edge))!;
    const corner = { x: laneX(route), y: target.y };
    const inner = routes.filter(
      ({ lane, edges }) =>
        lane < route.lane && edges.some((other) => arrivalOf(other) === arrivalOf(edge)),
    );
    // Where a line further in has the same target, this one joins it instead of running on top of it.
    const joined = inner.toSorted((one, other) => other.lane - one.lane)[0];
    return {
      course: edge.course,
      points: [
        ...(isLongest(edge, route, ports)
          ? [route.start, { x: corner.x, y: route.start.y }]
          : [{ x: corner.x, y: corner.y + Math.sign(route.start.y - corner.y) * TURN }]),
        corner,
        joined === undefined ? target : { x: laneX(joined) - outwards * TURN, y: target.y },
      ],
      arrowHead: joined === undefined,
      title: edgeTitle(graph, edge),
    };
  };
  const labelOf = ({ edges, start }: Route): PlacedLabel => {
    const label = labelFor(edges);
    const x = border + outwards * (gutter - LINE_END - label.width / 2);
    return { ...label, ...around({ x, y: start.y }, label), course: edges[0]!.course };
  };
  return {
    boxes: [],
    lines: routes.flatMap((route) => route.edges.map((edge) => lineOf(edge, route))),
    labels: routes.map(labelOf),
    notes: [],
  };
}

type Ports = Map<string, Point>;

function routesOf({ edges, boxes, side }: Drawing): { routes: Route[]; ports: Ports } {
  const ports = placePorts({ edges, side }, boxes);
  const bundles = [...new Set(edges.map(departureOf))].map((departure) => ({
    start: ports.get(departure)!,
    edges: edges.filter((edge) => departureOf(edge) === departure),
  }));
  const lanes = freeLanes(
    bundles.map(({ start, edges }) => {
      const ys = [start.y, ...edges.map((edge) => ports.get(arrivalOf(edge))!.y)];
      return { from: Math.min(...ys), to: Math.max(...ys) };
    }),
    LANE_GAP,
  );
  return { ports, routes: bundles.map((bundle, index) => ({ ...bundle, lane: lanes[index]! })) };
}

/** Whether an edge goes farthest, up or down, of all those on its route: it draws the line for the others too. */
function isLongest(edge: GraphEdge, { edges, start }: Route, ports: Ports): boolean {
  const way = (one: GraphEdge) => ports.get(arrivalOf(one))!.y - start.y;
  const sameWay = edges.filter((other) => way(other) * way(edge) > 0);
  return sameWay.every((other) => Math.abs(way(other)) <= Math.abs(way(edge)));
}

const labelFor = (edges: GraphEdge[]) => lineLabel(edges[0]!.events);
const departureOf = ({ source, course, events }: GraphEdge) =>
  JSON.stringify(['from', source, course, events]);
const arrivalOf = ({ target, course }: GraphEdge) => JSON.stringify(['to', target, course]);

/** Where lines meet the side of each box. */
function placePorts(lines: SideLines, boxes: PlacedBox[]): Ports {
  return new Map(
    boxes.flatMap(({ stage, x, y, width, height }) => {
      const ports = portsAt(lines, stage.key);
      const gap = height / (ports.length + 1);
      return ports.map((port, index): [string, Point] => [
        port,
        { x: lines.side === 'right' ? x + width : x, y: y + gap * (index + 1) },
      ]);
    }),
  );
}

/**
 * The ports at the side of a stage, from above, in the order in which lines cross least. On the right they lead
 * upwards: what leaves stands above what arrives from below. On the left they lead downwards, so it is the other way
 * round. On both, what has the shorter way takes the place towards which it turns.
 */
function portsAt({ edges, side }: SideLines, stage: string): string[] {
  const leaving = edges.filter(({ source }) => source === stage).toReversed();
  const arriving = edges.filter(({ target }) => target === stage).toReversed();
  const departures = [...new Set(leaving.map(departureOf))];
  const arrivals = [...new Set(arriving.map(arrivalOf))];
  return side === 'right' ? [...departures, ...arrivals] : [...arrivals, ...departures];
}
