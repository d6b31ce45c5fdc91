import { PHASES } from '#domain';
import { strokeOf } from './line-markup.js';
import { element, type Markup, text } from './markup.js';
import { COURSE_LOOKS, PAPER, PHASE_LOOKS, QUIET_INK } from './palette.js';
import type { ProcessGraph } from './process-graph.js';
import { SMALL_SIZE } from './stage-box.js';
import { finalFrame, quorumBadge, quorumWords, stageFrame } from './stage-marks.js';
import { textWidth } from './text-size.js';

const ROW_HEIGHT = 20;
const SAMPLE = { x: 0, y: 0, width: 38, height: 16 };
const SAMPLE_GAP = 7;
const ENTRY_GAP = 22;

interface Entry {
  sample: Markup[];
  label: string;
}

/** Says what colours, lines and marks mean, as far as the process uses them, in rows no wider than `width` px. */
export function legend(graph: ProcessGraph, width: number): { markup: Markup; height: number } {
  let [x, y] = [0, 0];
  const entries = entriesFor(graph).map(({ sample, label }) => {
    const needed = SAMPLE.width + SAMPLE_GAP + textWidth(label, SMALL_SIZE);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += ROW_HEIGHT;
    }
    const entry = element(
      'g',
      { transform: `translate(${Math.round(x)} ${y})` },
      ...sample,
      element(
        'text',
        { x: SAMPLE.width + SAMPLE_GAP, y: 12, 'font-size': SMALL_SIZE, fill: QUIET_INK },
        text(label),
      ),
    );
    x += needed + ENTRY_GAP;
    return entry;
  });
  return { markup: element('g', {}, ...entries), height: y + ROW_HEIGHT };
}

function entriesFor({ stages, edges }: ProcessGraph): Entry[] {
  const phases = PHASES.filter((phase) => stages.some((stage) => stage.phase === phase));
  const courses = (['onward', 'return', 'resume'] as const).filter((course) =>
    edges.some((edge) => edge.course === course),
  );
  const quorum = stages.find((stage) => stage.quorum !== null)?.quorum;
  return [
    ...phases.map((phase) => ({
      label: PHASE_LOOKS[phase].label,
      sample: stageFrame(SAMPLE, phase, false),
    })),
    ...(stages.some(({ isFinal }) => isFinal)
      ? [
          {
            label: 'final',
            sample: finalFrame({ ...SAMPLE, fill: PAPER, stroke: QUIET_INK, radius: 6 }, true),
          },
        ]
      : []),
    ...(quorum == null
      ? []
      : [{ label: 'approvals needed', sample: quorumBadge(SAMPLE, quorumWords(quorum)) }]),
    ...courses.map((course) => ({
      label: COURSE_LOOKS[course].label,
      sample: [element('path', { d: `M0 8H${SAMPLE.width}`, ...strokeOf(course) })],
    })),
  ];
}
