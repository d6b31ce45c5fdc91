import { assembleBody, type InlineText, segmentBody } from '#localization';

/** Of so many units in a row one is edited. */
const EVERY = 7;

/** A text as if somebody had gone over it: words of every seventh unit are others, and a paragraph is new at its end. */
export function edited(body: string, locale: string): string {
  const changed = assembleBody(segmentBody(body, { locale }), ({ source }, index) =>
    index % EVERY === 2 ? withOtherWords(source) : source,
  );
  return `${changed}\n\nThis was written on the day of the edit.\n`;
}

/** A word more behind the last one of the first words, which is no markup anywhere. */
function withOtherWords(source: InlineText): InlineText {
  const place = source.findIndex((part) => typeof part === 'string' && /\p{L}/u.test(part));
  return source.map((part, index) =>
    index === place && typeof part === 'string'
      ? part.replace(/(?<=\p{L})(?=\P{L}*$)/u, ' today')
      : part,
  );
}
