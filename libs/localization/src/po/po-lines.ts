import { type Decoder, createDecoder } from '../exchange/decode.js';
import { ExchangeError, type Place, type Refuse } from '../exchange/exchange-error.js';
import type { ExchangeLimits } from '../exchange/exchange-limits.js';

/** Characters that a quoted character needs at most, `\001` for one of them. */
const LONGEST_ESCAPE = 4;

/** Cuts a file into lines without their ends, and knows where the reader is. */
export class PoLines {
  line = 0;
  readonly refuse: Refuse = (code, detail, place = this.at(1)) => {
    throw new ExchangeError(code, detail, place);
  };

  readonly #decoder: Decoder;
  #rest = '';

  constructor(private readonly limits: ExchangeLimits) {
    this.#decoder = createDecoder(limits, this.refuse);
  }

  /** A place in the line that was read last. */
  at(column: number): Place {
    return { line: Math.max(1, this.line), column };
  }

  /** The lines that are complete with this piece of the file. */
  *write(chunk: string | Uint8Array): Generator<string> {
    const lines = (this.#rest + this.#decoder.write(chunk)).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) yield this.#next(line);
    this.#check(this.#rest);
  }

  /** The last line, where it has no end. */
  *end(): Generator<string> {
    this.#rest += this.#decoder.end();
    if (this.#rest !== '') yield this.#next(this.#rest);
  }

  #next(text: string): string {
    this.line += 1;
    this.#check(text);
    const nul = text.indexOf('\0');
    if (nul !== -1) {
      this.refuse('not_po', 'expected text without U+0000; found one.', this.at(nul + 1));
    }
    const line = text.endsWith('\r') ? text.slice(0, -1) : text;
    return this.line === 1 && line.startsWith('\uFEFF') ? line.slice(1) : line;
  }

  #check({ length }: string): void {
    const most = this.limits.text * LONGEST_ESCAPE;
    if (length > most) {
      this.refuse('too_long', `expected ${most} characters of a line at most; found more.`);
    }
  }
}
