/** Whether a word is to be used for a term, or not to be. */
export const TARGET_STATUSES = ['approved', 'forbidden'] as const;
export type TargetStatus = (typeof TARGET_STATUSES)[number];

/** A word for a term in another language. */
export interface GlossaryTarget {
  text: string;
  status: TargetStatus;
}

/** What a term is called, and not called, in another language. */
export interface GlossaryWords {
  source: string;
  targets: GlossaryTarget[];
  /** true: its words stand for it in this very spelling only */
  caseSensitive: boolean;
}

/** A word as it is kept: NFC, without blanks around it, and one where there were several. */
export function tidyWord(word: string): string {
  return word.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
}

/** What two spellings of one word have in common, whatever their case. */
export function foldedWord(word: string): string {
  return tidyWord(word).toLowerCase();
}

/** The index of the first target that an earlier one stands for already, or null. */
export function repeatedTarget({
  targets,
  caseSensitive,
}: Omit<GlossaryWords, 'source'>): number | null {
  const seen = new Set<string>();
  for (const [index, { text }] of targets.entries()) {
    const word = caseSensitive ? tidyWord(text) : foldedWord(text);
    if (seen.has(word)) return index;
    seen.add(word);
  }
  return null;
}
