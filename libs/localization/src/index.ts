export { canonicalLocale } from './locale-tag.js';
export { type BodySection, sectionsOf } from './sections.js';
export {
  type KnownClues,
  knownClues,
  LEAST_SCORE,
  type WantedClues,
  wantedClues,
} from './memory/clues.js';
export { matchScore } from './memory/similarity.js';
export { MOST_WORDS, tokensOf } from './memory/tokens.js';
export { likenessTo } from './memory/word-edits.js';
export { plainText } from './text/segmented.js';
export { codesOf, readTagged, taggedText } from './text/tagged.js';
export {
  CODE_TYPES,
  type CodeType,
  type InlineCode,
  type InlineText,
  type KeyedUnit,
  SEGMENT_STATES,
  type SegmentState,
  type SourceUnit,
  UNIT_KINDS,
  type UnitKind,
} from './text/unit.js';
