import { describe, expect, it } from '@jest/globals';
import { segmentBody } from '../segments/segment-body.js';
import { taggedText } from '../text/tagged.js';
import { carryCodes } from './carry-codes.js';

const sourceOf = (body: string) => segmentBody(body).units[0]!.source;
const carried = (source: string, found: string) =>
  taggedText(carryCodes(sourceOf(source), sourceOf(found)));

describe('a found translation', () => {
  it('takes on the codes of its source by what they write, wherever they stand', () => {
    expect(carried('See [a](one) and [b](two).\n', '[B](two) und [A](one).\n')).toBe(
      '<2>B</2> und <1>A</1>.',
    );
  });

  it('takes on those of the same type where they write something else', () => {
    expect(carried('See [the guide](/en).\n', 'Siehe [Leitfaden](/de).\n')).toBe(
      'Siehe <1>Leitfaden</1>.',
    );
  });

  it('keeps as words what its source has no code for', () => {
    expect(carried('Plain words.\n', 'Worte, **laut** und `leise`.\n')).toBe(
      'Worte, **laut** und `leise`.',
    );
  });

  it('gives each code of the source once', () => {
    expect(carried('A **b** c.\n', '**A** b **c**.\n')).toBe('<1>A</1> b **c**.');
  });
});
