import { SaxesParser, type SaxesTagNS, type XMLDecl } from 'saxes';
import { createDecoder } from './decode.js';
import {
  ExchangeError,
  type ExchangeErrorCode,
  type Place,
  type Refuse,
} from './exchange-error.js';
import type { ExchangeLimits } from './exchange-limits.js';
import { shown } from './pieces.js';

/** An element as it opens. */
export interface XmlTag {
  local: string;
  uri: string;
  /** the value of an attribute of no namespace; undefined where it is not there */
  attribute(name: string): string | undefined;
  /** where its `<` stands */
  place: Place;
}

export interface XmlHandlers {
  open(tag: XmlTag): void;
  text(words: string): void;
  close(): void;
}

export interface XmlReader {
  write(chunk: string | Uint8Array): void;
  end(): void;
  refuse: Refuse;
}

/**
 * XML 1.0 as it comes, by a real parser, with its namespaces. No DOCTYPE, so no entities but the five of XML itself;
 * depth, text and attributes are bounded; each refusal says where.
 */
export function createXmlReader(handlers: XmlHandlers, limits: ExchangeLimits): XmlReader {
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  const here = (): Place => ({ line: parser.line, column: parser.column + 1 });
  const refuse: Refuse = (code, detail, place = here()) => raise(code, detail, place);
  const decoder = createDecoder(limits, refuse);
  let depth = 0;
  let attributes = 0;
  let began: Place = { line: 1, column: 1 };

  parser.on('error', ({ message }) => {
    refuse('not_well_formed', `expected well-formed XML; found: ${withoutPlace(message)}`);
  });
  parser.on('doctype', () => {
    refuse('doctype_refused', 'expected a document without DOCTYPE; found one.');
  });
  parser.on('xmldecl', ({ encoding }: XMLDecl) => {
    if (encoding === undefined || agrees(encoding.toLowerCase(), decoder.encoding())) return;
    refuse('bad_encoding', `expected UTF-8; found the encoding ${shown(encoding)}.`);
  });
  parser.on('opentagstart', ({ name }) => {
    const { line, column } = here();
    began = { line, column: Math.max(1, column - name.length - 2) };
    depth += 1;
    attributes = 0;
    if (depth > limits.depth) {
      refuse(
        'too_deep',
        `expected ${limits.depth} elements inside each other at most; found more.`,
      );
    }
  });
  parser.on('attribute', ({ name, value }) => {
    attributes += 1;
    if (attributes > limits.attributes) {
      refuse(
        'too_many_attributes',
        `expected ${limits.attributes} attributes of an element at most; found more.`,
      );
    }
    if (value.length <= limits.attribute) return;
    const found = `${shown(name)} with ${value.length}`;
    refuse(
      'too_long',
      `expected ${limits.attribute} characters of an attribute at most; found ${found}.`,
    );
  });
  parser.on('opentag', (tag) => handlers.open(tagOf(tag, began)));
  parser.on('closetag', () => {
    depth -= 1;
    handlers.close();
  });
  function text(words: string): void {
    if (words.length > limits.text) {
      refuse(
        'too_long',
        `expected ${limits.text} characters of text at most; found ${words.length}.`,
      );
    }
    handlers.text(words);
  }
  parser.on('text', text);
  parser.on('cdata', text);
  return {
    write(chunk) {
      parser.write(decoder.write(chunk));
    },
    end() {
      parser.write(decoder.end());
      parser.close();
    },
    refuse,
  };
}

function raise(code: ExchangeErrorCode, detail: string, place: Place): never {
  throw new ExchangeError(code, detail, place);
}

function tagOf({ local, uri, attributes }: SaxesTagNS, place: Place): XmlTag {
  return { local, uri, attribute: (name) => attributes[name]?.value, place };
}

function agrees(declared: string, encoding: string | null): boolean {
  if (encoding === null) return true;
  if (encoding === 'utf-8') return ['utf-8', 'utf8', 'us-ascii'].includes(declared);
  return declared === 'utf-16' || declared === encoding;
}

/** The parser begins its sentences with a place of its own. */
function withoutPlace(message: string): string {
  return message.replace(/^\d+:\d+: /u, '');
}
