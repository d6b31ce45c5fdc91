import type { ProcessDefinition } from '#domain';
import { legend } from './legend.js';
import { layOutProcess } from './layout.js';
import { lineMarkup, lineLabelMarkup } from './line-markup.js';
import { element, text } from './markup.js';
import { INK, PAPER } from './palette.js';
import { pictureBounds } from './picture.js';
import { processGraph, type ProcessGraph } from './process-graph.js';
import { boxMarkup, noteMarkup, startMarkup } from './stage-markup.js';
import { wrapText } from './text-size.js';

const MARGIN = 24;
const TITLE = { size: 18, height: 34 };
const LEGEND_GAP = 18;
const START_HEIGHT = 40;
const LEAST_WIDTH = 640;

/**
 * A process as a standalone SVG on white, with neither scripts nor anything to load. Definitions with the same digest
 * give the same bytes. Expects a definition that compiles. Costs 40 to 150 ms for a process of a dozen stages, half a
 * second at the first call, and seconds where every stage leads to most others; the thread does nothing else
 * meanwhile, so keep the result per digest.
 */
export async function processSvg(definition: ProcessDefinition): Promise<string> {
  const graph = processGraph(definition);
  const picture = await layOutProcess(graph);
  const bounds = pictureBounds(picture);
  const width = Math.ceil(Math.max(bounds.width, LEAST_WIDTH));
  const head = legend(graph, width);
  const pictureTop = TITLE.height + head.height + LEGEND_GAP;
  const height = Math.ceil(pictureTop + START_HEIGHT + bounds.height);
  const shift = {
    x: MARGIN + (width - bounds.width) / 2 - bounds.x,
    y: MARGIN + pictureTop + START_HEIGHT - bounds.y,
  };
  const whole = { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...whole,
      viewBox: `0 0 ${whole.width} ${whole.height}`,
      role: 'img',
      'font-family': 'Helvetica, Arial, sans-serif',
    },
    element('title', {}, text(graph.label)),
    element('desc', {}, text(descriptionOf(graph))),
    element('rect', { ...whole, fill: PAPER }),
    element(
      'text',
      { x: MARGIN, y: MARGIN + TITLE.size, 'font-size': TITLE.size, 'font-weight': 600, fill: INK },
      text(wrapText(graph.label, { fontSize: TITLE.size, width, lines: 1 })[0]!),
    ),
    element('g', { transform: `translate(${MARGIN} ${MARGIN + TITLE.height})` }, head.markup),
    element(
      'g',
      { transform: `translate(${Math.round(shift.x)} ${Math.round(shift.y)})` },
      // The quieter lines lie below the others, and every label above every line.
      ...(['resume', 'return', 'onward'] as const).flatMap((course) =>
        picture.lines.filter((line) => line.course === course).map(lineMarkup),
      ),
      ...picture.boxes.map(boxMarkup),
      ...picture.boxes.filter(({ stage }) => stage.isInitial).map(startMarkup),
      ...picture.notes.map(noteMarkup),
      ...picture.labels.map(lineLabelMarkup),
    ),
  );
}

function descriptionOf({ stages }: ProcessGraph): string {
  const described = stages.map(({ label, functions }) =>
    functions.length === 0 ? label : `${label} (${functions.join(', ')})`,
  );
  return `The stages in their order, each with the functions responsible: ${described.join('; ')}.`;
}
