import { createDecoder } from '../exchange/decode.js';
import { ExchangeError, type Place, type Refuse } from '../exchange/exchange-error.js';
import type { ExchangeLimits } from '../exchange/exchange-limits.js';
import { slicesOf } from '../exchange/xml-reader.js';

/** Characters that a quoted character needs at most, `\001` for one of them. */
const LONGEST_ESCAPE = 4;

/** The lines of a file as they come, without their ends, and where the reader is. */
export class PoLines {
  line = 0;
  readonly refuse: Refuse = (code, detail, place = this.at(1)) => {
    throw new ExchangeError(code, detail, place);
  };

  constructor(private readonly limits: ExchangeLimits) {}

  /** A place in the line that was read last. */
  at(column: number): Place {
    return { line: Math.max(1, this.line), column };
  }

  async *of(
    chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  ): AsyncGenerator<string> {
    const decoder = createDecoder(this.limits, this.refuse);
    let rest = '';
    for await (const chunk of chunks) {
      for (const slice of slicesOf(chunk)) {
        const lines = (rest + decoder.write(slice)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) yield this.#next(line);
        this.#check(rest);
      }
    }
    rest += decoder.end();
    if (rest !== '') yield this.#next(rest);
  }

  #next(text: string): string {
    this.line += 1;
    this.#check(text);
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
