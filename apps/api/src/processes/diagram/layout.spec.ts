import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PROCESSES } from '#domain';
import type { Point, Rectangle } from './geometry.js';
import { layOutProcess } from './layout.js';
import { denseProcess, hostileProcess, sketchProcess } from './processes.fixture.js';
import { processGraph } from './process-graph.js';

/** Whether two areas share more than a border. */
function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width - 0.5 &&
    other.x < one.x + one.width - 0.5 &&
    one.y < other.y + other.height - 0.5 &&
    other.y < one.y + one.height - 0.5
  );
}

const overlaps = (areas: Rectangle[], others: Rectangle[] = areas) =>
  areas.flatMap((one, index) =>
    (areas === others ? others.slice(index + 1) : others)
      .filter((other) => overlap(one, other))
      .map((other) => [one, other]),
  );

const stretchesOf = (points: Point[]): Rectangle[] =>
  points.slice(1).map((end, index) => {
    const start = points[index]!;
    return {
      x: Math.min(start.x, end.x) - 0.5,
      y: Math.min(start.y, end.y) - 0.5,
      width: Math.abs(end.x - start.x) + 1,
      height: Math.abs(end.y - start.y) + 1,
    };
  });

describe.each([
  ...DEFAULT_PROCESSES.map((definition) => ({ name: definition.id, definition })),
  { name: 'hostile', definition: hostileProcess },
  { name: 'dense', definition: denseProcess },
])('the picture of the process $name', ({ definition }) => {
  const picture = layOutProcess(processGraph(definition));

  it('has every stage once and every edge once', async () => {
    const { boxes, lines } = await picture;
    const { stages, edges, generalEvents } = processGraph(definition);
    expect(boxes.map(({ stage }) => stage.key).toSorted()).toEqual(
      stages.map(({ key }) => key).toSorted(),
    );
    expect(lines).toHaveLength(edges.length + generalEvents.length);
  });

  it('keeps boxes and notes apart', async () => {
    const { boxes, notes } = await picture;
    expect(overlaps([...boxes, ...notes])).toEqual([]);
  });

  it('keeps labels off boxes and off one another', async () => {
    const { boxes, labels, notes } = await picture;
    expect(overlaps(labels)).toEqual([]);
    expect(overlaps(labels, [...boxes, ...notes])).toEqual([]);
  });

  it('leads no line through a box', async () => {
    const { boxes, lines } = await picture;
    const inside = boxes.map(({ x, y, width, height }) => ({
      x: x + 1,
      y: y + 1,
      width: width - 2,
      height: height - 2,
    }));
    expect(
      overlaps(
        lines.flatMap(({ points }) => stretchesOf(points)),
        inside,
      ),
    ).toEqual([]);
  });

  it('turns lines at right angles only', async () => {
    const { lines } = await picture;
    const slanted = lines.filter(({ points }) =>
      points.slice(1).some((end, index) => {
        const start = points[index]!;
        return Math.abs(start.x - end.x) > 0.01 && Math.abs(start.y - end.y) > 0.01;
      }),
    );
    expect(slanted).toEqual([]);
  });
});

describe('the picture of a process', () => {
  it('keeps the stages that follow one another in one column', async () => {
    const { boxes } = await layOutProcess(processGraph(DEFAULT_PROCESSES[0]!));
    const column = boxes.filter(({ stage }) => stage.key !== 'cancelled');
    expect(new Set(column.map(({ x }) => x)).size).toBe(1);
  });

  it('never puts branches beside one another, where a line to the side would meet the other', async () => {
    const definition = sketchProcess({
      stages: {
        a: { on: { left: ['b'], right: ['c'] } },
        b: { on: { join: ['d'] } },
        c: { on: { join: ['d'], request_changes: ['a'] } },
        d: {},
      },
    });
    const { boxes } = await layOutProcess(processGraph(definition));
    const rows = boxes.map(({ y, height }) => ({ x: 0, y, width: 1, height }));
    expect(overlaps(rows)).toEqual([]);
  });

  it('makes a box high enough for the labels of all lines at its side', async () => {
    const names = ['one', 'two', 'three', 'four', 'five', 'six'];
    const definition = sketchProcess({
      stages: {
        ...Object.fromEntries(
          names.map((name, index) => [name, { on: { submit: [names[index + 1] ?? 'last'] } }]),
        ),
        last: { on: Object.fromEntries(names.map((name) => [`to_${name}`, [name]])) },
      },
    });
    const { labels } = await layOutProcess(processGraph(definition));
    expect(overlaps(labels)).toEqual([]);
  });

  it('names the target of an event of the whole process where it has its place in the flow', async () => {
    const stages = { a: { on: { submit: ['b'] } }, b: {} };
    const definition = sketchProcess({ stages, everywhere: { finish: 'b', hold: null } });
    const { boxes, notes } = await layOutProcess(processGraph(definition));
    expect(boxes).toHaveLength(2);
    expect(notes.map(({ text }) => text)).toEqual([
      'any stage that is not final',
      'b',
      'any stage that is not final',
      'the same stage',
    ]);
  });
});
