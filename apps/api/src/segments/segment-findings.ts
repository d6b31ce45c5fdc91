import {
  checkCodes,
  type CheckFinding,
  checkTerms,
  checkWording,
  type InlineText,
  type Term,
} from '#localization';

/** Everything that a look at source and translation side by side finds. */
export function findingsOf(
  source: InlineText,
  target: InlineText,
  about: { sourceLocale: string; targetLocale: string; terms: Term[] },
): CheckFinding[] {
  const { terms, ...locales } = about;
  const texts = { source, target, ...locales };
  return [
    ...checkCodes(source, target),
    ...checkWording(source, target),
    ...checkTerms(texts, terms),
  ];
}
