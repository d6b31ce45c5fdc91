import { describe, expect, it } from '@jest/globals';
import { assert, property, string } from 'fast-check';
import { contentDisposition } from './content-disposition.js';

describe('the name of a download', () => {
  it.each([
    ['deck.pdf', 'attachment; filename="deck.pdf"'],
    ['the deck (1).pdf', 'attachment; filename="the deck (1).pdf"'],
    ['Grüße.pdf', `attachment; filename="Gr__e.pdf"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.pdf`],
    ['a"b.pdf', `attachment; filename="a_b.pdf"; filename*=UTF-8''a%22b.pdf`],
    ['50%20.pdf', `attachment; filename="50_20.pdf"; filename*=UTF-8''50%2520.pdf`],
    [
      "🎉 it's (new)*",
      `attachment; filename="_ it's (new)*"; filename*=UTF-8''%F0%9F%8E%89%20it%27s%20%28new%29%2A`,
    ],
  ])('%s is sent as %s', (name, header) => {
    expect(contentDisposition(name)).toBe(header);
  });

  it('comes back as it was, and is one header of plain ASCII, whatever it is', () => {
    assert(
      property(string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const header = contentDisposition(name);
        expect(header).toMatch(/^[\x20-\x7e]+$/u);
        const [, plain, full] =
          /^attachment; filename="([^"\\]*)"(?:; filename\*=UTF-8''([\w!#$&+.^`|~%-]+))?$/u.exec(
            header,
          )!;
        expect(full === undefined ? plain : decodeURIComponent(full)).toBe(name);
      }),
    );
  });
});
