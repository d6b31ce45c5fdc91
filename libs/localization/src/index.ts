export { carryCodes } from './alignment/carry-codes.js';
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
  EXCHANGE_ERROR_CODES,
  ExchangeError,
  type ExchangeErrorCode,
} from './exchange/exchange-error.js';
export type {
  ExchangeEvent,
  ExchangeFile,
  ExchangeTool,
  ExchangeUnit,
  FileEnd,
  FileRead,
  Proposal,
  UnitRead,
} from './exchange/exchange-file.js';
export { EXCHANGE_LIMITS, type ExchangeLimits } from './exchange/exchange-limits.js';
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
export { frontMatterOf } from './front-matter.js';
export { type TextOf, assembleBody } from './segments/assemble-body.js';
export { countWords } from './segments/count-words.js';
export { segmentBody } from './segments/segment-body.js';
export { segmentField } from './segments/source-unit.js';
export { breaksStructure, structureOf } from './segments/structure.js';
export type { Segmented, Template } from './segments/template.js';
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
export { readPo } from './po/read-po.js';
export { writePo } from './po/write-po.js';
export { type MemoryEntry, type TmxOptions, writeTmx } from './tmx/write-tmx.js';
export { XLIFF_VERSIONS, type XliffVersion } from './xliff/names.js';
export { readXliff } from './xliff/read-xliff.js';
export {
  XLIFF_PROFILES,
  type XliffOptions,
  type XliffProfile,
  writeXliff,
} from './xliff/write-xliff.js';
