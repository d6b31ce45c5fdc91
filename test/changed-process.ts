import { DEFAULT_PROCESSES, type ProcessDefinition } from '#domain';

export const CONTENT = DEFAULT_PROCESSES.find(({ id }) => id === 'content')!;

/**
 * The content process as a workspace may change it: structuring is called outlining, the brief is no more, and the
 * draft is another activity than before.
 */
export function changedContent(label = 'Content, shorter'): ProcessDefinition {
  const text = JSON.stringify(CONTENT)
    .replaceAll('"structuring"', '"outlining"')
    .replaceAll('".structuring"', '".outlining"')
    .replaceAll('"draft"', '"write_draft"');
  const copy = JSON.parse(text) as ProcessDefinition;
  const { brief: _brief, ...states } = copy.states;
  for (const { on = {} } of Object.values(states)) {
    for (const event of Object.keys(on)) {
      on[event] = on[event]!.filter(({ target }) => target !== 'brief');
    }
  }
  states['intake']!.on!['accept'] = CONTENT.states['intake']!.on!['accept']!.map((transition) => ({
    ...transition,
    target: 'outlining',
  }));
  return { ...copy, meta: { ...copy.meta, label }, states };
}
