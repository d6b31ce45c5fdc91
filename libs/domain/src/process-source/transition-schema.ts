import { byName, either, list, named, record, reference, target } from './schema-parts.js';

/** in one stage, all its events together */
export const MOST_TRANSITIONS = 200;

const parameter = either(
  {
    title: 'A text, a number, true, false or a list of texts',
    description: 'What a rule or an action is told. Never evaluated.',
  },
  { type: 'string', maxLength: 300 },
  { type: 'number' },
  { type: 'boolean' },
  { type: 'array', items: { type: 'string', maxLength: 300 }, maxItems: 50 },
);

const params = byName(parameter, {
  title: 'Parameters',
  description: 'What the rule or action is told, by name.',
  most: 20,
});

const rules = list(reference('reference'), {
  title: 'Rules',
  description: 'All of them have to hold. Written instead of `guard`.',
  most: 50,
});

const guard = record(
  {
    type: named('Type', 'Always `all`.'),
    params: record(
      { rules },
      { title: 'Parameters', description: 'The rules that have to hold, all of them.' },
    ),
  },
  {
    title: 'Guard',
    description: 'The stored form of `rules`.',
    required: ['type'],
  },
);

export const TRANSITION_SCHEMAS = {
  reference: either(
    {
      title: 'A name, or an object of type and params',
      description: 'A rule or an action by its name; nothing executable.',
    },
    named('Name', 'The name of a rule or an action.'),
    record(
      { type: named('Type', 'The name of a rule or an action.'), params },
      { title: 'Reference', description: 'A name and its parameters.', required: ['type'] },
    ),
  ),
  transition: {
    ...record(
      {
        target: target('Target', 'The stage it leads to. Left out: the item stays where it is.'),
        rules,
        guard,
        actions: list(reference('reference'), {
          title: 'Actions',
          description: 'What happens on the way, in this order.',
          most: 50,
        }),
      },
      { title: 'Transition', description: 'Where an event leads, under which rules.' },
    ),
    not: { type: 'object', required: ['guard', 'rules'] },
  },
  transitions: either(
    {
      title: 'A stage name, a transition, or a list of them',
      description: 'Tried in their order; the first whose rules hold is taken.',
    },
    target('Target', 'The stage it leads to.'),
    reference('transition'),
    list(
      either(
        { title: 'A stage name or a transition', description: 'One of several ways.' },
        target('Target', 'The stage it leads to.'),
        reference('transition'),
      ),
      { title: 'Transitions', description: 'Tried in their order.', most: MOST_TRANSITIONS },
    ),
  ),
  on: byName(reference('transitions'), {
    title: 'On',
    description: 'Where each event leads, by its name.',
    most: MOST_TRANSITIONS,
  }),
};
