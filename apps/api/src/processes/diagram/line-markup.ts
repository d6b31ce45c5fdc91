import { arrowHead, roundedPath, shortenedEnd } from './line-shapes.js';
import { element, type Markup, text } from './markup.js';
import { COURSE_LOOKS, PAPER } from './palette.js';
import type { PlacedLabel, PlacedLine } from './picture.js';
import type { Course } from './process-graph.js';
import { TURN } from './side-lines.js';
import { SMALL_SIZE } from './stage-box.js';

const HEAD = { length: 8, width: 8 };

export function strokeOf(course: Course) {
  const { stroke, width, dashes } = COURSE_LOOKS[course];
  return { fill: 'none', stroke, 'stroke-width': width, 'stroke-dasharray': dashes };
}

export function lineMarkup({ course, points, arrowHead: hasHead, title }: PlacedLine): Markup {
  const { stroke } = COURSE_LOOKS[course];
  const drawn = hasHead ? shortenedEnd(points, HEAD.length / 2) : points;
  return element(
    'g',
    {},
    element('title', {}, text(title)),
    element('path', { d: roundedPath(drawn, TURN), ...strokeOf(course) }),
    ...(hasHead ? [element('path', { d: arrowHead(points, HEAD), fill: stroke })] : []),
  );
}

/** A label on its line, which is interrupted behind it. */
export function lineLabelMarkup({ text: words, course, x, y, width, height }: PlacedLabel): Markup {
  return element(
    'g',
    {},
    element('rect', { x, y, width, height, fill: PAPER }),
    element(
      'text',
      {
        x: x + width / 2,
        y: y + height - 3.5,
        'text-anchor': 'middle',
        'font-size': SMALL_SIZE,
        fill: COURSE_LOOKS[course].letters,
      },
      text(words),
    ),
  );
}
