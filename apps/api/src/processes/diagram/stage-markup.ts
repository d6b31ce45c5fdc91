import { arrowHead } from './line-shapes.js';
import { element, type Markup, text } from './markup.js';
import { COURSE_LOOKS, INK, PAPER, QUIET_INK } from './palette.js';
import type { PlacedBox, PlacedNote } from './picture.js';
import { type BoxLine, LABEL_SIZE, SMALL_SIZE } from './stage-box.js';
import { quorumBadge, quorumWords, stageFrame } from './stage-marks.js';

/** Stands on the upper border of the box, so that it takes no room from the label. */
const BADGE = { width: 44, height: 16, inset: 10 };
const START = { radius: 7, distance: 32 };

const LETTERS: Record<BoxLine['kind'], Record<string, string | number>> = {
  label: { 'font-size': LABEL_SIZE, 'font-weight': 600, fill: INK },
  function: { 'font-size': SMALL_SIZE, fill: QUIET_INK },
  stays: { 'font-size': SMALL_SIZE, 'font-style': 'italic', fill: QUIET_INK },
};

export function boxMarkup(box: PlacedBox): Markup {
  const { stage, lines, x, y, width } = box;
  const badge = {
    x: x + width - BADGE.width - BADGE.inset,
    y: y - BADGE.height / 2,
    width: BADGE.width,
    height: BADGE.height,
  };
  return element(
    'g',
    {},
    element('title', {}, text(stage.label)),
    ...stageFrame(box, stage.phase, stage.isFinal),
    ...lines.map(({ text: words, kind, baseline }) =>
      element(
        'text',
        { x: x + width / 2, y: y + baseline, 'text-anchor': 'middle', ...LETTERS[kind] },
        text(words),
      ),
    ),
    ...(stage.quorum === null ? [] : quorumBadge(badge, quorumWords(stage.quorum))),
  );
}

/** The dot above the first stage and the arrow from it. */
export function startMarkup({ x, y, width }: PlacedBox): Markup {
  const middle = x + width / 2;
  const { stroke } = COURSE_LOOKS.onward;
  const dot = { cx: middle, cy: y - START.distance, r: START.radius, fill: stroke };
  const way = [
    { x: middle, y: dot.cy },
    { x: middle, y },
  ];
  return element(
    'g',
    {},
    element('circle', dot),
    element('path', { d: `M${middle} ${dot.cy}V${y - 4}`, stroke, 'stroke-width': 1.5 }),
    element('path', { d: arrowHead(way, { length: 8, width: 8 }), fill: stroke }),
  );
}

export function noteMarkup({ text: words, ...area }: PlacedNote): Markup {
  const { x, y, width, height } = area;
  return element(
    'g',
    {},
    element('rect', { ...area, rx: 8, fill: PAPER, stroke: QUIET_INK, 'stroke-dasharray': '3 3' }),
    element(
      'text',
      {
        x: x + width / 2,
        y: y + height / 2 + 4,
        'text-anchor': 'middle',
        ...LETTERS.stays,
      },
      text(words),
    ),
  );
}
