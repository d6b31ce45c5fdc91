export { type Alignment, alignTranslation } from './alignment/align-translation.js';
export type { AlignedPair } from './alignment/match-probabilities.js';
export { checkCodes } from './checks/check-codes.js';
export { checkLength } from './checks/check-length.js';
export { checkTerms, type Term, type TranslatedText } from './checks/check-terms.js';
export { checkWording } from './checks/check-wording.js';
export { CHECK_CODES, type CheckCode, type CheckFinding } from './checks/finding.js';
export { assignKeys } from './keys/assign-keys.js';
export {
  type ChangedUnit,
  compareVersions,
  type VersionComparison,
} from './keys/compare-versions.js';
export { type DiffPart, wordDiff } from './keys/word-diff.js';
export type { MachineTranslation, TranslationLocales } from './machine/machine-translation.js';
export { pseudoLocalization } from './machine/pseudo-localization.js';
export {
  contextScore,
  EXACT_MATCH,
  MATCH_IN_CONTEXT,
  matchScore,
  type TextInContext,
} from './memory/similarity.js';
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
