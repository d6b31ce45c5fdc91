import type { Entered } from './inline-reader.js';

/** What others wrote beside a unit. */
export class NoteReader {
  readonly #notes: string[] = [];
  #words: string | null = null;

  open(isOurs: boolean): Entered {
    if (isOurs) return 'skipped';
    this.#words = '';
    return 'inside';
  }

  text(words: string): void {
    if (this.#words !== null) this.#words += words;
  }

  close(): void {
    const words = this.#words?.trim() ?? '';
    if (words !== '') this.#notes.push(words);
    this.#words = null;
  }

  /** All of them, a line each; nothing where there are none. */
  end(): { note?: string } {
    return this.#notes.length === 0 ? {} : { note: this.#notes.join('\n') };
  }
}
