const DIGIT = /\p{Nd}/u;
/** Marks that stand between the groups of a number, or before its fraction, in one language or another. */
const NUMBER = /\d+(?:[.,'’\u00a0\u2009\u202f٬٫، ]\d+)*/gu;
const MARKS = /[^\d]/gu;

/** A number as its digits alone, and the groups in which it is written: `1,250.5` is `12505` and 1, 250, 5. */
export interface WrittenNumber {
  written: string;
  digits: string;
  groups: string[];
}

/** The numbers in a text; digits of every script count. */
export function numbersIn(text: string): WrittenNumber[] {
  const numbers: WrittenNumber[] = [];
  for (const [written] of withLatinDigits(text).matchAll(NUMBER)) {
    numbers.push({ written, digits: written.replaceAll(MARKS, ''), groups: written.split(MARKS) });
  }
  return numbers;
}

function withLatinDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => String(valueOf(digit.codePointAt(0)!)));
}

/** Unicode keeps the digits of a script together, from zero to nine; a run of several scripts begins with a zero too. */
function valueOf(digit: number): number {
  let zero = digit;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (digit - zero) % 10;
}
