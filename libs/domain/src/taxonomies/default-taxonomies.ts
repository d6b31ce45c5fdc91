import { CONTENT_TYPES, JOURNEY_STAGES, TRAINING_TYPES } from '../vocabulary.js';
import type { Taxonomies, Term } from './taxonomy.js';

/** What a new workspace begins with: types and journey stages from lists, audiences and purposes as they come. */
export const DEFAULT_TAXONOMIES: Taxonomies = {
  type: {
    name: 'type',
    open: false,
    terms: [
      ...CONTENT_TYPES.map((key) => defaultTerm(key, 'content')),
      ...TRAINING_TYPES.map((key) => defaultTerm(key, 'training')),
    ],
  },
  audience: { name: 'audience', open: true, terms: [] },
  purpose: { name: 'purpose', open: true, terms: [] },
  journey_stage: {
    name: 'journey_stage',
    open: false,
    terms: JOURNEY_STAGES.map((key) => defaultTerm(key, null)),
  },
};

function defaultTerm(key: string, kind: Term['kind']): Term {
  return {
    key,
    kind,
    label: labelFrom(key),
    description: null,
    ownerFunction: 'enablement',
    synonyms: [],
    status: 'active',
    successor: null,
  };
}

function labelFrom(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1).replaceAll('_', ' ');
}
