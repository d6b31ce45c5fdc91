export { assignKeys } from './keys/assign-keys.js';
export {
  type ChangedUnit,
  compareVersions,
  type VersionComparison,
} from './keys/compare-versions.js';
export { type DiffPart, wordDiff } from './keys/word-diff.js';
export { canonicalLocale } from './locale-tag.js';
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
