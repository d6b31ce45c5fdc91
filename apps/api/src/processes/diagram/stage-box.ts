import type { GraphStage } from './process-graph.js';
import { textWidth, wrapText } from './text-size.js';

/** Font sizes and measures of the picture, in px. */
export const LABEL_SIZE = 14;
export const SMALL_SIZE = 11;
export const BOX_WIDTH = 200;

const PADDING = 10;
const LABEL_LEADING = 18;
const SMALL_LEADING = 14;

export interface BoxLine {
  text: string;
  /** label: the name of the stage. function: who is responsible. stays: events that leave it as it is */
  kind: 'label' | 'function' | 'stays';
  /** the baseline, below the top of the box */
  baseline: number;
}

/** What stands in the box of a stage. It is at least `minHeight` high, with its lines in the middle. */
export function stageBox(stage: GraphStage, minHeight: number) {
  const texts = textsOf(stage);
  const textHeight = texts.reduce((sum, text) => sum + leading(text), 0);
  const height = Math.max(minHeight, textHeight + 2 * PADDING);
  let bottom = (height - textHeight) / 2;
  const lines = texts.map((text): BoxLine => {
    bottom += leading(text);
    return { ...text, baseline: bottom - 4 };
  });
  return { lines, height };
}

const leading = ({ kind }: { kind: BoxLine['kind'] }) =>
  kind === 'label' ? LABEL_LEADING : SMALL_LEADING;

function textsOf({ label, functions, stays }: GraphStage) {
  const width = BOX_WIDTH - 2 * PADDING;
  const small = (text: string, kind: BoxLine['kind']) =>
    text === ''
      ? []
      : wrapText(text, { fontSize: SMALL_SIZE, width, lines: 3 }).map((text) => ({ text, kind }));
  return [
    ...wrapText(label, { fontSize: LABEL_SIZE, width, lines: 2 }).map((text) => ({
      text,
      kind: 'label' as const,
    })),
    ...small(functions.join(', '), 'function'),
    ...small(stays.length === 0 ? '' : `stays on ${stays.join(', ')}`, 'stays'),
  ];
}

/** The room a label on a line takes, with a little air. Longer ones are cut. */
export function lineLabel(events: string[]) {
  const [text] = wrapText(events.join(' / '), { fontSize: SMALL_SIZE, width: 220, lines: 1 });
  // Even, so that lines through the middles of different labels can meet on a whole pixel.
  const width = 2 * Math.ceil((textWidth(text!, SMALL_SIZE) + 6) / 2);
  return { text: text!, width, height: 14 };
}
