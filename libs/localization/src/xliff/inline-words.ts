import { characterOf, isControl } from '../exchange/xml-text.js';
import type { XmlTag } from '../exchange/xml-reader.js';
import type { CodeToken } from './inline-tokens.js';
import { controlOf } from './names.js';

/** What an element inside a text means. */
export type InlineMeaning =
  /** a pair around its content */
  | { as: 'pair'; code: Omit<CodeToken, 'kind'> }
  /** a code by itself; what stands inside is no text */
  | { as: 'code'; code: CodeToken }
  | { as: 'words'; words: string }
  /** a mark around words, which stay */
  | { as: 'mark' };

export type Vocabulary = (tag: XmlTag) => InlineMeaning;

/** The inline elements of 1.2. */
export const words12: Vocabulary = (tag) => {
  const id = tag.attribute('id') ?? '';
  const pair = tag.attribute('rid');
  switch (tag.local) {
    case 'g':
      return { as: 'pair', code: { id } };
    case 'x':
    case 'ph': {
      const control = controlOf(id);
      if (control !== null && isControl(control))
        return { as: 'words', words: characterOf(control) };
      return { as: 'code', code: { kind: 'placeholder', id } };
    }
    case 'bpt':
    case 'bx':
      return { as: 'code', code: { kind: 'open', id, pair } };
    case 'ept':
    case 'ex':
      return { as: 'code', code: { kind: 'close', id, pair } };
    case 'it':
      return {
        as: 'code',
        code: { kind: tag.attribute('pos') === 'close' ? 'close' : 'open', id },
      };
    default:
      return { as: 'mark' };
  }
};

/** The inline elements of 2.1. */
export const words21: Vocabulary = (tag) => {
  const id = tag.attribute('id') ?? '';
  const copyOf = tag.attribute('copyOf');
  const data = tag.attribute('dataRef');
  switch (tag.local) {
    case 'pc':
      return { as: 'pair', code: { id, copyOf, data: tag.attribute('dataRefStart') } };
    case 'ph':
      return { as: 'code', code: { kind: 'placeholder', id, copyOf, data } };
    case 'sc':
      return { as: 'code', code: { kind: 'open', id, copyOf, data, pair: id } };
    case 'ec': {
      const start = tag.attribute('startRef');
      return { as: 'code', code: { kind: 'close', id: start ?? id, copyOf, data, pair: start } };
    }
    case 'cp':
      return { as: 'words', words: characterOf(Number.parseInt(tag.attribute('hex') ?? '', 16)) };
    case 'sm':
    case 'em':
      return { as: 'words', words: '' };
    default:
      return { as: 'mark' };
  }
};
