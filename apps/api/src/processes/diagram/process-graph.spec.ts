import { describe, expect, it } from '@jest/globals';
import { canonicalJson, DEFAULT_PROCESSES, type ProcessDefinition } from '#domain';
import { sketchProcess } from './processes.fixture.js';
import { processGraph } from './process-graph.js';

const edgesOf = (definition: ProcessDefinition) =>
  processGraph(definition).edges.map(
    ({ source, target, events, course }) =>
      `${source} → ${target}: ${events.join(' / ')} (${course})`,
  );

const staysIn = (definition: ProcessDefinition, stage: string) =>
  processGraph(definition).stages.find(({ key }) => key === stage)!.stays;

describe('a process as a graph', () => {
  it('draws transitions between the same two stages as one edge, the onward event first', () => {
    const definition = sketchProcess({
      stages: { a: { on: { request_changes: ['b'], submit: ['b'], accept: ['b'] } }, b: {} },
    });
    expect(edgesOf(definition)).toEqual(['a → b: accept / submit / request_changes (onward)']);
  });

  it('leaves out what a draft names and does not have', () => {
    const definition = sketchProcess({
      initial: 'nowhere',
      stages: { a: { on: { submit: ['b', 'elsewhere'] } }, b: {} },
    });
    expect(edgesOf(definition)).toEqual(['a → b: submit (onward)']);
    expect(processGraph(definition).stages).toMatchObject([
      { key: 'a', isInitial: true },
      { key: 'b', isInitial: false },
    ]);
  });

  it('tells a return by request_changes', () => {
    const definition = sketchProcess({
      stages: { a: { on: { submit: ['b'] } }, b: { on: { request_changes: ['a'] } } },
    });
    expect(edgesOf(definition)).toEqual([
      'a → b: submit (onward)',
      'b → a: request_changes (return)',
    ]);
  });

  it('tells a resumption from the line as it should run', () => {
    const [content] = DEFAULT_PROCESSES;
    const edges = edgesOf(content!);
    expect(edges).toContain('brief → in_review: submit (resume)');
    expect(edges).toContain('in_review → approved: approve / approve_with_comment (onward)');
  });

  it('says of an event that it stays only where it never leaves the stage', () => {
    const [content, , variant] = DEFAULT_PROCESSES;
    expect(staysIn(variant!, 'queued')).toEqual(['source_published', 'source_ready']);
    expect(staysIn(content!, 'in_review')).toEqual(['withdraw']);
  });

  it('orders stages as work passes them, those that nothing leads to last', () => {
    const definition = sketchProcess({
      initial: 'z_first',
      stages: {
        a_last: { type: 'final' },
        alone: {},
        b_middle: { on: { submit: ['a_last'], revise: ['z_first'] } },
        z_first: { on: { submit: ['b_middle'], skip: ['a_last'] } },
      },
    });
    const order = processGraph(definition).stages.map(({ key }) => key);
    expect(order).toEqual(['z_first', 'b_middle', 'a_last', 'alone']);
  });

  it('orders branches alike, in whatever order a definition lists them', () => {
    const branches = { b: { on: { join: ['d'] } }, c: { on: { join: ['d'] } }, d: {} };
    const one = { a: { on: { left: ['b'], right: ['c'] } }, ...branches };
    const other = { a: { on: { right: ['c'], left: ['b'] } }, ...branches };
    expect(processGraph(sketchProcess({ stages: one }))).toEqual(
      processGraph(sketchProcess({ stages: other })),
    );
  });

  it.each(DEFAULT_PROCESSES)(
    'is the same for $id after storage has sorted its keys',
    (definition) => {
      const stored = JSON.parse(canonicalJson(definition)) as ProcessDefinition;
      expect(processGraph(stored)).toEqual(processGraph(definition));
    },
  );
});
