import type { Phase } from '#domain';
import type { Rectangle } from './geometry.js';
import { element, type Markup, text } from './markup.js';
import { PAPER, PHASE_LOOKS, QUIET_INK } from './palette.js';

const BADGE_LETTERS = 10;

interface Frame extends Rectangle {
  fill: string;
  stroke: string;
  radius: number;
}

/** The outline of a stage in the colours of its phase; a final stage has a second line inside it. */
export function stageFrame(area: Rectangle, phase: Phase, isFinal: boolean): Markup[] {
  const { fill, stroke } = PHASE_LOOKS[phase];
  const { x, y, width, height } = area;
  return finalFrame({ x, y, width, height, fill, stroke, radius: 8 }, isFinal);
}

export function finalFrame({ radius, ...frame }: Frame, isFinal: boolean): Markup[] {
  const { x, y, width, height, stroke } = frame;
  const inner = { x: x + 3, y: y + 3, width: width - 6, height: height - 6, rx: radius - 3 };
  return [
    element('rect', { ...frame, rx: radius, 'stroke-width': 1.4 }),
    ...(isFinal ? [element('rect', { ...inner, fill: 'none', stroke, 'stroke-width': 1 })] : []),
  ];
}

export function quorumWords({ needed, of }: { needed: number; of: number }): string {
  return `${needed} of ${of}`;
}

/** How many approvals of how many a stage needs. */
export function quorumBadge(area: Rectangle, words: string): Markup[] {
  const { x, y, width, height } = area;
  return [
    element('rect', { ...area, rx: height / 2, fill: PAPER, stroke: QUIET_INK, 'stroke-width': 1 }),
    element(
      'text',
      {
        x: x + width / 2,
        y: y + height / 2 + 3.5,
        'text-anchor': 'middle',
        'font-size': BADGE_LETTERS,
        'font-weight': 600,
        fill: QUIET_INK,
      },
      text(words),
    ),
  ];
}
