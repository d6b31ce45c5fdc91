import { describe, expect, it } from '@jest/globals';
import { byteRange } from './byte-range.js';

describe('the part of ten bytes that a Range header asks for', () => {
  it.each<[string | undefined, ReturnType<typeof byteRange>]>([
    [undefined, null],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=2-5', { start: 2, end: 5 }],
    ['Bytes=2-', { start: 2, end: 9 }],
    ['bytes=2-100', { start: 2, end: 9 }],
    ['bytes=0-99999999999999999999', { start: 0, end: 9 }],
    ['bytes=-99999999999999999999', { start: 0, end: 9 }],
    ['bytes=99999999999999999999-', 'unsatisfiable'],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-100', { start: 0, end: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', null],
    ['bytes=-', null],
    ['bytes=0-1,4-5', null],
    ['bytes=a-b', null],
    ['items=0-1', null],
  ])('%s is %j', (header, range) => {
    expect(byteRange(header, 10)).toEqual(range);
  });
});
