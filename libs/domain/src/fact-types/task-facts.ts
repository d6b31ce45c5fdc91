import { REASON_CODES } from '../vocabulary.js';
import type { FactEntry } from './fact-entry.js';
import {
  actor,
  digestOrNull,
  id,
  instantOrNull,
  oneOf,
  optional,
  text,
  textOrNull,
  texts,
  yesOrNo,
} from './fact-field.js';

const OFFER = {
  task: id('the task'),
  activity: text('the activity of the stage; for a question, with the function that is asked'),
  functions: texts('functions that may take it on'),
  taskLocale: textOrNull('the locale it is for; null: none in particular'),
  dueAt: instantOrNull('until when somebody has to take it on or answer; null: no such time'),
};

const TASK = {
  task: id('the task'),
  activity: text('the activity of the stage'),
  delegatedTo: optional(id('the person it was passed on to')),
  delegatedBy: optional(actor('who passed it on')),
};

/** Facts about a task of an item. */
export const TASK_FACTS = {
  'task.offered': {
    about: 'item',
    meaning: 'Work is there for somebody to take on.',
    data: OFFER,
  },
  'task.claimed': {
    about: 'item',
    meaning: 'Somebody took the work on, the actor.',
    data: TASK,
  },
  'task.released': {
    about: 'item',
    meaning: 'The work was given back and is offered again.',
    data: TASK,
  },
  'task.delegated': {
    about: 'item',
    meaning: 'The work was passed on to one person, who has yet to take it on.',
    data: TASK,
  },
  'task.declined': {
    about: 'item',
    meaning: 'Whoever was to take the work on gave it back with a reason.',
    data: {
      ...TASK,
      reasonCode: oneOf(REASON_CODES, 'why, in a word'),
      comment: text('why'),
      unmet: texts('points of the entry checklist that are not met'),
    },
  },
  'task.signed': {
    about: 'item',
    meaning: 'The accountable function put its name under the text.',
    data: {
      ...TASK,
      digest: digestOrNull('of the text'),
      accountable: text('the function'),
    },
  },
  'baton.dropped': {
    about: 'item',
    meaning: 'Nobody took the work on in time; it can still be taken on.',
    data: {
      ...TASK,
      functions: texts('functions that may take it on'),
      dueAt: instantOrNull('when the time ended'),
    },
  },
  'consultation.opened': {
    about: 'item',
    meaning: 'A function is asked for its advice.',
    data: OFFER,
  },
  'consultation.answered': {
    about: 'item',
    meaning: 'A function gave its advice.',
    data: {
      ...TASK,
      objects: yesOrNo('whether it objects'),
      comment: textOrNull('what it says'),
    },
  },
  'consultation.expired': {
    about: 'item',
    meaning: 'A function did not answer in time, which is no objection.',
    data: { ...TASK, recordedAs: oneOf(['no_objection'], 'what its silence counts as') },
  },
} as const satisfies Record<string, FactEntry>;
