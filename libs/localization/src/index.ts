export { canonicalLocale } from './locale-tag.js';
export { type BodySection, sectionsOf } from './sections.js';
export { frontMatterOf } from './front-matter.js';
export { type TextOf, assembleBody } from './segments/assemble-body.js';
export { countWords } from './segments/count-words.js';
export { segmentBody } from './segments/segment-body.js';
export { segmentField } from './segments/source-unit.js';
export { breaksStructure, structureOf } from './segments/structure.js';
export type { Segmented, Template } from './segments/template.js';
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
