import { GOAL_STATUSES, TARGET_KINDS } from '../goals/goal.js';
import { ITEM_KINDS } from '../vocabulary.js';
import type { FactEntry } from './fact-entry.js';
import {
  count,
  digest,
  digestOrNull,
  instantOrNull,
  numberOrNull,
  oneOf,
  other,
  text,
  textOrNull,
} from './fact-field.js';

const GOAL = {
  title: text('what is to be reached'),
  status: oneOf(GOAL_STATUSES, 'active, or closed with what it came to'),
  version: count('of the goal'),
  metric: textOrNull('what is measured'),
  unit: textOrNull('what the numbers count'),
  baseline: numberOrNull('where it began'),
  target: other({
    description: 'absolute: the value to reach. percent: the change of the baseline',
    type: ['object', 'null'],
    properties: { kind: { enum: [...TARGET_KINDS] }, value: { type: 'number' } },
    required: ['kind', 'value'],
    additionalProperties: false,
  }),
  scope: textOrNull('the market, product or audience it is about'),
  deadline: textOrNull('YYYY-MM-DD, the last day on which it can be met'),
  sponsorId: textOrNull('the person who stands for it'),
  result: other({
    description: 'what it came to, in its unit; null before it is closed',
    type: ['object', 'null'],
    properties: {
      actual: { type: 'number' },
      target: { type: 'number', description: 'the value that was to be reached' },
      met: { type: 'boolean' },
      difference: { type: 'number', description: 'actual minus target' },
    },
    required: ['actual', 'target', 'met', 'difference'],
    additionalProperties: false,
  }),
};

const PROCESS = {
  process: text('its name'),
  digest: digest('of the definition'),
  kind: oneOf(ITEM_KINDS, 'of the items that it is for'),
};

const ENDPOINT = { url: text('where it is') };

/** Facts that belong to no item. */
export const WORKSPACE_FACTS = {
  'goal.activated': {
    about: 'goal',
    meaning: 'A goal counts from now on: items can be made for it.',
    data: GOAL,
  },
  'goal.closed': {
    about: 'goal',
    meaning: 'A goal has come to something.',
    data: GOAL,
  },
  'process.activated': {
    about: 'process',
    meaning: 'New items take this version of the process.',
    data: { ...PROCESS, follows: digestOrNull('of the version that was active before') },
  },
  'process.retired': {
    about: 'process',
    meaning: 'New items refuse this version of the process; those on it go on.',
    data: { ...PROCESS, comment: text('why') },
  },
  'term.merged': {
    about: 'term',
    meaning: 'A word that items are described by was merged into another.',
    data: {
      taxonomy: text('the list of words'),
      from: text('the word'),
      into: text('the word in its place'),
      items: count('how many items carried it'),
      comment: text('why'),
    },
  },
  'webhook_endpoint.created': {
    about: 'endpoint',
    meaning: 'Another system is told of facts from now on.',
    data: { ...ENDPOINT },
  },
  'webhook_endpoint.deleted': {
    about: 'endpoint',
    meaning: 'An endpoint was taken away with its log.',
    data: { ...ENDPOINT },
  },
  'webhook_endpoint.disabled': {
    about: 'endpoint',
    meaning:
      'Nothing is sent to an endpoint any more until it is enabled; what happens meanwhile is kept for it.',
    data: {
      ...ENDPOINT,
      because: oneOf(
        ['gone', 'failing', 'manual'],
        'gone: it answered 410. failing: it took nothing for five days. manual: somebody did it',
      ),
      failingSince: instantOrNull('of the first failure in a row'),
    },
  },
  'webhook_endpoint.enabled': {
    about: 'endpoint',
    meaning: 'An endpoint is sent to again.',
    data: {
      ...ENDPOINT,
      from: oneOf(
        ['missed', 'now'],
        'whether it gets what it missed, or only what happens from now on',
      ),
    },
  },
  'webhook_endpoint.pinged': {
    about: 'endpoint',
    meaning:
      'Somebody wants to see whether an endpoint is there. Only that endpoint gets it; it is not in the feed.',
    data: {},
  },
} as const satisfies Record<string, FactEntry>;
