import type { Refuse } from '../exchange/exchange-error.js';
import type { ExchangeLimits } from '../exchange/exchange-limits.js';
import type { XmlTag } from '../exchange/xml-reader.js';
import type { CodeToken, InlineToken } from './inline-tokens.js';
import type { Vocabulary } from './inline-words.js';

/** What becomes of an element: its content is looked at, or passed over. */
export type Entered = 'inside' | 'skipped';

export interface InlineBounds {
  vocabulary: Vocabulary;
  limits: ExchangeLimits;
  refuse: Refuse;
}

/** The content of one `<source>` or `<target>`, as it comes. */
export class InlineReader {
  readonly tokens: InlineToken[] = [];
  /** what the closing of each open element adds */
  readonly #closings: (CodeToken | null)[] = [];
  #words = '';
  #length = 0;
  #codes = 0;

  constructor(private readonly bounds: InlineBounds) {}

  open(tag: XmlTag): Entered {
    const meaning = this.bounds.vocabulary(tag);
    switch (meaning.as) {
      case 'pair':
        this.#push({ kind: 'open', ...meaning.code });
        this.#closings.push({ kind: 'close', ...meaning.code });
        return 'inside';
      case 'mark':
        this.#closings.push(null);
        return 'inside';
      case 'code':
        this.#push(meaning.code);
        return 'skipped';
      case 'words':
        this.text(meaning.words);
        return 'skipped';
    }
  }

  text(words: string): void {
    this.#length += words.length;
    const { limits, refuse } = this.bounds;
    if (this.#length > limits.text) {
      refuse('too_long', `expected ${limits.text} characters of a text at most; found more.`);
    }
    this.#words += words;
  }

  /** An element inside closes. */
  close(): void {
    const closing = this.#closings.pop();
    if (closing != null) this.#push(closing);
  }

  /** Whether no element inside is open, so that what closes is the text itself. */
  isOutermost(): boolean {
    return this.#closings.length === 0;
  }

  end(): readonly InlineToken[] {
    this.#flush();
    return this.tokens;
  }

  #push(code: CodeToken): void {
    this.#flush();
    this.tokens.push(code);
    this.#codes += 1;
    const { limits, refuse } = this.bounds;
    if (this.#codes > 2 * limits.codes) {
      refuse('too_many_codes', `expected ${limits.codes} codes in a text at most; found more.`);
    }
  }

  #flush(): void {
    if (this.#words !== '') this.tokens.push(this.#words);
    this.#words = '';
  }
}

/** Whether there are only spaces, or nothing at all. */
export function isBlank(tokens: readonly InlineToken[]): boolean {
  return tokens.every((token) => typeof token === 'string' && token.trim() === '');
}
