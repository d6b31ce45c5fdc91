import { piecesOf, segmenterFor } from '../text/segmented.js';

/** Words that are looked for in a text. */
export interface Phrase {
  text: string;
  /** false where it is left out */
  caseSensitive?: boolean | undefined;
}

/** Languages that write without spaces, in which words are found by their characters. */
const WITHOUT_SPACES = new Set(['zh', 'ja', 'yue', 'th', 'lo', 'km', 'my', 'bo', 'dz']);
/** An inflected word is at most this many characters longer than the one of the phrase … */
const LONGEST_ENDING = 3;
/** … and only words of at least this many are inflected: `an` is not found in `and`. */
const SHORTEST_STEM = 4;

interface Occurrence<P> {
  phrase: P;
  /** in words, or in characters where the language has no spaces */
  start: number;
  end: number;
  /** without an ending */
  isExact: boolean;
}

/**
 * The phrases that occur in a text. Whole words, which may have an ending of up to three characters; in languages
 * without spaces any characters. What is part of a longer phrase is not found: `deck` not in `sales deck`, where both
 * are looked for. Grows with the words of the text and with those phrases that begin with a word of it.
 */
export function findPhrases<P extends Phrase>(
  text: string,
  { phrases, locale }: { phrases: readonly P[]; locale: string },
): Set<P> {
  const [language = ''] = locale.split('-');
  const occurrences = WITHOUT_SPACES.has(language)
    ? inCharacters(text, phrases, locale)
    : inWords(text, phrases, locale);
  return new Set(widest(occurrences).map(({ phrase }) => phrase));
}

interface Word {
  written: string;
  folded: string;
}

function inWords<P extends Phrase>(
  text: string,
  phrases: readonly P[],
  locale: string,
): Occurrence<P>[] {
  const words = wordsOf(text, locale);
  const inText = new Set(words.flatMap(({ folded }) => stemsOf(folded)));
  const folded = text.normalize('NFC').toLocaleLowerCase(locale);
  const byFirst = new Map<string, { phrase: P; wanted: Word[] }[]>();
  for (const phrase of phrases) {
    if (!folded.includes(beginningOf(phrase.text, locale))) continue;
    const wanted = wordsOf(phrase.text, locale);
    const first = wanted[0]?.folded;
    if (first === undefined || !wanted.every(({ folded }) => inText.has(folded))) continue;
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [{ phrase, wanted }]);
    else known.push({ phrase, wanted });
  }
  const occurrences: Occurrence<P>[] = [];
  for (const [start, { folded }] of words.entries()) {
    for (const stem of stemsOf(folded)) {
      for (const { phrase, wanted } of byFirst.get(stem) ?? []) {
        const isFound = wanted.every((word, index) => isFormOf(words[start + index], word, phrase));
        if (!isFound) continue;
        const isExact = wanted.every((word, index) => words[start + index]!.folded === word.folded);
        occurrences.push({ phrase, start, end: start + wanted.length, isExact });
      }
    }
  }
  return occurrences;
}

/** The first letters of a phrase, found at once where cutting it into words takes longer than all else. */
function beginningOf(phrase: string, locale: string): string {
  const [letters = ''] = /[\p{L}\p{M}\p{N}]+/u.exec(phrase.normalize('NFC')) ?? [];
  return letters.toLocaleLowerCase(locale);
}

function wordsOf(text: string, locale: string): Word[] {
  const words: Word[] = [];
  for (const { segment, isWordLike } of piecesOf(text.normalize('NFC'), segmenterFor(locale))) {
    if (isWordLike !== true) continue;
    words.push({ written: segment, folded: segment.toLocaleLowerCase(locale) });
  }
  return words;
}

/** The word itself, and what it is without an ending. */
function stemsOf(word: string): string[] {
  const stems = [word];
  for (let cut = 1; cut <= LONGEST_ENDING && word.length - cut >= SHORTEST_STEM; cut += 1) {
    stems.push(word.slice(0, -cut));
  }
  return stems;
}

function isFormOf(word: Word | undefined, wanted: Word, { caseSensitive }: Phrase): boolean {
  if (word === undefined) return false;
  const [found, stem] =
    caseSensitive === true ? [word.written, wanted.written] : [word.folded, wanted.folded];
  if (found === stem) return true;
  const isInflected = stem.length >= SHORTEST_STEM && found.length - stem.length <= LONGEST_ENDING;
  return isInflected && found.startsWith(stem);
}

function inCharacters<P extends Phrase>(
  text: string,
  phrases: readonly P[],
  locale: string,
): Occurrence<P>[] {
  const written = text.normalize('NFC');
  const folded = written.toLocaleLowerCase(locale);
  const occurrences: Occurrence<P>[] = [];
  for (const phrase of phrases) {
    const wanted = phrase.text.normalize('NFC');
    if (wanted === '') continue;
    const [inside, part] =
      phrase.caseSensitive === true
        ? [written, wanted]
        : [folded, wanted.toLocaleLowerCase(locale)];
    for (let start = inside.indexOf(part); start !== -1;) {
      occurrences.push({ phrase, start, end: start + part.length, isExact: true });
      start = inside.indexOf(part, start + part.length);
    }
  }
  return occurrences;
}

/** Without those within a longer one, and without inflected ones where another is written just so. */
function widest<P>(occurrences: Occurrence<P>[]): Occurrence<P>[] {
  const sorted = occurrences.toSorted(
    (one, other) =>
      one.start - other.start || other.end - one.end || Number(other.isExact) - Number(one.isExact),
  );
  let around: Occurrence<P> | undefined;
  return sorted.filter((each) => {
    if (around === undefined || each.end > around.end) {
      around = each;
      return true;
    }
    return (
      each.start === around.start && each.end === around.end && each.isExact === around.isExact
    );
  });
}
