import { SEGMENT_STATES } from '../translation.js';
import { BLOCKER_CATEGORIES, CHANGE_CLASSES, LINK_TYPES } from '../vocabulary.js';
import type { FactEntry } from './fact-entry.js';
import {
  actor,
  count,
  digest,
  digestOrNull,
  id,
  ids,
  oneOf,
  optional,
  other,
  record,
  text,
  textOrNull,
  texts,
  yes,
  yesOrNo,
} from './fact-field.js';

const EVENT = {
  from: text('the stage before'),
  to: text('the stage after'),
  event: text('the event that was sent'),
  comment: textOrNull('what its sender said'),
  informed: optional(texts('functions that the process wants told')),
  override: optional(yes('enablement acted in the place of the function whose task it was')),
  content: optional(
    record('the content whose change led to it', {
      itemId: id('the content'),
      digest: digestOrNull('of its text'),
    }),
  ),
  exception: optional(yes('it was published past its review')),
};

const ANNOUNCED = {
  digest: digestOrNull('of the text'),
  exception: optional(yes('it was published past its review')),
};

const LINK = { link: oneOf(LINK_TYPES, 'how they depend'), item: id('the item it leads to') };

const ATTACHMENT = {
  attachment: id('the file'),
  name: text("the file's own name"),
  mediaType: text('what its bytes are'),
  size: count('bytes'),
  digest: digest('of the bytes'),
};

const PLACE = { process: digest('of the definition'), stage: text('the stage') };

/** Facts that a stage of a process may announce under these names; each of them has a meaning for Baton too. */
export const STAGE_FACTS = {
  'item.published': {
    about: 'item',
    meaning: 'The text is out for its readers.',
    data: ANNOUNCED,
  },
  'item.delivered': {
    about: 'item',
    meaning: 'The training is out for its learners.',
    data: ANNOUNCED,
  },
  'item.out_of_date': {
    about: 'item',
    meaning: 'What is out in this locale is no longer what its source says.',
    data: ANNOUNCED,
  },
  'item.expired': {
    about: 'item',
    meaning: 'The text is out no more, since its time has ended.',
    data: ANNOUNCED,
  },
  'item.retired': {
    about: 'item',
    meaning: 'The text is out no more, and will not be again.',
    data: ANNOUNCED,
  },
  'item.cancelled': {
    about: 'item',
    meaning: 'The work was given up; nothing of it is out.',
    data: ANNOUNCED,
  },
} as const satisfies Record<string, FactEntry>;

/** Facts about an item as a whole. */
export const ITEM_FACTS = {
  'item.created': {
    about: 'item',
    meaning: 'An item was asked for, or a variant was opened; it is in the first stage.',
    data: { title: text('what it is called') },
  },
  'item.stage_changed': {
    about: 'item',
    meaning: 'An event brought the item to another stage.',
    data: EVENT,
  },
  'item.event_recorded': {
    about: 'item',
    meaning: 'An event was sent and the item stays in its stage, as with one vote of several.',
    data: EVENT,
  },
  'item.moved': {
    about: 'item',
    meaning: 'Enablement put the item into another stage, past its process.',
    data: {
      from: text('the stage before'),
      to: text('the stage after'),
      comment: text('why'),
      formality: oneOf(['ad_hoc'], 'how it was handed on'),
    },
  },
  'item.migrated': {
    about: 'item',
    meaning: 'The item goes on by another version of its process.',
    data: {
      from: record('the process and stage before', PLACE),
      to: record('the process and stage after', PLACE),
    },
  },
  'item.revised': {
    about: 'item',
    meaning: 'The text has a new revision.',
    data: {
      revision: count('its number'),
      digest: digest('of the text'),
      change: optional(oneOf(CHANGE_CLASSES, 'how much it changes')),
      offProcess: optional(text('why it was written past the process')),
    },
  },
  'item.translated': {
    about: 'item',
    meaning: 'Segments of the variant were translated, reviewed or approved.',
    data: {
      segments: count('how many were'),
      counts: record(
        'segments in each state, and the words of their sources',
        Object.fromEntries(
          SEGMENT_STATES.map((state) => [
            state,
            record(state, { units: count('segments'), words: count('words') }),
          ]),
        ),
      ),
    },
  },
  'item.described': {
    about: 'item',
    meaning: 'Title, facets, owner function, goal or locales were changed.',
    data: { changed: texts('the fields that were') },
  },
  'item.retagged': {
    about: 'item',
    meaning: 'A word of the item was merged into another in the workspace.',
    data: { facet: text('the field'), from: text('the word'), to: text('the word in its place') },
  },
  'item.linked': {
    about: 'item',
    meaning: 'The item was tied to another that it depends on.',
    data: LINK,
  },
  'item.unlinked': {
    about: 'item',
    meaning: 'A tie to another item was taken away.',
    data: LINK,
  },
  'item.blocked': {
    about: 'item',
    meaning: 'Something keeps the work from going on.',
    data: {
      blocker: id('the blocker'),
      category: oneOf(BLOCKER_CATEGORIES, 'what kind of thing it is'),
      owner: other({
        description: 'who has to clear it away',
        anyOf: [
          record('a person', { personId: id('the person') }).schema,
          record('a function', { function: text('the function') }).schema,
        ],
      }),
      detail: text('what it is'),
    },
  },
  'item.unblocked': {
    about: 'item',
    meaning: 'A blocker was cleared away.',
    data: {
      blocker: id('the blocker'),
      category: oneOf(BLOCKER_CATEGORIES, 'what kind of thing it was'),
      comment: textOrNull('what was said'),
    },
  },
  'approval.voided': {
    about: 'item',
    meaning: 'An edit took an approval away.',
    data: {
      activity: text('the activity it was given in'),
      approver: actor('who gave it'),
      sections: texts('the sections that were changed; empty: the text or description as a whole'),
    },
  },
  'comment.added': {
    about: 'item',
    meaning: 'Somebody commented on the item; the text is at /v1/items/{id}/comments.',
    data: {
      comment: id('the comment'),
      section: textOrNull('the section it is about; null: the whole item'),
      mandatory: yesOrNo('whether the work waits for its resolution'),
      mentions: ids('people who are named in it'),
    },
  },
  'comment.resolved': {
    about: 'item',
    meaning: 'A comment was resolved.',
    data: { comment: id('the comment') },
  },
  'attachment.added': {
    about: 'item',
    meaning: 'A file was attached.',
    data: ATTACHMENT,
  },
  'attachment.removed': {
    about: 'item',
    meaning: 'A file was taken off the item.',
    data: ATTACHMENT,
  },
} as const satisfies Record<string, FactEntry>;
