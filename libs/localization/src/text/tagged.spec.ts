import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readTagged, taggedText } from './tagged.js';
import type { InlineText } from './unit.js';

const LINKED: InlineText = [
  'Read the ',
  { kind: 'open', id: 1, type: 'link', original: '[' },
  'guide & more',
  { kind: 'close', id: 1, type: 'link', original: '](https://example.com)' },
  { kind: 'placeholder', id: 2, type: 'break', original: '<br>' },
  ' <now>',
];

describe('a tagged text', () => {
  it('shows codes by their numbers and keeps the words apart from them', () => {
    expect(taggedText(LINKED)).toBe('Read the <1>guide &amp; more</1><2/> &lt;now>');
  });

  it('is read back with the codes of its source', () => {
    expect(readTagged(taggedText(LINKED), LINKED)).toEqual(LINKED);
  });

  it('gives a code that its source does not have as one of no kind', () => {
    expect(readTagged('a<7/>', LINKED)).toEqual([
      'a',
      { kind: 'placeholder', id: 7, type: 'other', original: '' },
    ]);
  });

  it('loses no words, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        expect(readTagged(taggedText([words]), [])).toEqual(words === '' ? [] : [words]);
      }),
    );
  });
});
