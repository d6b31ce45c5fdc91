/** The text on one line, without what XML 1.0 cannot carry: control characters, halves of surrogate pairs. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' ').trim();
}
