import type { Point } from './geometry.js';
import { rounded } from './markup.js';

/** SVG path data along the points, with corners rounded to that radius in px. */
export function roundedPath(points: Point[], radius: number): string {
  const steps = points.slice(1, -1).map((corner, index) => {
    const [before, after] = [points[index]!, points[index + 2]!];
    const turn = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
    const [start, end] = [toward(corner, before, turn), toward(corner, after, turn)];
    return `L${at(start)}Q${at(corner)} ${at(end)}`;
  });
  return `M${at(points[0]!)}${steps.join('')}L${at(points.at(-1)!)}`;
}

/** SVG path data of an arrow head that ends where the line does. */
export function arrowHead(points: Point[], { length, width }: { length: number; width: number }) {
  const tip = points.at(-1)!;
  const back = toward(tip, points.at(-2)!, length);
  const across = { x: (tip.y - back.y) / length, y: (back.x - tip.x) / length };
  const wing = (side: number) => ({
    x: back.x + (side * across.x * width) / 2,
    y: back.y + (side * across.y * width) / 2,
  });
  return `M${at(tip)}L${at(wing(1))}L${at(wing(-1))}Z`;
}

/** The same way, ending `length` before its end, so that a line does not show beside the tip of its head. */
export function shortenedEnd(points: Point[], length: number): Point[] {
  const end = toward(points.at(-1)!, points.at(-2)!, length);
  return [...points.slice(0, -1), end];
}

function toward(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  const part = whole === 0 ? 0 : length / whole;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

const at = ({ x, y }: Point) => `${rounded(x)} ${rounded(y)}`;
