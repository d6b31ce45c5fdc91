import { DEFAULT_PROCESSES, type ProcessDefinition } from '#domain';

export const CONTENT = DEFAULT_PROCESSES.find(({ id }) => id === 'content')!;

/** Structuring is called outlining, and the draft is another activity than before. */
const NAMES: Record<string, string> = { structuring: 'outlining', draft: 'write_draft' };

/**
 * The content process as a workspace may change it: stages and activities have other names, and the brief is no more;
 * what is accepted goes where the brief led to.
 */
export function changedContent(label = 'Content, shorter', names = NAMES): ProcessDefinition {
  const text = Object.entries(names).reduce(
    (sofar, [old, name]) =>
      sofar.replaceAll(`"${old}"`, `"${name}"`).replaceAll(`".${old}"`, `".${name}"`),
    JSON.stringify(CONTENT),
  );
  const copy = JSON.parse(text) as ProcessDefinition;
  const { brief: _brief, ...states } = copy.states;
  for (const { on = {} } of Object.values(states)) {
    for (const event of Object.keys(on)) {
      on[event] = on[event]!.filter(({ target }) => target !== 'brief');
    }
  }
  states['intake']!.on!['accept'] = CONTENT.states['intake']!.on!['accept']!.map((transition) => ({
    ...transition,
    target: names['structuring'] ?? 'structuring',
  }));
  return { ...copy, meta: { ...copy.meta, label }, states };
}
