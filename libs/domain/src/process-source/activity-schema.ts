import { either, hours, list, named, oneOf, record, reference, text } from './schema-parts.js';

const MOST_FUNCTIONS = 50;

function functions(title: string, description: string) {
  return either(
    { title: `${title}: a function or a list of functions`, description },
    reference('function'),
    list(reference('function'), { title, description, most: MOST_FUNCTIONS }),
  );
}

const checklistPoint = record(
  {
    key: named('Key', 'Names the point; once in its checklist.'),
    label: text('Label', 'What is confirmed, as people read it.'),
  },
  {
    title: 'Checklist point',
    description: 'A point that the receiver of a baton confirms when they accept it.',
    required: ['key', 'label'],
  },
);

const raci = record(
  {
    responsible: functions('Responsible', 'May claim the task and act.'),
    accountable: functions(
      'Accountable',
      'Answers for the outcome and signs it. Has to be exactly one before the process can be activated.',
    ),
    consulted: functions('Consulted', 'Asked when the stage begins.'),
    informed: functions('Informed', 'Told when an event is sent in this activity.'),
  },
  {
    title: 'RACI',
    description: "Who does what in this activity, by function; `owner` is the item's own function.",
    required: ['responsible'],
  },
);

const deadline = record(
  {
    workingHours: hours('Working hours', 'Counted from the opening of the task.'),
    onTimeout: oneOf(['remind', 'escalate'], {
      title: 'On timeout',
      description: 'What happens when the hours have passed.',
    }),
  },
  {
    title: 'Deadline',
    description: 'How long the activity may take.',
    required: ['workingHours', 'onTimeout'],
  },
);

export const ACTIVITY_SCHEMAS = {
  function: named('Function', 'A business function, or `owner` for the function of the item.'),
  activity: record(
    {
      key: named('Key', 'Names the activity; once in its stage.'),
      label: text('Label', 'What is to be done, as people read it.'),
      raci,
      events: list(named('Event', 'An event of this stage.'), {
        title: 'Events',
        description:
          'The events that the holder of this task may send. Left out: those of the review of its stage, if it has one.',
        most: 50,
      }),
      edits: {
        type: 'boolean',
        title: 'Edits',
        description: 'Whether the holder of this task may write revisions of the body.',
      },
      sections: {
        ...list(text('Section', 'The key of a section; it covers what stands below it.'), {
          title: 'Sections',
          description: 'What an approval in this activity covers. Left out: the whole body.',
          most: 200,
        }),
        minItems: 1,
      },
      checklist: list(checklistPoint, {
        title: 'Checklist',
        description: 'Confirmed point by point by whoever accepts the baton.',
        most: 50,
      }),
      acceptWithinHours: hours(
        'Accept within hours',
        'By the clock: a baton offered and not accepted by then is dropped.',
      ),
      consultWithinHours: hours(
        'Consult within hours',
        'By the clock: how long the consulted have. Left out: nobody is asked.',
      ),
      deadline,
    },
    {
      title: 'Activity',
      description: 'Work that a stage asks of a function; one open task while the stage lasts.',
      required: ['key', 'label', 'raci'],
    },
  ),
};
