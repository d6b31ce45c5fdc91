import { EMPTY_CONTEXT } from '../process-definition.js';
import { ITEM_KINDS, ON_EDIT, PHASES } from '../vocabulary.js';
import { ACTIVITY_SCHEMAS } from './activity-schema.js';
import {
  byName,
  either,
  list,
  named,
  oneOf,
  record,
  reference,
  region,
  text,
} from './schema-parts.js';
import { TRANSITION_SCHEMAS } from './transition-schema.js';

const MOST_STAGES = 200;
const MOST_ACTIVITIES = 50;
const MOST_EVENTS = 500;

const stageMeta = record(
  {
    label: text('Label', 'The stage as people read it.'),
    phase: oneOf(PHASES, { title: 'Phase', description: 'The phase that it belongs to.' }),
    mode: oneOf(['relay', 'team'], {
      title: 'Mode',
      description: 'relay: one activity after another. team: several at once, counted by `quorum`.',
    }),
    activities: list(reference('activity'), {
      title: 'Activities',
      description: 'The work of this stage. Left out: none.',
      most: MOST_ACTIVITIES,
    }),
    quorum: {
      type: 'integer',
      title: 'Quorum',
      description: 'How many distinct functions have to approve before the stage is left.',
      minimum: 1,
      maximum: MOST_ACTIVITIES,
    },
    onEdit: oneOf(ON_EDIT, {
      title: 'On edit',
      description: 'What an edit of the body does to approvals given. Left out: changed_sections.',
    }),
    announces: text('Announces', 'The fact told when an item enters, for instance item.published.'),
  },
  {
    title: 'What the stage is',
    description: 'Its label, its phase and its work.',
    required: ['label', 'phase', 'mode'],
  },
);

const review = record(
  {
    to: named('To', 'The stage that an approval leads to.'),
    returnTo: {
      ...list(named('Stage', 'A stage that work can be sent back to.'), {
        title: 'Return to',
        description: 'The stages that work can be sent back to.',
        most: MOST_STAGES,
      }),
      minItems: 1,
      uniqueItems: true,
    },
    also: list(named('Rule', 'The name of a rule.'), {
      title: 'Also',
      description: 'Rules that an approval has to keep beside those of every approval.',
      most: 20,
    }),
    afterwards: oneOf(['resume', 'restart'], {
      title: 'Afterwards',
      description: 'resume: what was sent back comes straight here. restart: it passes all again.',
    }),
    onward: byName(named('Event', 'The event that hands the work on.'), {
      title: 'Onward',
      description:
        'The event that sends work on from each stage. Left out: the only one by which it is left, where there is one.',
      most: MOST_STAGES,
    }),
  },
  {
    title: 'Review',
    description:
      'Stands for approve, approve_with_comment, withdraw (where votes are counted) and request_changes.',
    required: ['to', 'returnTo', 'afterwards'],
  },
);

const stage = record(
  {
    type: { title: 'Type', description: 'Written where the process ends.', const: 'final' },
    meta: stageMeta,
    on: reference('on'),
    review,
  },
  { title: 'Stage', description: 'Where an item can be.', required: ['meta'] },
);

const eventMeta = record(
  {
    label: text('Label', 'The event as people read it. Left out: made of its name.'),
    by: list(named('Sender', 'A function, `owner`, or `line` for Baton itself.'), {
      title: 'By',
      description: 'Who may send it where no activity of the stage lists it.',
      most: 50,
    }),
    ofLocale: {
      type: 'boolean',
      title: 'Of the locale',
      description: 'true: of regional people only those who cover the locale of the item.',
    },
  },
  { title: 'Event', description: 'Its label and its senders.' },
);

const meta = record(
  {
    label: text('Label', 'The process as people read it.'),
    kind: oneOf(ITEM_KINDS, { title: 'Kind', description: 'The kind of item that it carries.' }),
    regions: {
      ...list(region('Region', 'ISO 3166-1 alpha-2.'), {
        title: 'Regions',
        description: 'Where each responsible function has to be staffed.',
        most: 250,
      }),
      uniqueItems: true,
    },
    events: byName(
      either(
        { title: 'A label, or an object of label and by', description: 'What an event is called.' },
        text('Label', 'The event as people read it.'),
        eventMeta,
      ),
      { title: 'Events', description: 'Labels and senders of events, by name.', most: MOST_EVENTS },
    ),
  },
  {
    title: 'What the process is',
    description: 'Its label, the kind of item it carries, and its events.',
    required: ['label', 'kind'],
  },
);

/** Only what every item begins with; later versions may remember more, so none of it has to be written. */
const context = record(
  Object.fromEntries(
    Object.entries(EMPTY_CONTEXT).map(([field, value]) => [
      field,
      { title: field, description: 'As every item begins.', const: value as unknown },
    ]),
  ),
  { title: 'Context', description: 'What an item remembers at first. May be left out.' },
);

/** How a process may be written: the stored form and its shorthand. JSON Schema 2020-12, fit to be published. */
export const PROCESS_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:baton:process',
  ...record(
    {
      id: named('Id', 'Names the process.'),
      initial: named('Initial', 'The stage that an item begins in. Left out: the first stage.'),
      context,
      meta,
      states: {
        ...byName(stage, {
          title: 'Stages',
          description: 'Every stage of the process, by name.',
          most: MOST_STAGES,
        }),
        minProperties: 1,
      },
      on: reference('on'),
    },
    {
      title: 'Process',
      description: 'A process as a workspace writes it: stages, events, roles and deadlines.',
      required: ['id', 'meta', 'states'],
    },
  ),
  $defs: { ...ACTIVITY_SCHEMAS, ...TRANSITION_SCHEMAS },
};
