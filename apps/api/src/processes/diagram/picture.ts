import { boundsOf, type Point, pointsOf, type Rectangle } from './geometry.js';
import type { Course, GraphStage } from './process-graph.js';
import type { BoxLine } from './stage-box.js';

export interface PlacedBox extends Rectangle {
  stage: GraphStage;
  lines: BoxLine[];
}

export interface PlacedLine {
  course: Course;
  /** at least two; the line turns at a right angle at each but the first and the last */
  points: Point[];
  /** false: it runs into another line, which carries the head for both */
  arrowHead: boolean;
  /** what a reader sees on pointing at it */
  title: string;
}

export interface PlacedLabel extends Rectangle {
  course: Course;
  text: string;
}

/** What is no stage of its own, in words. */
export interface PlacedNote extends Rectangle {
  text: string;
}

/** Everything of a drawing with its place. */
export interface Picture {
  boxes: PlacedBox[];
  lines: PlacedLine[];
  labels: PlacedLabel[];
  notes: PlacedNote[];
}

export function together(pictures: Picture[]): Picture {
  return {
    boxes: pictures.flatMap(({ boxes }) => boxes),
    lines: pictures.flatMap(({ lines }) => lines),
    labels: pictures.flatMap(({ labels }) => labels),
    notes: pictures.flatMap(({ notes }) => notes),
  };
}

export function pictureBounds({ boxes, lines, labels, notes }: Picture): Rectangle {
  return boundsOf([
    ...boxes.flatMap(pointsOf),
    ...labels.flatMap(pointsOf),
    ...notes.flatMap(pointsOf),
    ...lines.flatMap(({ points }) => points),
  ]);
}
