import { plainText } from '../text/segmented.js';
import type { InlineText } from '../text/unit.js';
import type { CheckCode, CheckFinding } from './finding.js';
import { findPhrases } from './find-phrases.js';

/** A word of the glossary, and what it is and is not in another language. */
export interface Term {
  source: string;
  targets: { text: string; status: 'approved' | 'forbidden' }[];
  /** false where it is left out */
  caseSensitive?: boolean;
}

/** A text and its translation with the languages they are in. */
export interface TranslatedText {
  source: InlineText;
  target: InlineText;
  /** BCP 47 */
  sourceLocale: string;
  targetLocale: string;
}

/**
 * Looks for the terms of a glossary, as warnings: one that the source uses and of which the translation has none of the
 * approved words, and forbidden words wherever they stand. A word is found with an ending of up to three characters
 * (`Angebot`, `Angebote`), not with another stem (`Bücher` for `Buch`), a beginning or as part of a compound.
 */
export function checkTerms(text: TranslatedText, terms: readonly Term[]): CheckFinding[] {
  const { source, target, sourceLocale, targetLocale } = text;
  const used = findPhrases(plainText(source), {
    phrases: terms.map((term) => ({ ...term, text: term.source, term })),
    locale: sourceLocale,
  });
  const usedTerms = new Set([...used].map(({ term }) => term));
  const found = findPhrases(plainText(target), {
    phrases: terms.flatMap((term) =>
      term.targets.map((each) => ({ ...each, caseSensitive: term.caseSensitive, each })),
    ),
    locale: targetLocale,
  });
  const foundTargets = new Set([...found].map(({ each }) => each));
  return terms.flatMap((term) => [
    ...(usedTerms.has(term) ? missing(term, foundTargets) : []),
    ...forbidden(term, foundTargets),
  ]);
}

type Target = Term['targets'][number];

function missing({ source, targets }: Term, found: Set<Target>): CheckFinding[] {
  const approved = targets.filter(({ status }) => status === 'approved');
  if (approved.length === 0 || approved.some((each) => found.has(each))) return [];
  const words = approved.map(({ text }) => `"${text}"`).join(' or ');
  return [
    warning('term_missing', `The source says "${source}"; the glossary wants ${words} for it.`),
  ];
}

function forbidden({ source, targets }: Term, found: Set<Target>): CheckFinding[] {
  return targets
    .filter((each) => each.status === 'forbidden' && found.has(each))
    .map(({ text }) =>
      warning('term_forbidden', `The glossary forbids "${text}" for "${source}".`),
    );
}

function warning(code: CheckCode, detail: string): CheckFinding {
  return { code, severity: 'warning', detail, ids: [] };
}
