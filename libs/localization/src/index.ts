export {
  foldedWord,
  type GlossaryTarget,
  type GlossaryWords,
  repeatedTarget,
  TARGET_STATUSES,
  type TargetStatus,
  tidyWord,
} from './glossary-term.js';
export { canonicalLocale } from './locale-tag.js';
export { type LocaleLookup, lookUpLocale } from './look-up-locale.js';
export { type BodySection, sectionsOf } from './sections.js';
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
