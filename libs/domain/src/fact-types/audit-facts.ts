import type { FactEntry } from './fact-entry.js';
import { count, record, text } from './fact-field.js';

const HEAD = {
  size: count('leaves of the tree of entries'),
  root: text('its root hash, base64'),
};

/** What is told of the tree that all entries of a workspace are leaves of. */
export const AUDIT_FACTS = {
  'audit.checkpoint_signed': {
    about: 'audit',
    meaning:
      'What has come into the trail was signed. Whoever keeps the note can tell later whether it was changed.',
    data: { ...HEAD, note: text('the signed note, C2SP tlog-checkpoint') },
  },
  'audit.inconsistent': {
    about: 'audit',
    meaning:
      'The trail does not go on from what was signed last: rows were changed, or come from an older backup. Nothing more of it is signed.',
    data: {
      ...HEAD,
      checkpoint: record('what was signed last', HEAD),
      detail: text('why, as a sentence'),
    },
  },
} as const satisfies Record<string, FactEntry>;
