import { describe, expect, it } from '@jest/globals';
import { textWidth, wrapText } from './text-size.js';

const room = { fontSize: 10, width: 60, lines: 2 };

describe('the measure of a text', () => {
  it('gives wide letters more room than narrow ones', () => {
    expect(textWidth('WWW', 10)).toBeGreaterThan(textWidth('iii', 10));
    expect(textWidth('審査', 10)).toBeGreaterThan(textWidth('ab', 10));
  });

  it('breaks at spaces', () => {
    expect(wrapText('legal, marketing', room)).toEqual(['legal,', 'marketing']);
  });

  it('breaks inside a word only where it fits no line alone', () => {
    const lines = wrapText('a incomprehensibilities', room);
    expect(lines).toHaveLength(2);
    expect(lines.join('')).toMatch(/^a ?incompre/u);
  });

  it('ends in … what does not fit, within the width', () => {
    const lines = wrapText('one two three four five six seven eight nine ten', room);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/u);
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(60);
  });

  it('keeps an empty text one empty line', () => {
    expect(wrapText('', room)).toEqual(['']);
  });
});
