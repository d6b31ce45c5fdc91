export { canonicalLocale } from './locale-tag.js';
export { type BodySection, sectionsOf } from './sections.js';
