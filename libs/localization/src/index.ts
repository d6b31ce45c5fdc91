export { canonicalLocale } from './locale-tag.js';
