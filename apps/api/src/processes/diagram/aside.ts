import type { Point, Rectangle } from './geometry.js';
import { type Picture, together } from './picture.js';
import type { GraphStage, ProcessGraph } from './process-graph.js';
import { BOX_WIDTH, lineLabel, SMALL_SIZE, stageBox } from './stage-box.js';
import { wrapText } from './text-size.js';

const ROW_HEIGHT = 38;
const ROW_GAP = 16;
/** What shows of a line before and behind its label. */
const LINE_END = 16;

/** Events that lead from everywhere to one target, or nowhere; without events, a stage that nothing reaches. */
interface Row {
  events: string[];
  target: GraphStage | null;
  /** false: the target has its place in the flow and is only named here */
  drawsTarget: boolean;
}

interface Aside extends Point {
  graph: ProcessGraph;
  /** the stages that have no place in the flow */
  stages: GraphStage[];
}

/**
 * Places, row below row from that point on, the events that are possible in every stage, each drawn once with where
 * it leads, and the stages that have no place in the flow.
 */
export function placeAside({ graph, stages, x, y }: Aside): Picture {
  let top = y;
  return together(
    rowsOf(graph, stages).map((row) => {
      const target = row.target === null ? null : stageBox(row.target, ROW_HEIGHT);
      const height = row.drawsTarget && target !== null ? target.height : ROW_HEIGHT;
      const room = { x, y: top, width: BOX_WIDTH, height };
      top += height + ROW_GAP;
      return placeRow(graph, row, room);
    }),
  );
}

function rowsOf({ stages, generalEvents }: ProcessGraph, aside: GraphStage[]): Row[] {
  const rowTo = (target: GraphStage | null): Row => ({
    target,
    drawsTarget: target !== null && aside.includes(target),
    events: generalEvents
      .filter((general) => general.target === (target?.key ?? null))
      .map(({ event }) => event),
  });
  return [...stages, null]
    .map(rowTo)
    .filter(({ events, drawsTarget }) => events.length > 0 || drawsTarget);
}

function placeRow(graph: ProcessGraph, row: Row, room: Rectangle): Picture {
  const { events, target } = row;
  if (events.length === 0) return placeTarget(row, room);
  const label = lineLabel(events);
  const middle = room.y + room.height / 2;
  const start = { x: room.x + room.width, y: middle };
  const end = { x: start.x + label.width + 2 * LINE_END, y: middle };
  const name = target?.label ?? 'the same stage';
  const words = events.map((event) => graph.eventLabels.get(event) ?? event).join(' / ');
  return together([
    {
      boxes: [],
      lines: [
        {
          course: 'onward',
          points: [start, end],
          arrowHead: true,
          title: `Any stage that is not final → ${name}: ${words}`,
        },
      ],
      labels: [{ ...label, course: 'onward', x: start.x + LINE_END, y: middle - label.height / 2 }],
      notes: [{ ...room, text: 'any stage that is not final' }],
    },
    placeTarget(row, { ...room, x: end.x }),
  ]);
}

function placeTarget({ target, drawsTarget }: Row, room: Rectangle): Picture {
  const nothing: Picture = { boxes: [], lines: [], labels: [], notes: [] };
  if (target === null || !drawsTarget) {
    const [text] = wrapText(target?.label ?? 'the same stage', {
      fontSize: SMALL_SIZE,
      width: BOX_WIDTH - 20,
      lines: 1,
    });
    return { ...nothing, notes: [{ ...room, text: text! }] };
  }
  return { ...nothing, boxes: [{ ...stageBox(target, room.height), ...room, stage: target }] };
}
