import type { InlineText } from '../text/unit.js';
import type { MachineTranslation } from './machine-translation.js';
import { wordParts } from './word-parts.js';

const RIGHT_TO_LEFT = 'ar-XB';
/** How much longer a text gets, as that of many languages does. */
const GROWTH = 0.3;
/** Brackets show where a text is cut off; these mean nothing in Markdown or HTML. */
const [OPENING, CLOSING] = ['⟦', '⟧'];
/** Stands for what no vowel made longer. */
const FILLER = '~';
const [MARK, OVERRIDE, END_OF_OVERRIDE] = ['\u200f', '\u202e', '\u202c'];

const PLAIN = 'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz';
const ACCENTED = 'ÅåƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþǪǫŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž';
const ACCENTS = new Map([...PLAIN].map((letter, index) => [letter, [...ACCENTED][index]!]));
const VOWEL = /[AEIOUaeiou]/u;

/**
 * Shows what a translation will do to a layout before there is one. `en-XA`, and every other target: accents, about 30 %
 * longer, in brackets. `ar-XB`: words from right to left. Codes, `{placeholders}`, entities and addresses stay as they are.
 */
export const pseudoLocalization: MachineTranslation = {
  name: 'pseudo',
  translate: (units, { target }) =>
    Promise.resolve(units.map(target === RIGHT_TO_LEFT ? mirrored : accented)),
};

function mirrored(text: InlineText): InlineText {
  return text.map((part) =>
    typeof part === 'string'
      ? wordParts(part)
          .map(({ text, isWord }) =>
            isWord ? MARK + OVERRIDE + text + END_OF_OVERRIDE + MARK : text,
          )
          .join('')
      : part,
  );
}

function accented(text: InlineText): InlineText {
  const growth = { owed: 0 };
  const parts = text.map((part) => (typeof part === 'string' ? longer(part, growth) : part));
  if (parts.every((part) => typeof part !== 'string' || part.trim() === '')) return text;
  const filler = FILLER.repeat(Math.max(0, Math.round(growth.owed)));
  return bracketed(parts, filler);
}

function longer(words: string, growth: { owed: number }): string {
  return wordParts(words)
    .map(({ text, isWord }) =>
      isWord ? [...text].map((each) => grown(each, growth)).join('') : text,
    )
    .join('');
}

/** A vowel is written twice as soon as a whole letter is owed, so that the text grows evenly. */
function grown(letter: string, growth: { owed: number }): string {
  growth.owed += GROWTH;
  const written = ACCENTS.get(letter) ?? letter;
  if (growth.owed < 1 || !VOWEL.test(letter)) return written;
  growth.owed -= 1;
  return written + written;
}

/** Puts the brackets inside of the space at both ends. */
function bracketed(parts: InlineText, filler: string): InlineText {
  const bracketed = parts.slice();
  const [first] = bracketed;
  if (typeof first === 'string') {
    const words = first.trimStart();
    bracketed[0] = first.slice(0, first.length - words.length) + OPENING + words;
  } else {
    bracketed.unshift(OPENING);
  }
  const last = bracketed.at(-1);
  if (typeof last === 'string') {
    const words = last.trimEnd();
    bracketed[bracketed.length - 1] = words + filler + CLOSING + last.slice(words.length);
  } else {
    bracketed.push(filler + CLOSING);
  }
  return bracketed;
}
