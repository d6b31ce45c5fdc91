import type { InlineText } from '../text/unit.js';

/** The languages of a translation, BCP 47. */
export interface TranslationLocales {
  source: string;
  target: string;
}

/** Something that proposes translations. What it gives back is a proposal until a person has seen it. */
export interface MachineTranslation {
  readonly name: string;
  /** One text for each unit, in their order, with the codes of each. */
  translate(units: InlineText[], locales: TranslationLocales): Promise<InlineText[]>;
}
