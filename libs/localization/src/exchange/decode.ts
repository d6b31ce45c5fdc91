import type { Refuse } from './exchange-error.js';
import type { ExchangeLimits } from './exchange-limits.js';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes and strings as they come, into text. */
export interface Decoder {
  write(chunk: string | Uint8Array): string;
  end(): string;
  /** null before the first bytes, or where strings come */
  encoding(): Encoding | null;
}

/** UTF-8, and UTF-16 where its byte order mark says so. Counts bytes, and refuses those that are no characters. */
export function createDecoder(limits: ExchangeLimits, refuse: Refuse): Decoder {
  let bytes = 0;
  let encoding: Encoding | null = null;
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let hasBegun = false;
  /** the first byte, where it came alone */
  let begun: Uint8Array = new Uint8Array();

  function count(more: number): void {
    bytes += more;
    if (bytes > limits.bytes) {
      refuse('too_large', `expected ${limits.bytes} bytes at most; found more.`);
    }
  }
  function decode(chunk: Uint8Array | undefined): string {
    try {
      return decoder?.decode(chunk, { stream: chunk !== undefined }) ?? '';
    } catch {
      return refuse('bad_encoding', `expected ${encoding ?? 'utf-8'}; found bytes that are not.`);
    }
  }
  function textOf(chunk: string): string {
    const text = hasBegun ? chunk : chunk.replace(/^\uFEFF/u, '');
    hasBegun ||= chunk !== '';
    return text;
  }
  function begin(first: Uint8Array): void {
    encoding = encodingOf(first);
    decoder = new TextDecoder(encoding, { fatal: true });
  }
  return {
    write(chunk) {
      count(typeof chunk === 'string' ? Buffer.byteLength(chunk) : chunk.length);
      if (typeof chunk === 'string') return textOf(chunk);
      if (decoder !== null) return decode(chunk);
      const start = Buffer.concat([begun, chunk]);
      begun = start;
      if (start.length < 2) return '';
      begin(start);
      return decode(start);
    },
    end() {
      if (decoder !== null) return decode(undefined);
      if (begun.length === 0) return '';
      begin(begun);
      return decode(begun) + decode(undefined);
    },
    encoding: () => encoding,
  };
}

function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
