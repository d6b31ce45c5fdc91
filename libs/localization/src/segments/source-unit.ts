import { hash } from 'node:crypto';
import { codesOf, taggedText } from '../text/tagged.js';
import type { InlineText, SourceUnit, UnitKind } from '../text/unit.js';
import { countWords } from './count-words.js';

/** A unit of a text with its digest and its words; the words in codes are not counted. */
export function sourceUnit(kind: UnitKind, source: InlineText, locale?: string): SourceUnit {
  const words = source.map((part) => (typeof part === 'string' ? part : ' ')).join('');
  return { kind, source, hash: hashOf(source), words: countWords(words, locale) };
}

/** Plain text such as a title as a unit: nothing in it is a code, and its white space stays. */
export function segmentField(text: string, { locale }: { locale: string }): SourceUnit {
  return sourceUnit('field', text === '' ? [] : [text], locale);
}

function hashOf(source: InlineText): string {
  const types = codesOf(source).map(({ type }) => type);
  return hash('sha256', `${taggedText(source)}\n${types.join(',')}`);
}
