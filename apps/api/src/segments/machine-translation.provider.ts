import { type MachineTranslation, pseudoLocalization } from '#localization';

/** Whatever translates by itself; put another in its place to use a service. */
export const MACHINE_TRANSLATION = Symbol('machine translation');

/** Built in: a text that looks translated, to find what is cut off, hard-coded or laid out for one language. */
export const machineTranslationProvider = {
  provide: MACHINE_TRANSLATION,
  useValue: pseudoLocalization satisfies MachineTranslation,
};
