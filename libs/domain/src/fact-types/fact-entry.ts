import type { FactField } from './fact-field.js';

/** What a fact is about, which decides the fields that it has beside its own. */
export type FactSubject = 'item' | 'goal' | 'process' | 'term' | 'endpoint' | 'audit';

/** What a type of fact says. */
export interface FactEntry {
  about: FactSubject;
  /** a sentence */
  meaning: string;
  /** the fields of `data` that it has beside those of its subject */
  data: Record<string, FactField>;
}
