/**
 * Texts like those of a library, from a seed: words by Zipf's law, a third of them in phrases that return, 3 to 90 words
 * (half have 18 or fewer), a mark after every eighth word and one at the end, and four of ten an edited version of an
 * earlier one, as the next release of a page has them. Words, pairs and triples of words return about as often as in
 * English documentation: two of them are equal in 6, 0.09 and 0.04 of 1,000 cases.
 */
const VOCABULARY = 60_000;
/** Mandelbrot's correction: the first word of the list is 5% of all, as `the` is in English. */
const ZIPF_OFFSET = 0.9;
const PHRASES = 30_000;
const MEDIAN_WORDS = 18;
const MARK_SHARE = 1 / 8;
const LENGTH_SPREAD = 0.65;
const EDITED_SHARE = 0.4;
const PHRASE_SHARE = 0.2;
/** Phrases return more evenly than words. */
const PHRASE_OFFSET = 20;
/** Of so many texts before it, one is what an edited text is made from. */
const REMEMBERED = 50_000;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 0x1_00_00_00_00;
  };
}

/** Words and marks of such a text. */
export function piecesOf(text: string): string[] {
  return text.match(/[a-z]+|[.,]/gu) ?? [];
}

export interface Texts {
  /** the next text */
  next: () => string;
  /** a text with a share of its words replaced, dropped or added */
  edited: (text: string, share: number) => string;
}

export function textsOf(seed: number): Texts {
  const random = randomOf(seed);
  const drawWord = zipfOf(VOCABULARY, { offset: ZIPF_OFFSET, random });
  const drawPhrase = zipfOf(PHRASES, { offset: PHRASE_OFFSET, random });
  const words = Array.from({ length: VOCABULARY }, (_, index) => wordOf(index));
  const phrases = Array.from({ length: PHRASES }, () =>
    Array.from({ length: 2 + Math.floor(random() * 4) }, () => words[drawWord()]!),
  );
  const earlier: string[] = [];

  const fresh = (): string => {
    const length = Math.min(90, Math.max(3, Math.round(MEDIAN_WORDS * lengthFactor(random))));
    const text: string[] = [];
    while (text.length < length) {
      if (random() < PHRASE_SHARE) text.push(...phrases[drawPhrase()]!);
      else text.push(words[drawWord()]!);
    }
    const marked = text.slice(0, length).map((word) => (random() < MARK_SHARE ? `${word},` : word));
    return `${marked.join(' ')}.`;
  };
  const edited = (text: string, share: number): string =>
    `${text
      .slice(0, -1)
      .split(' ')
      .flatMap((word) => {
        if (random() >= share) return [word];
        const way = random();
        if (way < 0.6) return [words[drawWord()]!];
        return way < 0.8 ? [] : [word, words[drawWord()]!];
      })
      .join(' ')}.`;
  const next = (): string => {
    const text =
      earlier.length > 0 && random() < EDITED_SHARE
        ? edited(earlier[Math.floor(random() * earlier.length)]!, random() * 0.4)
        : fresh();
    if (earlier.length < REMEMBERED) earlier.push(text);
    else earlier[Math.floor(random() * REMEMBERED)] = text;
    return text;
  };
  return { next, edited };
}

/** Ranks from 0, each as often as Zipf's law has it. */
function zipfOf(
  size: number,
  { offset, random }: { offset: number; random: () => number },
): () => number {
  const cumulative = new Float64Array(size);
  let total = 0;
  for (let rank = 0; rank < size; rank += 1) {
    total += 1 / (rank + 1 + offset);
    cumulative[rank] = total;
  }
  return () => {
    const wanted = random() * total;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Log-normal about 1, by Box and Muller. */
function lengthFactor(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.exp(LENGTH_SPREAD * normal);
}

const SYLLABLES = 'ba de ki lo mu na pe ri so tu va we xi yo zu fa ge hi jo ku'.split(' ');

/** Frequent words are short. */
function wordOf(rank: number): string {
  let word = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length]!;
  }
  return word;
}
