import type { Spread } from './latencies.js';

const LABEL_WIDTH = 34;
const CELL_WIDTH = 23;

export function row(label: string, cells: string[]): string {
  return `${label.padEnd(LABEL_WIDTH)}${cells.map((cell) => cell.padEnd(CELL_WIDTH)).join('')}`.trimEnd();
}

export function spreadText({ median, min, max }: Spread): string {
  return `${shown(median)} (${shown(min)}–${shown(max)})`;
}

function shown(value: number): string {
  return value.toFixed(value >= 100 ? 0 : 2);
}
