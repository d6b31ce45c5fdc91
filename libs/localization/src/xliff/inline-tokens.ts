import { taggedText } from '../text/tagged.js';
import type { InlineCode, InlineText } from '../text/unit.js';
import { codeOfData } from './names.js';

/** A code as a tool wrote it. */
export interface CodeToken {
  kind: InlineCode['kind'];
  id: string;
  /** the id of the code that it doubles, as 2.1 says it */
  copyOf?: string | undefined;
  /** the name of its original data in 2.1 */
  data?: string | undefined;
  /** by what the other of the pair names it, where that is not its id: `rid` in 1.2, the id of a `<sc>` in 2.1 */
  pair?: string | undefined;
}

export type InlineToken = string | CodeToken;

const NUMBER = /^[1-9]\d{0,5}$/u;

/**
 * Our numbers for the codes of a unit. A code is ours when its id is a number of the source; a double is found by what it
 * copies or by its original data; any other keeps the number that it has, or gets one beyond those.
 */
export class CodeNumbers {
  readonly #ours: ReadonlySet<string>;
  readonly #taken: ReadonlySet<string>;
  readonly #given = new Map<string, number>();
  #next: number;

  constructor(source: readonly InlineToken[], target: readonly InlineToken[]) {
    this.#ours = numbersIn(source);
    this.#taken = new Set([...this.#ours, ...numbersIn(target)]);
    this.#next = [...this.#ours].reduce((most, id) => Math.max(most, Number(id)), 0) + 1;
  }

  /** The text with our numbers, tagged. */
  tagged(tokens: readonly InlineToken[]): string {
    const pairs = new Map<string, number>();
    const text: InlineText = tokens.map((token) => {
      if (typeof token === 'string') return token;
      const partner = token.kind === 'close' ? pairs.get(token.pair ?? '') : undefined;
      const id = partner ?? this.#numberOf(token);
      if (token.kind === 'open' && token.pair !== undefined) pairs.set(token.pair, id);
      return { kind: token.kind, id, type: 'other', original: '' };
    });
    return taggedText(text);
  }

  #numberOf({ id, copyOf, data }: CodeToken): number {
    const names = [id, copyOf, data === undefined ? undefined : codeOfData(data)];
    const numbers = names.filter((name): name is string => name != null && NUMBER.test(name));
    const number = numbers.find((name) => this.#ours.has(name)) ?? numbers[0];
    return number === undefined ? this.#beyond(copyOf ?? id) : Number(number);
  }

  #beyond(id: string): number {
    const known = this.#given.get(id);
    if (known !== undefined) return known;
    while (this.#taken.has(String(this.#next))) this.#next += 1;
    const number = this.#next;
    this.#next += 1;
    this.#given.set(id, number);
    return number;
  }
}

/** The numbers among the ids; a closing code that names its other half has none of its own. */
function numbersIn(tokens: readonly InlineToken[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const token of tokens) {
    if (typeof token === 'string' || (token.kind === 'close' && token.pair !== undefined)) continue;
    if (NUMBER.test(token.id)) ids.add(token.id);
  }
  return ids;
}
