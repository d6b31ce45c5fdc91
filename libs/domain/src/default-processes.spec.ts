import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PROCESSES } from './default-processes.js';
import type { ProcessDefinition, TransitionDefinition } from './process-definition.js';
import { compileProcess, processDigest, rulesOf, transitionsFor } from './process-machine.js';
import { FUNCTIONS, PHASES } from './vocabulary.js';

/** The stages in the order in which work is meant to pass them; `cancelled` stands beside them. */
const ORDER: Record<string, string[]> = {
  content:
    'intake brief structuring drafting in_review approved scheduled published review_due expired retired'.split(
      ' ',
    ),
  training:
    'intake needs_analysis storyboard storyboard_review alpha alpha_review beta pilot gold in_delivery review_due retired'.split(
      ' ',
    ),
  variant:
    'requested queued translating editing in_country_review approved published out_of_date retired'.split(
      ' ',
    ),
};

const CASES = DEFAULT_PROCESSES.map((definition) => ({ name: definition.id, definition }));
const RACI_FUNCTIONS = [...FUNCTIONS, 'owner'];

interface Edge {
  from: string;
  event: string;
  transition: TransitionDefinition;
  to: string;
}

/** Every transition of a process as an edge from stage to stage. */
function edgesOf(definition: ProcessDefinition): Edge[] {
  return stagesOf(definition).flatMap(({ name: from }) =>
    eventsOf(definition, from).flatMap((event) =>
      transitionsFor(definition, from, event).map((transition) => ({
        from,
        event,
        transition,
        to: transition.target?.replace('.', '') ?? from,
      })),
    ),
  );
}

function stagesOf(definition: ProcessDefinition) {
  return Object.entries(definition.states).map(([name, stage]) => ({ name, ...stage }));
}

function eventsOf(definition: ProcessDefinition, stage: string): string[] {
  return [...Object.keys(definition.states[stage]!.on ?? {}), ...Object.keys(definition.on ?? {})];
}

/** Breadth first: every place that the steps lead to, the starting places among them. */
function reachable(starts: string[], steps: { from: string; to: string }[]): Set<string> {
  const seen = new Set(starts);
  for (const place of seen) {
    for (const { from, to } of steps) if (from === place) seen.add(to);
  }
  return seen;
}

/** Whether a transition is open to an item that was never sent back. */
function isForward({ transition }: Edge): boolean {
  return rulesOf(transition).every(({ type }) => !['returns_to', 'resumes_at'].includes(type));
}

describe('the default processes', () => {
  it('are one per kind of item, each named after its kind', () => {
    expect(DEFAULT_PROCESSES.map(({ id, meta }) => [id, meta.kind])).toEqual([
      ['content', 'content'],
      ['training', 'training'],
      ['variant', 'variant'],
    ]);
  });
});

