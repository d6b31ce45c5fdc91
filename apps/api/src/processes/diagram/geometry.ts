/** Positions and sizes in px; y grows downwards. */
export interface Point {
  x: number;
  y: number;
}

/** Named by its upper left corner. */
export interface Rectangle extends Point {
  width: number;
  height: number;
}

export function pointsOf({ x, y, width, height }: Rectangle): Point[] {
  return [
    { x, y },
    { x: x + width, y: y + height },
  ];
}

/** The smallest rectangle around all points, of which there must be one. */
export function boundsOf(points: Point[]): Rectangle {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** A rectangle of that size around its middle. */
export function around(middle: Point, size: { width: number; height: number }): Rectangle {
  return { x: middle.x - size.width / 2, y: middle.y - size.height / 2, ...size };
}