describe.each(CASES)('the $name process', ({ definition }) => {
  const stages = stagesOf(definition);
  const edges = edgesOf(definition);
  const activities = stages.flatMap(({ name, meta }) =>
    meta.activities.map((activity) => ({ stage: name, ...activity })),
  );

  it('has its stages in the order of the product, and cancelled beside them', () => {
    expect(Object.keys(definition.states)).toEqual([...ORDER[definition.id]!, 'cancelled']);
    expect(definition.initial).toBe(ORDER[definition.id]![0]);
  });

  it('leads from each stage to the next, without a detour through a return', () => {
    const order = ORDER[definition.id]!;
    const pairs = order.slice(1).map((to, index) => ({ from: order[index]!, to }));
    const missing = pairs.filter(
      ({ from, to }) =>
        !edges.some((edge) => edge.from === from && edge.to === to && isForward(edge)),
    );
    expect(missing).toEqual([]);
  });

  it('reaches every stage from the initial one, also if nobody ever requests changes', () => {
    const seen = reachable([definition.initial], edges.filter(isForward));
    expect([...seen].toSorted()).toEqual(Object.keys(definition.states).toSorted());
  });

  it('reaches a final stage from every stage, also if nobody cancels', () => {
    const finals = stages.filter(({ type }) => type === 'final').map(({ name }) => name);
    expect(finals).toEqual(['retired', 'cancelled']);
    const backwards = edges
      .filter(({ event }) => event !== 'cancel')
      .map(({ from, to }) => ({ from: to, to: from }));
    const ends = reachable(['retired'], backwards);
    const stuck = stages.map(({ name }) => name).filter((name) => !ends.has(name));
    expect(stuck).toEqual(['cancelled']);
  });

  it('can be cancelled with a comment in every stage that is not final', () => {
    const cancelling = edges.filter(({ event }) => event === 'cancel');
    expect(cancelling.map(({ from, to }) => [from, to])).toEqual(
      stages.filter(({ type }) => type !== 'final').map(({ name }) => [name, 'cancelled']),
    );
    for (const { transition } of cancelling) {
      expect(rulesOf(transition)).toEqual([{ type: 'comment_given' }]);
    }
  });

  it('gives every activity exactly one accountable and at least one responsible function', () => {
    for (const { raci } of activities) {
      expect(RACI_FUNCTIONS).toContain(raci.accountable);
      expect(raci.responsible.length).toBeGreaterThan(0);
      expect(RACI_FUNCTIONS).toEqual(expect.arrayContaining(raci.responsible));
      expect(RACI_FUNCTIONS).toEqual(expect.arrayContaining(raci.consulted ?? []));
      expect(RACI_FUNCTIONS).toEqual(expect.arrayContaining(raci.informed ?? []));
    }
  });

  it('lets the accountable function of every activity act in it', () => {
    for (const { raci } of activities) expect(raci.responsible).toContain(raci.accountable);
  });

  it('names every activity once in its stage', () => {
    const keys = activities.map(({ stage, key }) => `${stage}.${key}`);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('lists in an activity only events that its stage knows', () => {
    const unknown = activities.flatMap(({ stage, key, events }) =>
      events
        .filter((event) => !eventsOf(definition, stage).includes(event))
        .map((event) => `${stage}.${key}: ${event}`),
    );
    expect(unknown).toEqual([]);
  });

  it('says for every event who may send it: an activity of the stage, or functions by name', () => {
    const nobody = edges
      .filter(
        ({ from, event }) =>
          !activities.some(({ stage, events }) => stage === from && events.includes(event)) &&
          (definition.meta.events[event]?.by ?? []).length === 0,
      )
      .map(({ from, event }) => `${from}.${event}`);
    expect(nobody).toEqual([]);
  });

  it('labels every event, and no other', () => {
    const labels = Object.entries(definition.meta.events);
    expect(labels.map(([event]) => event).toSorted()).toEqual(
      [...new Set(edges.map(({ event }) => event))].toSorted(),
    );
    for (const [, { label }] of labels) expect(label).toMatch(/^[A-Z]/u);
  });

  it('sends work back only to an earlier stage in which someone may write', () => {
    const order = ORDER[definition.id]!;
    const returns = edges.filter(({ event }) => event === 'request_changes');
    expect(returns.length).toBeGreaterThan(0);
    for (const { from, to } of returns) {
      expect(order.indexOf(to)).toBeLessThan(order.indexOf(from));
      expect(activities.some(({ stage, edits }) => stage === to && edits)).toBe(true);
    }
  });

  it('resumes at a stage exactly where that stage sends work back in order to resume', () => {
    const waiting = edges.flatMap(({ from, transition }) =>
      rulesOf(transition)
        .filter(({ type }) => type === 'resumes_at')
        .map(({ params }) => `${String(params?.['stage'])} > ${from}`),
    );
    const sent = edges
      .filter(({ transition }) => transition.actions?.some(({ type }) => type === 'resume_at'))
      .map(({ from, to }) => `${from} > ${to}`);
    expect(waiting.toSorted()).toEqual(sent.toSorted());
  });

  it('asks every approver to have seen the text, not to be an author, and to approve once', () => {
    const approvals = edges.filter(({ event }) => event.startsWith('approve'));
    expect(new Set(approvals.map(({ event }) => event)).size).toBe(2);
    for (const { transition } of approvals) {
      expect(rulesOf(transition)).toEqual(
        expect.arrayContaining([
          { type: 'text_was_seen' },
          { type: 'author_is_not_approver' },
          { type: 'approves_once' },
        ]),
      );
    }
  });

  it('needs as many approvals as the stage says, and has as many activities that may approve', () => {
    for (const { name, meta } of stages) {
      const counted = edges
        .filter(({ from }) => from === name)
        .flatMap(({ transition }) => rulesOf(transition))
        .filter(({ type }) => type === 'reaches_quorum')
        .map(({ params }) => params?.['of']);
      const approving = meta.activities.filter(({ events }) => events.includes('approve'));
      // Once for an approval, once for an approval with a comment.
      expect(counted).toEqual(meta.mode === 'team' ? [meta.quorum, meta.quorum] : []);
      expect(approving.length).toBeGreaterThanOrEqual(meta.quorum ?? 0);
    }
  });

  it('gives every stage a phase of the vocabulary, and every deadline some working hours', () => {
    for (const { meta } of stages) expect(PHASES).toContain(meta.phase);
    for (const { deadline } of activities) {
      if (deadline !== undefined) expect(deadline.workingHours).toBeGreaterThan(0);
    }
  });

  it('is named by the same digest after a round trip through JSON, and still compiles', () => {
    const revived = JSON.parse(JSON.stringify(definition)) as ProcessDefinition;
    expect(revived).toEqual(definition);
    expect(processDigest(revived)).toBe(processDigest(definition));
    expect(compileProcess(revived).digest).toBe(processDigest(definition));
  });
});
